"""Bytes of an input file or of stdin, and what can go wrong in getting them."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

from claimwire.articles.errors import InputError
from claimwire.articles.places import STDIN, InputFile

# Bytes of a file that holds many articles or pictures and is read as a whole
MANY = 256 << 20


@contextmanager
def opened(place: InputFile) -> Iterator[BinaryIO]:
    """The open file, unpacked where its name ends in .gz; every OSError becomes an InputError."""
    try:
        if place.inside:
            with place.inside() as member:
                yield member
        elif place.source == STDIN:
            yield sys.stdin.buffer
        elif place.source.lower().endswith(".gz"):
            with gzip.open(place.source, "rb") as packed:
                yield cast(BinaryIO, packed)
        else:
            with open(place.source, "rb") as file:
                yield file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(place.source, f"is no whole gzip file ({error}); fetch it again", "gzip") from None
    except OSError as error:
        raise InputError(place.source, f"cannot be read: {error.strerror or error}", "unreadable") from None


def read_article(place: InputFile, max_chars: int) -> bytes:
    """All bytes of a file that holds one article; files too large for `max_chars` are not even read."""
    limit = 4 * max_chars + 4  # no charset needs more than four bytes a character, nor a longer mark
    with opened(place) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        known = place.source != STDIN and not place.inside
        size = f"{Path(place.source).stat().st_size:,}" if known else f"more than {limit:,}"
        message = f"has {size} bytes, too many for --max-chars {max_chars:,}; split it or raise that"
        raise InputError(place.source, message, "too_long")
    return data


def read_all(place: InputFile, limit: int = MANY) -> bytes:
    """All bytes of a file that may hold many articles, or pictures besides its text."""
    with opened(place) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise InputError(place.source, f"has more than {limit:,} bytes; split it", "too_long")
    return data


def library(module: str, place: InputFile, what: str, package: str, extra: str) -> Any:
    """An optional library. Raises InputError that says what to install."""
    try:
        return import_module(module)
    except ImportError:
        message = f'is {what}, which needs {package}; install it with: pip install "claimwire[{extra}]"'
        raise InputError(place.source, message, "extra") from None
