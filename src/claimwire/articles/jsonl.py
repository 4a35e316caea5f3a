"""JSONL, gzipped or not: many articles, read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from claimwire.articles.article import Article
from claimwire.articles.errors import InputError
from claimwire.articles.fields import from_fields
from claimwire.articles.files import opened
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import Place

_BOM = b"\xef\xbb\xbf"


def read(place: Place, id: str, options: ReadOptions) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of the file; a line that is none gives its InputError, and the reading goes on.

    An object without an id is called after the file and its line: `news-12`. Raises InputError for the file.
    """
    found = False
    with opened(place) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            found = True
            where = f"{place.source}:{number}"
            try:
                fields = _object(line.removeprefix(_BOM) if number == 1 else line, where)
                yield where, from_fields(fields, where, place.source, f"{id}-{number}", "jsonl", options)
            except InputError as error:
                yield where, error
    if not found:
        raise InputError(place.source, "is empty; give a file with one JSON object a line", "empty")


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        fields = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        raise InputError(
            where, f"is no JSON: {str(error).removeprefix('JSON is ')}; mend the line", "json"
        ) from None
    except UnicodeDecodeError as error:
        message = f"is not valid UTF-8 at byte {error.start} of the line; convert it to UTF-8"
        raise InputError(where, message, "encoding") from None
    except RecursionError:
        raise InputError(where, "is JSON nested too deeply; mend the line", "json") from None
    if not isinstance(fields, dict):
        raise InputError(where, 'is JSON, but no object; give {"id": …, "date": …, "text": …}', "json")
    return fields
