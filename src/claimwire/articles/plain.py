"""Plain text: the file is the article, line ends and white space as they are."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.articles.article import Article
from claimwire.articles.checks import without_date
from claimwire.articles.decode import decode
from claimwire.articles.files import read_article
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article]]:
    """The one article of the file. Raises InputError."""
    text, charset = decode(read_article(place, options.max_chars), place.source)
    yield place.source, without_date(place.source, text, id, f"text ({charset})", options)
