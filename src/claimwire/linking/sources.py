"""Where the documents to be linked come from: JSONL of documents, or a loaded database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from claimwire.linking.database import Database
from claimwire.linking.digest import Digest, digest_of, mark_of
from claimwire.records import ClaimRecord, Document, Entity, Run, Span
from claimwire.sinks.errors import SinkError
from claimwire.sinks.reading import read, survey

_decode_claim = msgspec.json.Decoder(ClaimRecord).decode


def from_files(paths: Iterable[Path], problems: list[str]) -> Iterator[Digest]:
    """The digests of files of documents and of folders of such files; bad lines go to `problems`.

    Raises SinkError for a file that is no claimwire JSONL.
    """
    for path in _files(paths):
        found = survey(path)
        for loaded in read(path, found):
            yield digest_of(loaded.document, loaded.claims)
        problems += [f"{path}: {problem}" for problem in found.problems]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(path.rglob("*.jsonl"))
        if not inside:
            raise SinkError(f"{path} holds no .jsonl file")
        yield from inside


def from_database(database: Database, known: dict[str, str]) -> tuple[list[Digest], list[str]]:
    """The digests of the loaded documents that are new or changed, and the ids of those that are gone."""
    if not database.has("documents"):
        raise SinkError(f"{database.name} holds no documents: load them first (claimwire load)")
    documents = {row[0]: _document(row) for row in database.rows(_DOCUMENTS)}
    wanted = [id_ for id_, d in documents.items() if known.get(id_) != mark_of(d)]
    claims: dict[str, list[ClaimRecord]] = {id_: [] for id_ in wanted}
    for id_, record in database.among("document_id, record", "claims", "document_id", wanted):
        claims[id_].append(_claim(record))
    entities: dict[str, list[Entity]] = {id_: [] for id_ in wanted}
    for id_, *row in database.among(_ENTITY, "entities", "document_id", wanted):
        entities[id_].append(Entity(*row))
    digests = [
        digest_of(
            replace(documents[i], entities=tuple(entities[i])),
            sorted(claims[i], key=lambda c: (c.start, c.end)),
        )
        for i in wanted
    ]
    return digests, sorted(set(known) - set(documents))


_DOCUMENTS = """
SELECT id, source, sha256, CAST(date AS VARCHAR(10)), title, url, version, pipeline, model FROM documents
"""
_ENTITY = "document_id, start_char, end_char, text, label, name, entity, role, rule"


def _document(row: tuple[Any, ...]) -> Document:
    id_, source, sha256, date, title, url, *run = row
    return Document(
        id=id_, source=source, sha256=sha256, date=date, url=url,
        title=Span(0, len(title), title) if title else None, run=Run(*(r or "" for r in run)),
    )  # fmt: skip


def _claim(record: Any) -> ClaimRecord:
    return _decode_claim(record) if isinstance(record, (str, bytes)) else msgspec.convert(record, ClaimRecord)
