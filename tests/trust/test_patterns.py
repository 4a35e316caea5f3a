"""No regular expression of the package needs more than linear time on hostile strings."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import claimwire

# Strings that make backtracking blow up: long runs of what patterns repeat, ended by what they refuse
RUNS = [
    "a",
    "A",
    "1",
    " ",
    "\n",
    ".",
    ",",
    "-",
    "'",
    '"',
    "“",
    "Aa ",
    "1,",
    "1.",
    "a-",
    "A.",
    "and ",
    "the ",
    "\t\n ",
]
# Patterns that never see a text of free length: why each cannot be attacked
BOUNDED = {
    "claimwire.layers.quantities.atoms._HYPHEN_WORD": "searches a window of 16 characters",
    "claimwire.layers.layout.datelines._SECOND_DASH": "tried once, where a dateline ends, 300 characters on",
    "claimwire.layers.times.grammar._PIECE": "reads the package's own pattern file",
}
# A short try first, so that a bad pattern is found in seconds; then the length that news may bring.
TRIES = ((10_000, 0.25), (100_000, 2.0))


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for info in pkgutil.walk_packages(claimwire.__path__, "claimwire."):
        try:
            module = importlib.import_module(info.name)
        except ImportError:  # an extra that is not installed
            continue
        for name, value in vars(module).items():
            for pattern in _inside(value):
                yield f"{info.name}.{name}", pattern


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, (list, tuple, set, frozenset)) and depth < 3:
        for item in value:
            yield from _inside(item, depth + 1)
    elif isinstance(value, dict) and depth < 3:
        yield from _inside(list(value.values()), depth + 1)


@pytest.mark.nightly  # it counts seconds of the processor
@pytest.mark.slow
def test_every_pattern_is_linear():
    seen = {}
    for place, pattern in patterns():
        if place not in BOUNDED:
            seen.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    assert len(seen) > 10
    slow = [fault for place, pattern in seen.values() if (fault := _fault(place, pattern))]
    assert slow == []


def _fault(place: str, pattern: re.Pattern[str]) -> str | None:
    for length, seconds in TRIES:
        for run in RUNS:
            hostile = run * (length // len(run)) + "\x00"
            started = time.process_time()
            for _ in zip(range(length), pattern.finditer(hostile), strict=False):
                pass
            spent = time.process_time() - started
            if spent > seconds:
                return f"{place}: {spent:.1f} s on {run!r} * {length // len(run)}"
    return None
