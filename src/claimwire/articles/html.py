"""HTML through trafilatura: the article's text, with the date, title and URL of the page's metadata.

Offsets refer to the text that trafilatura extracts; `with_text` output keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.checks import iso_date, title_span
from claimwire.articles.decode import decode
from claimwire.articles.errors import InputError
from claimwire.articles.files import whole
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import Place

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)


def read(place: Place, id: str, options: ReadOptions) -> Iterator[tuple[str, Article]]:
    """The one article of the page. Raises InputError where the page holds no article text."""
    try:
        import trafilatura
    except ImportError:
        message = 'is HTML, which needs trafilatura; install it with: pip install "claimwire[html]"'
        raise InputError(place.source, message, "extra") from None
    page, charset = _page(whole(place, options.max_chars), place.source)
    extracted: Any = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    if extracted is None or not extracted.text:
        raise InputError(
            place.source, "is HTML in which no article text was found; give its text instead", "no_text"
        )
    yield (
        place.source,
        Article(
            text=extracted.text,
            id=id,
            source=place.source,
            date=iso_date(extracted.date, place.source, id) or options.date,
            title=title_span(extracted.title, extracted.text),
            url=extracted.url or None,
            reader=f"html (trafilatura {version('trafilatura')}, {charset})",
        ),
    )


def _page(data: bytes, source: str) -> tuple[str, str]:
    declared = _DECLARED.search(data[:4096])
    if declared:
        charset = declared[1].decode("ascii").lower()
        try:
            return data.decode(charset), charset
        except (LookupError, UnicodeDecodeError):
            pass  # pages often declare a charset that they are not in
    return decode(data, source)
