"""JSON files: one object, an array of them, or an object that holds such an array; also IPTC ninjs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from claimwire.articles.agency import ninjs
from claimwire.articles.agency.item import article_of
from claimwire.articles.article import Article
from claimwire.articles.decode import decode
from claimwire.articles.errors import InputError
from claimwire.articles.fields import from_fields
from claimwire.articles.files import read_all
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of the file; one that is none gives its InputError. Raises InputError for the file.

    Numbers in messages count the articles of an array from 1; one without an id is called `news-12`.
    """
    text, _ = decode(read_all(place), place.source)
    value = _decoded(text, place.source)
    found = _listed(value, options)
    if found is None:
        yield (
            place.source,
            from_object(_checked(value, place.source), place.source, place.source, id, "json", options),
        )
        return
    if not found:
        raise InputError(place.source, "is an empty list; give one with an object an article", "empty")
    for number, fields in enumerate(found, 1):
        where = f"{place.source}:{number}"
        try:
            fields = _checked(fields, where)
            yield where, from_object(fields, where, place.source, f"{id}-{number}", "json", options)
        except InputError as error:
            yield where, error


def from_object(
    fields: Mapping[str, Any], where: str, source: str, fallback_id: str, reader: str, options: ReadOptions
) -> Article:
    """The article of a JSON object: with the fields that the options name, or a ninjs item."""
    if options.text_field not in fields and ninjs.is_ninjs(fields):
        return article_of(ninjs.item_of(fields), where, source, fallback_id, f"{reader} (ninjs)", options)
    return from_fields(fields, where, source, fallback_id, reader, options)


def _decoded(text: str, source: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        reason = str(error).removeprefix("JSON is ")
        more = "; several objects in one file are --input-format jsonl" if "trailing" in reason else ""
        raise InputError(source, f"is no JSON: {reason}; mend it{more}", "json") from None
    except (RecursionError, UnicodeError):
        raise InputError(source, "is JSON nested too deeply, or no Unicode; mend it", "json") from None


def _listed(value: Any, options: ReadOptions) -> list[Any] | None:
    """The list that the file is or holds (`{"articles": [...]}`); None for the object of one article."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or options.text_field in value or ninjs.is_ninjs(value):
        return None
    lists = [v for v in value.values() if isinstance(v, list) and any(isinstance(x, dict) for x in v)]
    return lists[0] if len(lists) == 1 else None


def _checked(value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(where, 'is JSON, but no object; give {"id": …, "date": …, "text": …}', "json")
    return value
