"""Records into a store: batches, and what to do when one document cannot be stored."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from claimwire.records import Document, claim_records
from claimwire.sinks.errors import RefusedError
from claimwire.sinks.reading import read, survey
from claimwire.sinks.rows import DocumentRows, document_rows, without_nul
from claimwire.sinks.stores import WAIT, Store, open_store

# Claims in one transaction: large enough that its fixed cost is small, small enough that others wait little.
BATCH_CLAIMS = 2000


@dataclass(slots=True)
class LoadReport:
    """What a load did. `name` is the store; each of `problems` is a sentence about a line or a document."""

    name: str = ""
    documents: int = 0
    claims: int = 0
    problems: list[str] = field(default_factory=list)


class Loader:
    """Stores documents as they come, in batches.

    Use it as a context manager: what was added is stored when the block ends, also after an error.
    A document that the store refuses alone is left as it was, and named in `report.problems`.
    """

    def __init__(self, url: str, wait: float = WAIT) -> None:
        """Open the store of this URL. Raises SinkError."""
        self._store: Store = open_store(url, wait)
        self._batch: list[DocumentRows] = []
        self._claims = 0
        self.report = LoadReport(self._store.name)

    def __enter__(self) -> Loader:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def add(self, document: Document) -> None:
        """Store a document with all its layers."""
        try:
            rows = document_rows(document, claim_records(document))
        except UnicodeEncodeError:
            self._refuse(document.id, "its text holds half a surrogate pair, which no store can hold")
            return
        self.add_rows(rows)

    def add_rows(self, rows: DocumentRows) -> None:
        """Store the rows of a document."""
        self._batch.append(rows)
        self._claims += len(rows.tables["claims"])
        if self._claims + len(self._batch) >= BATCH_CLAIMS:
            self.flush()

    def flush(self) -> None:
        """Store what waits."""
        batch, self._batch, self._claims = self._batch, [], 0
        if not batch:
            return
        # Of a document that comes twice the later one counts.
        batch = list({rows.id: rows for rows in batch}.values())
        try:
            self._stored(batch)
        except RefusedError:
            for rows in batch:
                self._alone(rows)

    def _stored(self, batch: list[DocumentRows]) -> None:
        self._store.replace(batch)
        self.report.documents += len(batch)
        self.report.claims += sum(len(rows.tables["claims"]) for rows in batch)

    def _alone(self, rows: DocumentRows) -> None:
        try:
            try:
                self._stored([rows])
            except RefusedError:
                self._stored([without_nul(rows)])
        except RefusedError as error:
            self._refuse(rows.id, str(error))

    def _refuse(self, id_: str, why: str) -> None:
        self.report.problems.append(f"document {id_!r} is left as it was: {why}")

    def close(self) -> None:
        """Store what waits and close the store."""
        with closing(self._store):
            self.flush()


def load(paths: Iterable[Path], url: str, wait: float = WAIT) -> LoadReport:
    """Load JSONL files of claims or documents into the store of a URL.

    Every file is looked through before the store is opened: a truncated file or one of another schema
    changes nothing. Bad lines stand in the report. Raises SinkError.
    """
    with _uninterrupted():
        return _load(paths, url, wait)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Without searches for reference cycles: records have none, and the searches take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(paths: Iterable[Path], url: str, wait: float) -> LoadReport:
    surveys = [(path, survey(path)) for path in paths]
    with Loader(url, wait) as loader:
        for path, found in surveys:
            for loaded in read(path, found):
                loader.add_rows(document_rows(loaded.document, loaded.claims, loaded.complete))
            loader.report.problems += [f"{path}: {problem}" for problem in found.problems]
    return loader.report
