"""One worker process: it loads the work once, then answers chunk for chunk over its pipe."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from claimwire.articles import Article
from claimwire.batch.outcome import Outcome
from claimwire.batch.serial import Maker

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class CannotStart:
    """The worker could not load what it needs: the error to raise in the parent."""

    error: Exception


def pin_threads() -> None:
    """One BLAS thread a process: more of them fight over the cores that other processes use."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")


def serve(pipe: Connection, maker: Maker) -> None:
    """What a worker process does until its pipe closes: receive articles, send back their outcomes.

    SIGINT is left to the parent, which ends its workers. When the parent dies, the pipe ends too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            work = maker.make()
        except Exception as error:
            pipe.send(CannotStart(error))
            return
        pipe.send(Ready())
        while True:
            pipe.send(work(pipe.recv()))


class WorkerProcess:
    """The parent's side of a worker: its process, its pipe, and since when it works on what."""

    def __init__(self, maker: Maker) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, maker), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.task: Any = None
        self.deadline: float | None = None

    def send(self, articles: Sequence[Article]) -> bool:
        """Give the worker its next chunk; False where it has died."""
        try:
            self.pipe.send(list(articles))
        except (BrokenPipeError, ConnectionResetError):
            return False
        return True

    def receive(self) -> Ready | CannotStart | list[Outcome] | None:
        """What the worker has sent; None where it has died."""
        try:
            answer: Ready | CannotStart | list[Outcome] = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            return None
        return answer

    def end(self) -> int | None:
        """Kill the process and free what it held; its exit code, negative for a signal."""
        self.process.join(0.2 if not self.process.is_alive() else 0)
        if self.process.is_alive():
            self.process.kill()
        self.process.join(5)
        code = self.process.exitcode
        self.pipe.close()
        return code
