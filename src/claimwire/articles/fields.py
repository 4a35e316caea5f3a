"""One object of a JSONL file, or one row of a table, as an Article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.checks import iso_date, title_span
from claimwire.articles.errors import InputError
from claimwire.articles.options import ReadOptions


def from_fields(
    fields: Mapping[str, Any], where: str, source: str, fallback_id: str, reader: str, options: ReadOptions
) -> Article:
    """The article of these fields; `where` (file and line) is what messages name. Raises InputError."""
    given = fields.get(options.id_field)
    id = fallback_id if given is None or given == "" else str(given)
    text = fields.get(options.text_field)
    if text is None:
        message = f"has no field {options.text_field!r}; name the field that holds the text with --text-field"
        raise InputError(where, message, "field", id)
    if not isinstance(text, str):
        raise InputError(
            where, f"its field {options.text_field!r} is no text but {type(text).__name__}", "field", id
        )
    url = fields.get(options.url_field)
    return Article(
        text=text,
        id=id,
        source=source,
        date=iso_date(fields.get(options.date_field), where, id) or options.date,
        title=title_span(fields.get(options.title_field), text),
        url=str(url) if url else None,
        reader=reader,
    )
