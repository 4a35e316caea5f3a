"""What runs in Ray's processes: reading files, and the worker. This module needs no Ray.

Items travel between Ray's processes as bytes in one column, so that Ray need not guess their types.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import msgspec

from claimwire.articles import Article, ReadOptions
from claimwire.articles.places import InputFile
from claimwire.articles.read import read_place
from claimwire.batch.chunks import chunks
from claimwire.batch.outcome import Done, Outcome
from claimwire.batch.plan import fingerprint
from claimwire.batch.serial import Maker
from claimwire.records import ErrorRecord

Item: TypeAlias = InputFile | Article | ErrorRecord
_ITEMS: dict[str, Any] = {kind.__name__: kind for kind in (InputFile, Article, ErrorRecord)}
Row: TypeAlias = dict[str, Any]


def packed(item: Item) -> bytes:
    """An item as bytes."""
    return msgspec.msgpack.encode((type(item).__name__, item))


def unpacked(data: bytes) -> Item:
    """The item of these bytes."""
    kind, fields = msgspec.msgpack.decode(data, type=tuple[str, msgspec.Raw])
    item: Item = msgspec.msgpack.decode(fields, type=_ITEMS[kind])
    return item


def sees(folder: str, paths: list[str]) -> bool:
    """Whether this machine has the folder and, seen from there, the files."""
    return os.path.isdir(folder) and all(os.path.exists(os.path.join(folder, path)) for path in paths)


@dataclass(frozen=True, slots=True)
class ArticleReader:
    """Reads: a row with a file in, a row for each of its articles out; articles are read already.

    folder: from where paths are seen. prints: fingerprints of articles that are done, by id; such an article
    goes on without its text.
    """

    options: ReadOptions
    folder: str
    prints: dict[str, str]

    def __call__(self, row: Row) -> Iterator[Row]:
        """Rows of item, where (its file and line), id, print (of an article) and kept (done already)."""
        item = unpacked(row["item"])
        if not isinstance(item, InputFile):
            yield self._row(row["where"], item)
            return
        inside = os.path.isdir(self.folder) and os.path.samefile(self.folder, os.getcwd())
        with contextlib.nullcontext() if inside else contextlib.chdir(self.folder):
            for where, article in read_place(item, self.options):
                yield self._row(where, article)

    def _row(self, where: str, item: Article | ErrorRecord) -> Row:
        print = fingerprint(item) if isinstance(item, Article) else ""
        kept = bool(print) and self.prints.get(item.id or "") == print
        data = b"" if kept else packed(item)
        return {"item": data, "where": where, "id": item.id or "", "print": print, "kept": kept}


class Actor:
    """A worker in Ray's hands: rows of `ArticleReader` in, rows of outcomes out."""

    def __init__(self, maker: Maker) -> None:
        self.work = maker.make()

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        """The outcomes of a batch, which Ray gives as columns; of what is kept, nothing."""
        items = [unpacked(data) if data else None for data in batch["item"]]
        found = iter(self._outcomes([item for item in items if item]))
        made = [_columns(next(found)) if item else _columns(Done("", b"")) for item in items]
        same = {name: list(batch[name]) for name in ("id", "where", "print", "kept")}
        return same | {name: [row[name] for row in made] for name in made[0]}

    def _outcomes(self, items: list[Any]) -> Iterator[Outcome]:
        for chunk in chunks(items):
            results = iter(self.work([item for item in chunk if isinstance(item, Article)]))
            for item in chunk:
                yield next(results) if isinstance(item, Article) else item


def _columns(outcome: Outcome) -> Row:
    if isinstance(outcome, ErrorRecord):
        error = msgspec.json.encode(outcome).decode()
        return {"lines": "", "claims": 0, "words": 0, "failures": "[]", "error": error}
    counts = {"claims": outcome.claims, "words": outcome.words}
    failures = msgspec.json.encode(outcome.failures).decode()
    return {"lines": outcome.lines.decode(), **counts, "failures": failures, "error": ""}
