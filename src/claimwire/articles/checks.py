"""What every article must be, however it was read: text, not empty, not endless, with a date or none."""

from __future__ import annotations

import datetime
import re
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.errors import InputError
from claimwire.articles.options import ReadOptions
from claimwire.articles.texts.language import ENGLISH

# Control characters have no place in an article; white space among them (tab, line and form feeds) has.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def check_text(text: str, source: str, max_chars: int, id: str | None = None) -> None:
    """Raise InputError for a text that cannot be an article; offsets in messages are code points."""
    if not text:
        raise InputError(source, "is empty; give a file with the text of an article", "empty", id)
    if not text.strip("\ufeff \t\r\n\v\f\x85\xa0\u2028\u2029") or text.isspace():
        raise InputError(source, "has only white space; give a file with the text of an article", "empty", id)
    if len(text) > max_chars:
        message = f"has {len(text):,} characters, more than --max-chars {max_chars:,}; split it or raise that"
        raise InputError(source, message, "too_long", id)
    if found := _CONTROL.search(text):
        message = f"has the control character U+{ord(found[0]):04X} at offset {found.start()}; remove it"
        raise InputError(source, message, "control_character", id)
    if found := _SURROGATE.search(text):
        message = f"has half of a surrogate pair at offset {found.start()}, which is no character; remove it"
        raise InputError(source, message, "surrogate", id)


def iso_date(value: Any, source: str, id: str | None = None) -> str | None:
    """A date field as ISO date: a date, a date-time (its date), or None for null and empty text.

    Raises InputError for anything else: a wrong publication date would make every relative time wrong.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(value.strip()).date().isoformat()
        except ValueError:
            pass
    raise InputError(
        source, f"has the date {value!r}, which is no ISO date; write it as 2026-01-23", "date", id
    )


def dated(
    value: Any, where: str, options: ReadOptions, id: str | None = None, found: str = "field"
) -> tuple[str | None, str | None]:
    """The publication date (ISO) and where it was found: in the input, else given by option, else nowhere."""
    if date := iso_date(value, where, id):
        return date, found
    return options.date, "option" if options.date else None


def without_date(where: str, text: str, id: str, reader: str, options: ReadOptions) -> Article:
    """The article of an input that tells no date of its own."""
    date, date_source = dated(None, where, options)
    return Article(text, id, where, date=date, date_source=date_source, reader=reader)


def check_language(language: str | None, where: str, id: str | None = None) -> None:
    """Raise InputError for a text in another language than English; None is a language that is not known."""
    if language not in (None, ENGLISH):
        message = f"is in the language {language!r}, not in English; --any-language takes it all the same"
        raise InputError(where, message, "language", id)


def title_span(title: Any, text: str) -> tuple[int, int] | None:
    """Where the text begins with the title that the input gives; None where it does not."""
    if not isinstance(title, str) or not title.strip():
        return None
    start = len(text) - len(text.lstrip())
    return (start, start + len(title.strip())) if text.startswith(title.strip(), start) else None
