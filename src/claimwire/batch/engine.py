"""Which engine runs: this process alone for little work, a pool of processes for much."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator

from claimwire.articles import Article, ReadOptions, read_articles
from claimwire.batch import serial
from claimwire.batch.folder import OutputFolder
from claimwire.batch.outcome import Outcome
from claimwire.batch.serial import Maker

# Below this many characters, one process is done before others have loaded the pipeline.
WORTH_A_POOL = 150_000


def cores() -> int:
    """The logical CPUs that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    items: Iterable[Article | Outcome],
    maker: Maker,
    jobs: int | None = None,
    time_limit: float | None = None,
) -> Iterator[Outcome]:
    """The outcomes of the articles, in order, byte for byte the same for any number of jobs.

    jobs: processes; 1 works in this one, None takes all cores where there is enough to do. time_limit:
    seconds an article may take.
    """
    source = iter(items)
    if jobs is None:
        first, much = _peek(source)
        source = itertools.chain(first, source)
        jobs = cores() if much else 1
    if jobs == 1:
        return serial.run(source, maker, time_limit)
    from claimwire.batch.pool import Pool

    return Pool(maker, jobs, time_limit).run(source)


def extract(
    names: list[str],
    options: ReadOptions,
    maker: Maker,
    folder: OutputFolder | None = None,
    jobs: int | None = None,
    time_limit: float | None = None,
    engine: str = "local",
) -> Iterator[Outcome]:
    """The outcomes of the articles of files, folders, patterns and stdin, in order.

    folder: where the outcomes will be written; what it holds already is taken from there. time_limit: not on
    Ray. engine: `local`, or `ray` with `jobs` actors on its cluster, where Ray reads the files too.
    """
    if engine == "ray":
        from claimwire.batch import ray

        return ray.extract(names, options, maker, folder, jobs)
    items = read_articles(names, options)
    return run(folder.plan(items) if folder else items, maker, jobs, time_limit)


def _peek(items: Iterator[Article | Outcome]) -> tuple[list[Article | Outcome], bool]:
    first, size = [], 0
    for item in items:
        first.append(item)
        size += len(item.text) if isinstance(item, Article) else 0
        if size > WORTH_A_POOL:
            return first, True
    return first, False
