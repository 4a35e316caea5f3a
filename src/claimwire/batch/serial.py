"""The engine without other processes: everything in this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from claimwire.articles import Article
from claimwire.batch.chunks import chunks
from claimwire.batch.limits import OutOfTime, TimeLimit, time_limit
from claimwire.batch.outcome import Outcome, failed
from claimwire.batch.worker import Work


class Maker(Protocol):
    """Makes the worker function in the process that will call it; must be picklable for other processes."""

    def make(self) -> Work:
        """Load what the work needs."""


def run(items: Iterable[Article | Outcome], maker: Maker, seconds: float | None = None) -> Iterator[Outcome]:
    """The outcomes of the articles, in order; items that are outcomes already pass through.

    seconds: how long an article may take.
    """
    work: Work | None = None
    for chunk in chunks(items):
        articles = [item for item in chunk if isinstance(item, Article)]
        if articles and work is None:
            work = maker.make()
        results = iter(_within(seconds, work, articles) if work else [])
        for item in chunk:
            yield next(results) if isinstance(item, Article) else item


def _within(seconds: float | None, work: Work, articles: list[Article]) -> list[Outcome]:
    """The work within the time limit: a chunk that takes longer than one article may is taken apart."""
    try:
        with time_limit(seconds):
            return work(articles)
    except OutOfTime:
        if len(articles) == 1:
            article = articles[0]
            return [failed(article.source or article.id, TimeLimit(seconds), article.id)]
        return [outcome for article in articles for outcome in _within(seconds, work, [article])]
