"""The local engine: a pool of worker processes that loses only what it must when one of them dies.

A chunk whose worker dies (killed, out of memory) or takes longer than the time limit is tried once more,
then article by article; an article that alone brings its worker down becomes an error record. Outcomes
come out in the order of the input, whatever the number of workers.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait

from claimwire.articles import Article
from claimwire.batch.chunks import chunks
from claimwire.batch.limits import TimeLimit
from claimwire.batch.outcome import Outcome, failed
from claimwire.batch.process import CannotStart, Ready, WorkerProcess, pin_threads
from claimwire.batch.serial import Maker
from claimwire.errors import UserError

# Chunks read ahead of the one that is written next, for each worker: enough to keep it busy, few to hold.
READ_AHEAD = 4
START_ATTEMPTS = 3


class PoolError(UserError, RuntimeError):
    """The pool cannot work at all; the message says why."""


class WorkerDied(Exception):
    """An article whose worker died; the message says of what."""


@dataclass
class Task:
    """Articles of one chunk with their places in the stream of outcomes."""

    places: list[int]
    articles: list[Article]
    attempts: int = 0


class Pool:
    """Runs articles through `jobs` workers. time_limit: seconds an article may take, None for ever."""

    def __init__(self, maker: Maker, jobs: int, time_limit: float | None = None) -> None:
        self.maker, self.jobs, self.time_limit = maker, jobs, time_limit
        self.workers: list[WorkerProcess] = []
        self.tasks: deque[Task] = deque()
        self.outcomes: dict[int, Outcome] = {}
        self.failed_starts = 0

    def run(self, items: Iterable[Article | Outcome]) -> Iterator[Outcome]:
        """The outcomes of the articles, in order; items that are outcomes already pass through.

        Raises what `maker.make()` raised in a worker, and PoolError where workers die before they can work.
        """
        pin_threads()
        source = chunks(items)
        read = written = 0
        more = True
        try:
            while True:
                while more and read - written < self.jobs * READ_AHEAD * 16 and len(self.tasks) < self.jobs:
                    chunk = next(source, None)
                    more = chunk is not None
                    read = self._take(chunk or [], read)
                while written in self.outcomes:
                    yield self.outcomes.pop(written)
                    written += 1
                if written < read:
                    self._step()
                elif not more:
                    return
        finally:
            self.close()

    def close(self) -> None:
        """End all workers; what they worked on is lost."""
        for worker in self.workers:
            worker.process.kill()
        while self.workers:
            self.workers.pop().end()

    def _take(self, chunk: list[Article | Outcome], read: int) -> int:
        task = Task([], [])
        for place, item in enumerate(chunk, read):
            if isinstance(item, Article):
                task.places.append(place)
                task.articles.append(item)
            else:
                self.outcomes[place] = item
        if task.places:
            self.tasks.append(task)
        return read + len(chunk)

    def _step(self) -> None:
        """Hand out tasks, then wait for something to happen: an answer, a death, a limit."""
        while len(self.workers) < self.jobs and len(self.tasks) > sum(not w.task for w in self.workers):
            self.workers.append(WorkerProcess(self.maker))
        for worker in [w for w in self.workers if w.ready and w.task is None]:
            if not self.tasks:
                break
            self._give(worker, self.tasks.popleft())
        pipes = {worker.pipe: worker for worker in self.workers}
        for pipe in wait(list(pipes), self._patience()):
            self._hear(pipes[pipe])  # type: ignore[index]
        for worker in [w for w in self.workers if w.deadline and time.monotonic() > w.deadline]:
            self._lost(worker, timed_out=True)

    def _patience(self) -> float | None:
        deadlines = [worker.deadline for worker in self.workers if worker.deadline]
        return max(0.0, min(deadlines) - time.monotonic()) + 0.01 if deadlines else None

    def _give(self, worker: WorkerProcess, task: Task) -> None:
        worker.task = task
        worker.deadline = time.monotonic() + self.time_limit if self.time_limit else None
        if not worker.send(task.articles):
            self._lost(worker)

    def _hear(self, worker: WorkerProcess) -> None:
        answer = worker.receive()
        if answer is None:
            self._lost(worker)
        elif isinstance(answer, CannotStart):
            raise answer.error
        elif isinstance(answer, Ready):
            worker.ready, self.failed_starts = True, 0
        else:
            self.outcomes.update(zip(worker.task.places, answer, strict=True))
            worker.task = worker.deadline = None

    def _lost(self, worker: WorkerProcess, timed_out: bool = False) -> None:
        """A worker is gone, or must go: its task is tried again, taken apart, or given up."""
        code = worker.end()
        self.workers.remove(worker)
        task: Task | None = worker.task
        if task is None:
            if not worker.ready:
                self._count_failed_start(code)
            return
        task.attempts += 1
        alone = len(task.places) == 1
        if alone and (timed_out or task.attempts > 1):
            self.outcomes[task.places[0]] = self._given_up(task.articles[0], code, timed_out)
        elif task.attempts == 1 and not timed_out:
            self.tasks.appendleft(task)
        else:
            parts = zip(task.places, task.articles, strict=True)
            self.tasks.extendleft(
                reversed([Task([p], [a], attempts=0 if timed_out else 1) for p, a in parts])
            )

    def _given_up(self, article: Article, code: int | None, timed_out: bool) -> Outcome:
        if timed_out:
            error: Exception = TimeLimit(self.time_limit)
        else:
            error = WorkerDied(f"its process was ended twice by {_cause(code)}")
        return failed(article.source or article.id, error, article.id)

    def _count_failed_start(self, code: int | None) -> None:
        self.failed_starts += 1
        if self.failed_starts >= START_ATTEMPTS:
            raise PoolError(f"worker processes end before they can work ({_cause(code)}); try fewer --jobs")


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name
        return f"{name} (out of memory?)" if name == "SIGKILL" else name
    return f"exit code {code}"
