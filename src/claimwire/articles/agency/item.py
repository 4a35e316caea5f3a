"""What the agencies' formats have in common: a headline, a body, dates, and items that are not to be used."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimwire.articles.article import Article
from claimwire.articles.checks import dated
from claimwire.articles.errors import InputError
from claimwire.articles.headline import headed
from claimwire.articles.options import ReadOptions
from claimwire.articles.texts.cleaning import cleaned

# "20260123T101500Z", "20260123": ISO 8601 without hyphens, as NITF writes it
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T.*)?$")
_BY = re.compile(r"^\s{0,9}by\s{1,9}", re.IGNORECASE)
# IPTC's publishing status codes of items that must not be published
_WITHDRAWN = ("canceled", "cancelled", "withheld")


@dataclass(frozen=True, slots=True)
class Item:
    """A news item as its format gives it; `body` is text, or the text of HTML."""

    body: str
    headline: str | None = None
    id: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None
    status: str | None = None


def article_of(
    item: Item, where: str, source: str, fallback_id: str, reader: str, options: ReadOptions
) -> Article:
    """The item as an article. Raises InputError for an item without text, and for one that was withdrawn."""
    id = item.id or fallback_id
    if item.status and item.status.lower().endswith(_WITHDRAWN):
        raise InputError(
            where, f"is an item that its agency has {item.status.split(':')[-1]}", "withdrawn", id
        )
    body, warnings = cleaned(item.body)
    if not body.strip():
        raise InputError(where, f"is a {reader} item without text", "no_text", id)
    text, title = headed(cleaned(item.headline or "")[0], body)
    date, date_source = dated(_iso(item.date), where, options, id)
    author = _BY.sub("", item.author, count=1).strip() if item.author else None
    return Article(
        text=text,
        id=id,
        source=source,
        date=date,
        title=title,
        url=item.url,
        reader=reader,
        author=author or None,
        date_source=date_source,
        warnings=warnings,
    )


def _iso(date: str | None) -> str | None:
    found = _BASIC.match(date.strip()) if date else None
    return "-".join(found.groups()) if found else date
