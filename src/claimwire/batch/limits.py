"""A time limit on work in this process."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class OutOfTime(BaseException):
    """Raised inside the work; no Exception, so that the work's own error handling lets it pass."""


class TimeLimit(Exception):
    """An article that took longer than the time limit."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__(f"took longer than {seconds:g} seconds (--time-limit)")


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raise OutOfTime in the block when it takes longer, as soon as the interpreter has control.

    Without effect outside the main thread and on systems without interval timers.
    """
    usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not seconds or not usable:
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
