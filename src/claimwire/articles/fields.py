"""One object of a JSONL file, or one row of a table, as an Article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.checks import dated, title_span
from claimwire.articles.errors import InputError
from claimwire.articles.options import ReadOptions
from claimwire.articles.texts.cleaning import cleaned


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
    text, warnings = cleaned(text)
    date, date_source = dated(fields.get(options.date_field), where, options, id)
    return Article(
        text=text,
        id=id,
        source=source,
        date=date,
        date_source=date_source,
        title=title_span(_cleaned(fields.get(options.title_field)), text),
        url=string(fields.get(options.url_field)),
        author=string(fields.get(options.author_field)),
        reader=reader,
        warnings=warnings,
    )


def _cleaned(value: Any) -> Any:
    return cleaned(value)[0] if isinstance(value, str) else value


def string(value: Any) -> str | None:
    """A field as text: names (or objects with a name) joined, numbers as written; None for what is empty."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, (list, tuple)):
        names = (v.get("name") if isinstance(v, Mapping) else v for v in value)
        return ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip()) or None
    return str(value).strip() or None if isinstance(value, (str, int, float)) else None
