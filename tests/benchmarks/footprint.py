"""Install size and start-up time, as the README gives them.

python tests/benchmarks/footprint.py
"""

from __future__ import annotations

import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement


def closure(name: str) -> set[str]:
    """The distributions that an install of `name` without extras brings, itself included."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        try:
            requires = distribution(current).requires or []
        except PackageNotFoundError:
            continue
        found.add(current)
        wanted = map(Requirement, requires)
        waiting += [r.name.lower() for r in wanted if not r.marker or r.marker.evaluate({"extra": ""})]
    return found


def size(name: str) -> int:
    """Bytes of the files that a distribution installed (of an editable one: next to none)."""
    files = distribution(name).files or []
    return sum(path.stat().st_size for f in files if (path := f.locate()).is_file())  # type: ignore[attr-defined]


def import_seconds(statement: str) -> float:
    """The least of five fresh processes that run the statement, less that of one that runs nothing."""

    def best(code: str) -> float:
        spent = []
        for _ in range(5):
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            spent.append(time.perf_counter() - started)
        return min(spent)

    return best(statement) - best("pass")


def main() -> None:
    """Print the figures."""
    names = closure("claimwire")
    sizes = {n: size(n) for n in names}
    print(f"{len(names)} distributions, {sum(sizes.values()) / 1e6:.0f} MB installed")
    print(", ".join(f"{n} {sizes[n] / 1e6:.0f} MB" for n in sorted(sizes, key=sizes.__getitem__)[:-6:-1]))
    print(f"import claimwire: {import_seconds('import claimwire'):.2f} s")
    print(f"import spacy: {import_seconds('import spacy'):.2f} s")


if __name__ == "__main__":
    main()
