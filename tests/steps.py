"""How much work a call is, counted in lines of the package that run: the same anywhere, at any load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

_PACKAGE = str(Path(__file__).resolve().parents[1] / "src" / "claimwire")


def steps(work: Callable[[], object]) -> int:
    """The lines of claimwire that run until `work` returns. Loops inside libraries and C are not seen."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(_PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[int], Callable[[], object]], small: int, large: int) -> float:
    """The steps of the large size by those of the small one, in proportion to the sizes: 1 is linear.

    work: prepares a call for a size. One is made before, so that what is done once a process does not count.
    """
    work(small)()
    return (steps(work(large)) / large) / (max(steps(work(small)), 1) / small)
