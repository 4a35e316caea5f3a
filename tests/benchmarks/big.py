"""Time and peak memory of `extract` for one long article: big.py [CHARACTERS…] [--one-line] [--documents].

Each size runs in a process of its own. The text is made of the fixtures' paragraphs, again and again, with
larger numbers each time, so that new words keep coming; --one-line joins the paragraphs by spaces.
Memory beyond text and records, and time a character, must stay the same from the second size on (the first
shows what starting takes).
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

FIXTURES = Path(__file__).parents[2] / "fixtures"
SIZES = (1_000, 100_000, 1_000_000, 10_000_000)
MAX_GROWTH = 0.25
# How often the bytes of text and records may stand in memory: as they grow, and whole on their way out.
COPIES = 2


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: characters of text, bytes of records, CPU seconds, peak bytes of memory."""

    chars: int
    records: int
    seconds: float
    peak: int

    @property
    def beyond(self) -> float:
        """Peak memory less what text and records take, which nobody can do without."""
        return self.peak - COPIES * (self.records + self.chars)


def text(chars: int, one_line: bool = False) -> str:
    """An article of so many characters."""
    parts, size = [], 0
    for part in _paragraphs():
        part = part.replace("\n", " ") if one_line else part
        parts.append(part)
        size += len(part) + (1 if one_line else 2)
        if size >= chars:
            return (" " if one_line else "\n\n").join(parts)[:chars].rstrip()
    raise AssertionError


def _paragraphs() -> Iterator[str]:
    texts = [path.read_text("utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    found = [p.strip() for text in texts for p in re.split(r"\n\s*\n", text) if p.strip()]
    for turn in count():
        for part in found:
            yield re.sub(r"\d{3,}", lambda number, more=turn: str(int(number[0]) + more), part)


def extract(chars: int, one_line: bool = False, form: str = "claims", stretch: int | None = None) -> Cost:
    """Run `extract` on an article of this size. stretch: how many characters are parsed at once."""
    code = "from claimwire.cli.main import extract; extract()"
    if stretch:
        code = f"from claimwire import pipeline; pipeline.MAX_STRETCH = {stretch}; {code}"
    with tempfile.TemporaryDirectory() as folder:
        article, out = Path(folder, "big.txt"), Path(folder, "out.jsonl")
        article.write_text(text(chars, one_line), "utf-8")
        options = ["--max-chars", str(chars), "--time-limit", "86400", "--jobs", "1", "--date", "2026-01-23"]
        command = [sys.executable, "-c", code, str(article), "-o", str(out), "--format", form, *options]
        process = subprocess.Popen(command, env=os.environ | {"OMP_NUM_THREADS": "1"})
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"extract ended with {process.returncode}")
        return Cost(chars, out.stat().st_size, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def growth(costs: list[Cost]) -> tuple[float, float]:
    """How memory beyond text and records, and time a character, grow from the second run to the last.

    The first run, of next to no text, tells the time of the start.
    """
    start, first, last = costs[0], costs[1], costs[-1]

    def pace(cost: Cost) -> float:
        return (cost.seconds - start.seconds) / (cost.chars - start.chars)

    return last.beyond / first.beyond - 1, pace(last) / pace(first) - 1


def main() -> int:
    """Print the figures; 1 where they grow too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="CHARACTERS")
    parser.add_argument("--one-line", action="store_true")
    parser.add_argument("--documents", action="store_true")
    given = parser.parse_args()
    costs = []
    print(f"{'characters':>12}{'CPU s':>9}{'peak MB':>9}{'records MB':>12}{'beyond MB':>11}")
    for chars in given.sizes:
        cost = extract(chars, given.one_line, "documents" if given.documents else "claims")
        mega = (f"{n / 1e6:.1f}" for n in (cost.peak, cost.records, cost.beyond))
        print(
            f"{cost.chars:>12,}{cost.seconds:>9.1f}{next(mega):>9}{next(mega):>12}{next(mega):>11}",
            flush=True,
        )
        costs.append(cost)
    memory, time = growth(costs)
    print(f"growth: memory beyond text and records {memory:+.0%}, time a character {time:+.0%}")
    return int(max(memory, time) > MAX_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
