"""RSS and Atom through feedparser: an article an entry, from its full text, else from its summary."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.checks import dated, iso_date
from claimwire.articles.errors import InputError
from claimwire.articles.files import library
from claimwire.articles.headline import headed
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile
from claimwire.articles.texts.cleaning import cleaned
from claimwire.articles.texts.markup import text_of
from claimwire.records import DocumentWarning

SUMMARY = DocumentWarning("summary_only", "the feed gives a summary of the article, not its whole text")
DAMAGED = DocumentWarning("damaged_feed", "the feed is no well-formed XML; the article may be incomplete")


def articles(
    data: bytes, place: InputFile, id: str, options: ReadOptions
) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of a feed; an entry that is none gives its InputError. Raises InputError for the feed."""
    feedparser = library("feedparser", place, "a feed", "feedparser", "feeds")
    try:
        feed = feedparser.parse(io.BytesIO(data))
    except Exception as error:  # of a damaged feed, feedparser may raise anything
        message = f"is a feed that cannot be read ({type(error).__name__}); fetch it again"
        raise InputError(place.source, message, "feed") from None
    if not feed.entries:
        raise InputError(place.source, "is a feed without entries", "empty")
    damaged = (DAMAGED,) if feed.bozo and "SAX" in type(feed.get("bozo_exception")).__name__ else ()
    for number, entry in enumerate(feed.entries, 1):
        where = f"{place.source}:{number}"
        try:
            yield where, _article(entry, where, place, f"{id}-{number}", options, damaged)
        except InputError as error:
            yield where, error


def _article(
    entry: Mapping[str, Any],
    where: str,
    place: InputFile,
    fallback_id: str,
    options: ReadOptions,
    damaged: tuple[DocumentWarning, ...],
) -> Article:
    id = str(entry.get("id") or entry.get("link") or fallback_id)
    text, warnings = _text(entry)
    if not text.strip():
        raise InputError(where, "is an entry without text", "no_text", id)
    text, title = headed(text_of(str(entry.get("title") or "")), text)
    date, date_source = dated(_date(entry), where, options, id)
    return Article(
        text=text,
        id=id,
        source=place.source,
        date=date,
        title=title,
        url=entry.get("link") or None,
        reader=f"feed (feedparser {version('feedparser')})",
        author=entry.get("author") or None,
        date_source=date_source,
        warnings=(*warnings, *damaged),
    )


def _text(entry: Mapping[str, Any]) -> tuple[str, tuple[DocumentWarning, ...]]:
    contents = [str(c.get("value") or "") for c in entry.get("content") or ()]
    if full := max(contents, key=len, default=""):
        return cleaned(text_of(full))
    text, warnings = cleaned(text_of(str(entry.get("summary") or "")))
    return text, (*warnings, SUMMARY)


def _date(entry: Mapping[str, Any]) -> str | None:
    """The day of publication where the newsroom is: the feed's own date, not that in UTC."""
    for name in ("published", "updated", "created"):
        given = entry.get(name)
        if not isinstance(given, str):
            continue
        try:
            return iso_date(given, "")
        except InputError:
            pass
        try:
            return parsedate_to_datetime(given).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
