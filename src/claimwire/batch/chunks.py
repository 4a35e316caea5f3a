"""Articles gathered into chunks: few enough to lose when a worker dies, enough to keep it busy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimwire.articles import Article
from claimwire.batch.outcome import Outcome

MAX_ARTICLES = 16
MAX_CHARS = 50_000


def chunks(
    items: Iterable[Article | Outcome], max_articles: int = MAX_ARTICLES, max_chars: int = MAX_CHARS
) -> Iterator[list[Article | Outcome]]:
    """The items in order, in lists that hold at most so many articles and characters, or one long article."""
    chunk: list[Article | Outcome] = []
    articles = size = 0
    for item in items:
        more = len(item.text) if isinstance(item, Article) else 0
        if chunk and (articles >= max_articles or len(chunk) >= 4 * max_articles or size + more > max_chars):
            yield chunk
            chunk, articles, size = [], 0, 0
        chunk.append(item)
        articles += isinstance(item, Article)
        size += more
    if chunk:
        yield chunk
