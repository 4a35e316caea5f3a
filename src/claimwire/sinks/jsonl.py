"""Records as lines of JSON, and files that appear only when they are whole."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec

from claimwire.records import Document, claim_records

Form = Literal["claims", "documents"]
_encoder = msgspec.json.Encoder()
# Whole numbers are written without ".0". A quotation mark inside a JSON string is escaped, so this key
# with its bare marks can only be a key.
_WHOLE = re.compile(rb'("(?:value|low|high)":-?\d+)\.0(?=[,}])')


def encode(record: Any) -> bytes:
    """One record as JSON in UTF-8, without line end; keys in the order of the record's fields."""
    return _WHOLE.sub(rb"\1", _encoder.encode(record))


def lines_of(document: Document, form: Form) -> bytes:
    """A document's lines of output: one a claim, or one for the document. b"" for one without claims."""
    records = [document] if form == "documents" else claim_records(document)
    return b"".join(encode(record) + b"\n" for record in records)


def read_documents(path: str) -> list[dict[str, Any]]:
    """Document records of a JSONL file as plain dicts. Raises ValueError naming the line, OSError."""
    out = []
    with open(path, "rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    record = msgspec.json.decode(line)
                except (msgspec.DecodeError, UnicodeDecodeError) as error:
                    raise ValueError(f"{path}:{number}: is no JSON ({error})") from None
                if not isinstance(record, dict) or "id" not in record:
                    raise ValueError(f"{path}:{number}: is no document record")
                out.append(record)
    return out


@contextmanager
def atomic(path: str | Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` only when the block ends well; else nothing is left."""
    target = Path(path)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
