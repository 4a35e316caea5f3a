"""Records as lines of JSON, and files that appear only when they are whole."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec

from claimwire.records import LAYERS, Document, DocumentWarning, claim_records

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


_NO_LAYERS: dict[str, Any] = dict.fromkeys(LAYERS, ())


class Lines:
    """A document's lines of output, made part by part; memory holds the lines, and one part's records."""

    def __init__(self, form: Form) -> None:
        self._form, self.claims = form, 0
        self._first: Document | None = None
        self._warnings: dict[DocumentWarning, None] = {}
        self._out = {name: BytesIO() for name in (LAYERS if form == "documents" else ("claims",))}

    def add(self, part: Document) -> None:
        """Add the next part of the document."""
        self.claims += len(part.claims)
        if self._form == "claims":
            self._out["claims"].write(lines_of(part, "claims"))
            return
        self._first = self._first or replace(part, **_NO_LAYERS)
        self._warnings.update(dict.fromkeys(part.warnings))
        for name, out in self._out.items():
            if items := encode(getattr(part, name))[1:-1]:
                out.write(b"," + items if out.tell() else items)

    def all(self) -> bytes:
        """The lines of the whole document, as `lines_of` gives them; of no part, none. Call it once."""
        if self._form == "claims":
            return self._out["claims"].getvalue()
        if self._first is None:
            return b""
        first = replace(self._first, warnings=tuple(self._warnings))
        line = BytesIO()
        for n, field in enumerate(dataclass_fields(Document)):
            line.write(b'%b"%b":' % (b"," if n else b"{", field.name.encode()))
            if layer := self._out.pop(field.name, None):
                line.writelines((b"[", layer.getbuffer(), b"]"))
            else:
                line.write(encode(getattr(first, field.name)))
        line.write(b"}\n")
        return line.getvalue()


def read_documents(path: str | Path) -> list[dict[str, Any]]:
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
