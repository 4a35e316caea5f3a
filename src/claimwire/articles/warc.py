"""Web archives (WARC, packed or not) through FastWARC: an article a page that was fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from typing import Any, BinaryIO

from claimwire.articles.article import Article
from claimwire.articles.errors import InputError
from claimwire.articles.files import library, opened
from claimwire.articles.options import Format, ReadOptions
from claimwire.articles.places import InputFile

_FETCHED = 200
_FORMATS: dict[str, Format] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/json": "json",
    "application/rss+xml": "xml",
    "application/atom+xml": "xml",
    "application/pdf": "pdf",
}


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of the archive's responses, called `news-12` after the page's place among them.

    Raises InputError for a file that is no archive or is damaged, behind what could be read of it.
    """
    from claimwire.articles.read import articles_of

    warc = library("fastwarc.warc", place, "a web archive", "fastwarc", "warc")
    reader = f"warc (fastwarc {version('fastwarc')})"
    limit = 4 * options.max_chars + 4
    number = 0
    with opened(place) as file:
        for page in _pages(warc, file, place, limit):
            number += 1
            inner = InputFile(
                f"{place.source}/{page.url}", page.format, f"{id}-{number}", f"{id}-{number}", page.inside
            )
            for where, item in articles_of(inner, inner.stem, replace(options, format=None)):
                yield where, _placed(item, page.url, place, reader)
    if not number:
        raise InputError(place.source, "is a web archive without a page that was fetched", "empty")


class _Page:
    def __init__(self, url: str, format: Format, data: bytes) -> None:
        self.url, self.format = url, format
        self.inside = partial(_open, data)


@contextmanager
def _open(data: bytes) -> Iterator[BinaryIO]:
    yield io.BytesIO(data)


def _placed(item: Article | InputError, url: str, place: InputFile, reader: str) -> Article | InputError:
    if isinstance(item, InputError):
        return item
    return replace(item, url=item.url or url, reader=f"{reader}, {item.reader}")


def _pages(warc: Any, file: BinaryIO, place: InputFile, limit: int) -> Iterator[_Page]:
    try:
        records = warc.ArchiveIterator(file, record_types=warc.WarcRecordType.response, auto_decode="all")
        for record in records:
            page = _page(record, limit)
            if page:
                yield page
    except (OSError, ValueError, EOFError, RuntimeError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(place.source, f"is no whole web archive ({error}); fetch it again", "warc") from None


def _page(record: Any, limit: int) -> _Page | None:
    headers = record.http_headers
    url = record.headers.get("WARC-Target-URI") or ""
    if headers is None or headers.status_code != _FETCHED:
        return None
    kind = (headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    format = _FORMATS.get(kind)
    # one byte more than is allowed, so that the reader of the page refuses it by name
    return _Page(url.strip("<>"), format, record.reader.read(limit + 1)) if format else None
