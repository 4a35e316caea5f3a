"""When a page's story was published, and what says so: JSON-LD, `<meta>`, `<time>`, or the URL.

Never a script, an image's path or a date in the text: those are of other things as often as not.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimwire.articles.pages.trees import Element, name_words, text_in

_META = (
    "article:published_time", "article:published", "datepublished", "og:published_time", "og:pubdate",
    "og:article:published_time", "publishdate", "publish-date", "publish_date", "published", "published-date",
    "published_time", "published-time", "pubdate", "publication_date", "publicationdate", "publication-date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
    "dcterms.available", "citation_publication_date", "citation_date", "article_date_original", "displaydate",
    "original-publish-date", "date.published", "article.published", "issued", "rnews:datepublished",
    "vr:published_time", "ptime", "article-publication-date", "iso-8601-publish-date", "date", "created",
)  # fmt: skip
_MONTHS = {
    m: n
    for n, m in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_IN_URL = re.compile(
    r"(?<![\d])((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-]?"
    r"(0[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_LATER = re.compile(r"-(?:updated?|modified|modify|last|edited)-")
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)


def published(
    stories: Iterable[dict[str, Any]], tree: Element, urls: Iterable[str | None], places: Iterable[Element]
) -> tuple[str | None, str | None]:
    """The day (ISO) and what says it, of a page's story; places: where its `<time>` may stand, best first."""
    for source, given in (
        ("json-ld", [s.get("datePublished") or s.get("dateCreated") for s in stories]),
        ("meta", _metas(tree)),
        ("time", [time for place in places for time in _times(place)]),
        ("url", [_in_url(url) for url in urls]),
    ):
        if date := next(filter(None, map(day, given)), None):
            return date, source
    return None, None


def timed(place: Element) -> tuple[str | None, str | None]:
    """As `published`, of one of several stories: only what stands in it."""
    date = next(filter(None, map(day, _times(place))), None)
    return date, "time" if date else None


def day(given: object) -> str | None:
    """The calendar day of a date as pages write it, as ISO date; None where it is no date of a day."""
    if not isinstance(given, str) or not given.strip():
        return None
    given = " ".join(given.split())
    try:
        return _sane(datetime.datetime.fromisoformat(given).date())
    except ValueError:
        pass
    if found := re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", given):
        return _calendar(*map(int, found.groups()))
    return _written(given)


def _written(given: str) -> str | None:
    """A date in words, or in figures whose order is clear."""
    if len(given) > 80 or not re.search(r"\d", given):
        return None
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    text = re.sub(
        r"^\W*(?:published|posted|updated|created|on|at|date)\b[:\s]*(?:on|at)?\s*", "", given, flags=re.I
    )
    text = re.sub(r"\s+(?:at|[|·•–-])\s+", " ", text)
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return _sane(found.date()) if found else None


def _sane(date: datetime.date) -> str | None:
    return date.isoformat() if 1900 <= date.year <= 2100 else None


def _calendar(year: int, month: int, day: int) -> str | None:
    try:
        return _sane(datetime.date(year, month, day))
    except ValueError:
        return None


def _metas(tree: Element) -> Iterator[str | None]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name in _META and meta.get("content"):
                found.setdefault(name, meta.get("content"))
    return (found.get(name) for name in _META)


def _times(story: Element) -> Iterator[str | None]:
    """The dates of `time` elements, first those that are called the publication's, updates last."""
    times = list(story.iter("time"))
    marked = [e for e in story.iter() if (e.get("itemprop") or "").lower() == "datepublished"]
    first = [t for t in times if t.get("pubdate") is not None or "-publi" in name_words(t)]
    later = [t for t in times if _is_later(t)]
    rest = [t for t in times if not any(t is other for other in later)]
    for element in (*marked, *(t for t in first if not _is_later(t)), *rest, *later):
        yield element.get("datetime") or element.get("content") or text_in(element)


def _is_later(time: Element) -> bool:
    parent = time.getparent()
    before = (parent.text or "") if parent is not None and parent[0] is time else ""
    previous = time.getprevious()
    before += (previous.tail or "") if previous is not None else ""
    named = name_words(time) + (name_words(parent) if parent is not None else "")
    return bool(_LATER.search(named) or _UPDATED.search(before) or _UPDATED.match(text_in(time)))


def _in_url(url: str | None) -> str | None:
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", url or "")
    for found in _IN_URL.finditer(path):
        month = found[2].lower()
        if date := _calendar(int(found[1]), _MONTHS.get(month) or int(month), int(found[3])):
            return date
    return None
