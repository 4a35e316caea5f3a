"""JSONL, gzipped or not: many articles, read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from claimwire.articles.article import Article
from claimwire.articles.errors import InputError
from claimwire.articles.files import opened
from claimwire.articles.objects import from_object
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile

_BOM = b"\xef\xbb\xbf"
# Bytes of JSON that one character may take (two \uXXXX escapes), and room for the other fields of an object
_ESCAPED = 12
_OTHER_FIELDS = 1 << 20
# How many times the longest line is read on for the end of one that is too long
_PATIENCE = 100


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of the file; a line that is none gives its InputError, and the reading goes on.

    An object without an id is called after the file and its line: `news-12`. Raises InputError for the file.
    """
    found = False
    with opened(place) as file:
        for number, line in enumerate(_lines(file, options.max_chars, place.source), 1):
            if line is not None and not line.strip():
                continue
            found = True
            where = f"{place.source}:{number}"
            try:
                if line is None:
                    most = f"--max-chars {options.max_chars:,}"
                    message = f"is longer than any article of {most}; split it or raise that"
                    raise InputError(where, message, "too_long")
                fields = _object(line.removeprefix(_BOM) if number == 1 else line, where)
                yield where, from_object(fields, where, place.source, f"{id}-{number}", "jsonl", options)
            except InputError as error:
                yield where, error
    if not found:
        raise InputError(place.source, "is empty; give a file with one JSON object a line", "empty")


def _lines(file: BinaryIO, max_chars: int, source: str) -> Iterator[bytes | None]:
    """The lines; None for one too long to hold an article, which is passed over without being kept.

    So that a packed file of a few bytes cannot fill the memory, or keep us for ever: a line that goes on
    and on ends the reading of its file.
    """
    limit = _ESCAPED * max_chars + _OTHER_FIELDS
    while line := file.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        for _ in range(_PATIENCE):
            if line.endswith(b"\n") or not line:
                break
            line = file.readline(limit + 1)
        else:
            raise InputError(source, "has a line without end; check the file", "too_long")
        yield None


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
