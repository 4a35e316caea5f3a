"""DuckDB as a store, through its own library and Arrow tables."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimwire.sinks.arrow import arrow_table
from claimwire.sinks.errors import RefusedError, SinkError, require
from claimwire.sinks.rows import DocumentRows, merged
from claimwire.sinks.tables import (
    BY_NAME,
    SCHEMA_VERSION,
    TABLES,
    VERSION_TABLE,
    Table,
    foreign,
    quoted,
    too_new,
)
from claimwire.sinks.views import VIEWS

_TYPES = {
    "text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE",
    "json": "JSON",
}  # fmt: skip
_PAUSE = 0.05


def create_table(table: Table) -> str:
    """The table in DuckDB's SQL.

    Without foreign keys: DuckDB checks them too early to replace a row and its children in one transaction.
    """
    columns = [f"{quoted(c.name)} {_TYPES[c.type]}{' NOT NULL' if c.required else ''}" for c in table.columns]
    key = ", ".join(map(quoted, table.key))
    return f"CREATE TABLE {quoted(table.name)} ({', '.join(columns)}, PRIMARY KEY ({key}))"


class DuckStore:
    """A DuckDB file. One process at a time may write: others wait until it is closed."""

    def __init__(self, path: str, wait: float) -> None:
        self.name = f"duckdb:///{path}"
        self._duckdb = require("duckdb", "duckdb", "DuckDB")
        require("pyarrow", "duckdb", "DuckDB")
        self._connection = self._connect(path, wait)
        try:
            self._in_transaction(self._prepare)
        except SinkError:
            self._connection.close()
            raise

    def _connect(self, path: str, wait: float) -> Any:
        until = time.monotonic() + wait
        while True:
            try:
                return self._duckdb.connect(path)
            except self._duckdb.Error as error:
                locked = "Could not set lock" in str(error)
                if locked and time.monotonic() < until:
                    time.sleep(_PAUSE)
                    continue
                said = "another process holds the database locked" if locked else _sentence(error)
                raise SinkError(f"{self.name}: {said}") from error

    def _in_transaction(self, work: Any) -> None:
        try:
            self._connection.begin()
            try:
                work()
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()
        except (self._duckdb.DataError, self._duckdb.IntegrityError) as error:
            raise RefusedError(f"{self.name}: {_sentence(error)}") from error
        except self._duckdb.Error as error:
            raise SinkError(f"{self.name}: {_sentence(error)}") from error

    def _all(self, query: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._connection.execute(query).fetchall()
        return rows

    def _prepare(self) -> None:
        names = {name for (name,) in self._all("SELECT table_name FROM duckdb_tables()")}
        if VERSION_TABLE in names:
            ((version,),) = self._all(f"SELECT version FROM {VERSION_TABLE}")
            if version > SCHEMA_VERSION:
                raise SinkError(f"{self.name}: {too_new(version)}")
            if version == SCHEMA_VERSION:
                return
        else:
            if names & set(BY_NAME):
                raise SinkError(f"{self.name}: {foreign(names)}")
            self._connection.execute(f"CREATE TABLE {VERSION_TABLE} (version INTEGER NOT NULL)")
            self._connection.execute(f"INSERT INTO {VERSION_TABLE} VALUES ({SCHEMA_VERSION})")
        self._make(names)

    def _make(self, names: set[str]) -> None:
        """Make what an empty or older database lacks."""
        for table in TABLES:
            if table.name not in names:
                self._connection.execute(create_table(table))
                continue
            present = {name for (name,) in self._all(
                f"SELECT column_name FROM duckdb_columns() WHERE table_name = '{table.name}'"
            )}  # fmt: skip
            for column in table.columns:
                if column.name not in present:
                    added = f"{quoted(column.name)} {_TYPES[column.type]}"
                    self._connection.execute(f"ALTER TABLE {quoted(table.name)} ADD COLUMN {added}")
        for name, query in VIEWS.items():
            self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")
        self._connection.execute(f"UPDATE {VERSION_TABLE} SET version = {SCHEMA_VERSION}")

    def replace(self, documents: Sequence[DocumentRows]) -> None:
        """Put these documents in the place of those with the same ids, all in one transaction."""
        self._in_transaction(lambda: self._write(documents))

    def _write(self, documents: Sequence[DocumentRows]) -> None:
        ids = [d.id for d in documents]
        for table in reversed(TABLES):
            mine = f"{table.document_column} IN (SELECT unnest(?))"
            self._connection.execute(f"DELETE FROM {quoted(table.name)} WHERE {mine}", [ids])
        for name, rows in merged(documents).items():
            if rows:
                columns = ", ".join(map(quoted, BY_NAME[name].column_names))
                self._connection.register("claimwire_rows", arrow_table(BY_NAME[name], rows))
                self._connection.execute(
                    f"INSERT INTO {quoted(name)} ({columns}) SELECT {columns} FROM claimwire_rows"
                )
                self._connection.unregister("claimwire_rows")

    def close(self) -> None:
        """Write what is left and free the file for others."""
        self._connection.close()


def _sentence(error: Exception) -> str:
    said = str(error).strip().splitlines()[0]
    kind, _, rest = said.partition(" Error: ")
    return rest or kind


def open_duckdb(url: str, wait: float) -> DuckStore:
    """Open `duckdb:///PATH`, waiting up to `wait` seconds for a lock. Raises SinkError."""
    path = url.removeprefix("duckdb:///")
    if path == url or not path or not Path(path).name:
        raise SinkError(f"{url!r} names no file: write duckdb:///news.duckdb")
    return DuckStore(path, wait)
