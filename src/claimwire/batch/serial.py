"""The engine without other processes: everything in this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from claimwire.articles import Article
from claimwire.batch.chunks import chunks
from claimwire.batch.outcome import Outcome
from claimwire.batch.worker import Work


class Maker(Protocol):
    """Makes the worker function in the process that will call it; must be picklable for other processes."""

    def make(self) -> Work:
        """Load what the work needs."""


def run(items: Iterable[Article | Outcome], maker: Maker) -> Iterator[Outcome]:
    """The outcomes of the articles, in order; items that are outcomes already pass through."""
    work: Work | None = None
    for chunk in chunks(items):
        articles = [item for item in chunk if isinstance(item, Article)]
        if articles and work is None:
            work = maker.make()
        results = iter(work(articles) if work else [])
        for item in chunk:
            yield next(results) if isinstance(item, Article) else item
