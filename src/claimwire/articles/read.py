"""All inputs of a run as one stream of Articles and, where one cannot be read, ErrorRecords."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from claimwire.articles.article import Article
from claimwire.articles.checks import check_text
from claimwire.articles.errors import InputError
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import Place, places
from claimwire.records import ErrorRecord

READERS = {
    "text": "claimwire.articles.plain",
    "markdown": "claimwire.articles.markdown",
    "jsonl": "claimwire.articles.jsonl",
    "html": "claimwire.articles.html",
    "csv": "claimwire.articles.tables",
    "parquet": "claimwire.articles.tables",
}


def read_articles(names: list[str], options: ReadOptions | None = None) -> Iterator[Article | ErrorRecord]:
    """The articles of files, folders, patterns and stdin ("-"), in order, read as they are asked for.

    What cannot be read gives an ErrorRecord in its place, and so does an article that repeats an id.
    """
    options = options or ReadOptions()
    return read_places(places(names, options.format), options)


def read_places(found: Iterable[Place | InputError], options: ReadOptions) -> Iterator[Article | ErrorRecord]:
    """As `read_articles`, from places already found."""
    seen: dict[str, str] = {}
    for place in found:
        if isinstance(place, InputError):
            yield place.record()
            continue
        try:
            for where, item in _read(place, options):
                yield item.record() if isinstance(item, InputError) else _checked(item, where, options, seen)
        except InputError as error:
            yield error.record()


def _read(place: Place, options: ReadOptions) -> Iterator[tuple[str, Article | InputError]]:
    reader = import_module(READERS[place.format])
    id = place.path_id if options.id_from == "path" else place.stem
    yield from reader.read(place, id, options)


def _checked(
    article: Article, where: str, options: ReadOptions, seen: dict[str, str]
) -> Article | ErrorRecord:
    try:
        check_text(article.text, where, options.max_chars, article.id)
    except InputError as error:
        return error.record()
    if article.id in seen:
        message = f"has the id {article.id!r} of {seen[article.id]}; ids must be unique in a run (see --ids)"
        return InputError(where, message, "duplicate", article.id).record()
    seen[article.id] = where
    return article
