"""All inputs of a run as one stream of Articles and, where one cannot be read, ErrorRecords."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module

from claimwire.articles.article import Article
from claimwire.articles.checks import check_language, check_text
from claimwire.articles.errors import InputError
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile, places
from claimwire.articles.texts.language import language_of
from claimwire.records import ErrorRecord

READERS = {
    "text": "claimwire.articles.plain",
    "markdown": "claimwire.articles.markdown",
    "jsonl": "claimwire.articles.jsonl",
    "json": "claimwire.articles.objects",
    "html": "claimwire.articles.html",
    "csv": "claimwire.articles.tables",
    "parquet": "claimwire.articles.tables",
    "xml": "claimwire.articles.xml",
    "warc": "claimwire.articles.warc",
    "docx": "claimwire.articles.docx",
    "pdf": "claimwire.articles.pdf",
    "zip": "claimwire.articles.archive",
}


def read_articles(names: list[str], options: ReadOptions | None = None) -> Iterator[Article | ErrorRecord]:
    """The articles of files, folders, patterns and stdin ("-"), in order, read as they are asked for.

    What cannot be read gives an ErrorRecord in its place, and so does an article that repeats an id.
    """
    options = options or ReadOptions()
    return read_places(places(names, options.format), options)


def read_places(
    found: Iterable[InputFile | InputError], options: ReadOptions
) -> Iterator[Article | ErrorRecord]:
    """As `read_articles`, from places already found."""
    ids = Ids()
    for place in found:
        if isinstance(place, InputError):
            yield place.record()
            continue
        for where, item in read_place(place, options):
            yield item if isinstance(item, ErrorRecord) else ids.refused(item.id, where) or item


def read_place(place: InputFile, options: ReadOptions) -> Iterator[tuple[str, Article | ErrorRecord]]:
    """The articles of one file and what cannot be read, each with its file and line; ids may repeat."""
    id = place.path_id if options.id_from == "path" else place.stem
    for where, item in articles_of(place, id, options):
        yield where, item.record() if isinstance(item, InputError) else _checked(item, where, options)


def articles_of(
    place: InputFile, id: str, options: ReadOptions
) -> Iterator[tuple[str, Article | InputError]]:
    """As `read_place`, by what the file's reader gives, unchecked; `id` is of an article that has none."""
    try:
        yield from import_module(READERS[place.format]).read(place, id, options)
    except InputError as error:
        yield place.source, error


class Ids:
    """The ids of a run so far, each with the place of its article."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def refused(self, id: str, where: str) -> ErrorRecord | None:
        """The error of an article whose id an earlier one has; None for a new id, which is kept."""
        if id not in self._seen:
            self._seen[id] = where
            return None
        message = f"has the id {id!r} of {self._seen[id]}; ids must be unique in a run (see --ids)"
        return InputError(where, message, "duplicate", id).record()


def _checked(article: Article, where: str, options: ReadOptions) -> Article | ErrorRecord:
    try:
        check_text(article.text, where, options.max_chars, article.id)
        language = language_of(article.text)
        if not options.any_language:
            check_language(language, where, article.id)
    except InputError as error:
        return error.record()
    return replace(article, language=language)
