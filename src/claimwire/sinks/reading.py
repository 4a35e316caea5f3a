"""JSONL of claims or of documents, read back as documents with their claims.

A file is read twice: first every line's place is checked (which form, which schema, whose claim, does the
file end in the middle of a line), so that nothing is stored from a file that must be refused; then the
records are decoded, document by document. Memory holds one number for a document and the records of those
documents whose claims are not yet all read; where the claims of a document stand together, as claimwire
writes them, that is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec

from claimwire.records import (
    CLAIM_SCHEMA,
    DOCUMENT_SCHEMA,
    OLDER_SCHEMAS,
    ClaimRecord,
    Document,
    Run,
    claim_records,
)
from claimwire.sinks.errors import SinkError

_Record = TypeVar("_Record")
_DECODERS: dict[Any, Any] = {
    record: msgspec.json.Decoder(record).decode for record in (ClaimRecord, Document)
}
# The id of the document in a claim record whose line is broken further on.
_OWNER = re.compile(rb'"document"\s*:\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*")')
_SCHEMA_SHOWN = 40


class _Key(msgspec.Struct):
    id: str


class _Head(msgspec.Struct):
    """What the first reading needs of a line."""

    schema: str
    id: str
    document: _Key | None = None


_decode_head = msgspec.json.Decoder(_Head).decode


def decoded(line: bytes, form: type[_Record]) -> _Record:
    """The record of a line; one of an older schema becomes one of today's. Raises msgspec.MsgspecError."""
    newer = OLDER_SCHEMAS.get(_decode_head(line).schema)
    if newer is None:
        record: _Record = _DECODERS[form](line)
        return record
    return msgspec.convert(msgspec.json.decode(line) | {"schema": newer}, form)


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be read: its number from 1, what is wrong, the document it costs, if known."""

    line: int
    message: str
    document: str | None = None

    def __str__(self) -> str:
        cost = f"; document {self.document!r} is left as it was" if self.document is not None else ""
        return f"line {self.line}: {self.message}{cost}"


@dataclass(slots=True)
class Loaded:
    """A document with its claims. `complete` is false where only its claims were at hand."""

    document: Document
    claims: list[ClaimRecord]
    complete: bool = True


@dataclass(slots=True)
class Survey:
    """What the first reading found: the form, the last line of each document, and the bad lines."""

    form: str | None = None
    last: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def survey(path: Path) -> Survey:
    """Read every line's place. Raises SinkError for a file that must be refused as a whole."""
    found = Survey()
    broken: list[tuple[int, bytes, str | None]] = []
    before: str | None = None
    line, number = b"", 0
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                head = _decode_head(line)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                broken.append((number, line, before))
                continue
            _check_schema(path, number, head, found)
            if found.form == CLAIM_SCHEMA and head.document is None:
                broken.append((number, line, before))
                continue
            before = head.document.id if head.document else head.id
            found.last[before] = number
    if broken and broken[-1][0] == number and not line.endswith(b"\n"):
        raise SinkError(
            f"{path}: line {number} stops in the middle: the file is truncated, nothing was loaded"
        )
    if broken and found.form is None:
        raise SinkError(f"{path}: line {broken[0][0]} is no claimwire record, nothing was loaded")
    found.problems = [_broken(path, found, *b) for b in broken]
    return found


def read(path: Path, found: Survey) -> Iterator[Loaded]:
    """The documents of a surveyed file, each when its last line is read.

    Bad lines are added to `found.problems`; the document of a bad line is not given.
    """
    if found.form == DOCUMENT_SCHEMA:
        return _read_documents(path, found)
    return _read_claims(path, found)


def documents(path: Path) -> Iterator[Loaded]:
    """The documents of a file. Raises SinkError at a bad line: for uses that need all of it."""
    found = survey(path)
    for loaded in read(path, found):
        if found.problems:
            break
        yield loaded
    if found.problems:
        raise SinkError(f"{path}: {found.problems[0]}")


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise SinkError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error


def _check_schema(path: Path, number: int, head: _Head, found: Survey) -> None:
    form = OLDER_SCHEMAS.get(head.schema, head.schema)
    if form not in (CLAIM_SCHEMA, DOCUMENT_SCHEMA):
        shown = head.schema[:_SCHEMA_SHOWN]
        raise SinkError(
            f"{path}: line {number} has schema {shown!r}, this claimwire reads {CLAIM_SCHEMA} and"
            f" {DOCUMENT_SCHEMA}; nothing was loaded"
        )
    if found.form not in (None, form):
        raise SinkError(f"{path}: line {number} is a {form}, those before {found.form}; nothing was loaded")
    found.form = form


def _broken(path: Path, found: Survey, number: int, line: bytes, before: str | None) -> Problem:
    """A line that is no record. It costs its document; where the line does not tell, the one before it.

    A broken line of a documents file is a document that cannot be known; nothing else is lost with it.
    """
    message = "no claimwire record"
    if found.form == DOCUMENT_SCHEMA:
        return Problem(number, message)
    told = _OWNER.search(line)
    try:
        owner = msgspec.json.decode(told[1], type=str) if told else before
    except (msgspec.MsgspecError, UnicodeDecodeError):
        owner = before
    return Problem(number, message, owner if owner is not None else next(iter(found.last)))


def _read_documents(path: Path, found: Survey) -> Iterator[Loaded]:
    """Documents as they stand; of two lines with one id the later one counts."""
    bad = {p.line for p in found.problems}
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if number in bad or not line.strip():
                continue
            try:
                document = decoded(line, Document)
            except msgspec.MsgspecError as error:
                found.problems.append(Problem(number, str(error), _decode_head(line).id))
                continue
            if found.last[document.id] == number:
                yield Loaded(document, claim_records(document))


def _read_claims(path: Path, found: Survey) -> Iterator[Loaded]:
    """Claims gathered by document, wherever they stand in the file."""
    bad = {p.line for p in found.problems}
    lost = {p.document for p in found.problems}
    waiting: dict[str, list[ClaimRecord]] = {}
    with _opened(path) as file:
        for number, line in enumerate(file, 1):
            if number in bad or not line.strip():
                continue
            try:
                claim = decoded(line, ClaimRecord)
            except msgspec.MsgspecError as error:
                key = _decode_head(line).document
                assert key is not None  # the survey let no such line pass
                found.problems.append(Problem(number, str(error), key.id))
                lost.add(key.id)
                continue
            owner = claim.document.id
            waiting.setdefault(owner, []).append(claim)
            if found.last[owner] == number:
                claims = waiting.pop(owner)
                if owner not in lost:
                    yield _from_claims(claims)


def _from_claims(claims: list[ClaimRecord]) -> Loaded:
    """A document known by its claims. Where they come from several texts, the last text counts."""
    key = claims[-1].document
    document = Document(
        id=key.id, source=key.source, sha256=key.sha256, date=key.date, run=Run("", "", "")
    )  # fmt: skip
    return Loaded(document, [c for c in claims if c.document.sha256 == key.sha256], complete=False)
