"""One small face of SQLite, PostgreSQL and DuckDB for the tables of the links."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from claimwire.linking.tables import TABLES, VIEWS
from claimwire.sinks.arrow import arrow_table
from claimwire.sinks.errors import SinkError, require
from claimwire.sinks.rows import Row
from claimwire.sinks.stores import FORMS
from claimwire.sinks.tables import Table, quoted

_TYPES = {
    "sqlite": {"number": "REAL", "integer": "INTEGER", "boolean": "INTEGER", "date": "TEXT", "json": "TEXT"},
    "duckdb": {"number": "DOUBLE", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE", "json": "JSON"},
    "postgresql": {
        "number": "DOUBLE PRECISION", "integer": "BIGINT", "boolean": "BOOLEAN", "date": "DATE",
        "json": "JSONB",
    },
}  # fmt: skip
_AMONG = {
    "sqlite": "IN (SELECT value FROM json_each(?))",
    "duckdb": "IN (SELECT unnest(?))",
    "postgresql": "= ANY(?)",
}


class Cursor(Protocol):
    """What is needed of a DB-API cursor."""

    def execute(self, query: str, parameters: Sequence[Any] = ..., /) -> Any:
        """Run one statement."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows of the last one."""


class Database:
    """An open database. `dialect` is sqlite, duckdb or postgresql; `?` stands for a parameter in all."""

    def __init__(self, dialect: str, connection: Any, error: type[Exception], name: str) -> None:
        self.dialect, self._connection, self._error, self.name = dialect, connection, error, name
        # of DuckDB a cursor is another connection, which does not see this one's transaction
        self._cursor: Cursor = connection if dialect == "duckdb" else connection.cursor()

    def rows(self, query: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a query gives. Raises SinkError."""
        self._run(query, parameters)
        return self._cursor.fetchall()

    def run(self, statement: str, parameters: Sequence[Any] = ()) -> None:
        """Run a statement. Raises SinkError."""
        self._run(statement, parameters)

    def _run(self, query: str, parameters: Sequence[Any]) -> None:
        if self.dialect == "postgresql":
            query = query.replace("%", "%%").replace("?", "%s") if parameters else query
        try:
            self._cursor.execute(query, tuple(parameters)) if parameters else self._cursor.execute(query)
        except self._error as error:
            raise SinkError(f"{self.name}: {str(error).strip().splitlines()[0]}") from error

    def among(self, columns: str, table: str, column: str, values: Iterable[str]) -> list[tuple[Any, ...]]:
        """The rows whose column has one of these values."""
        query = f"SELECT {columns} FROM {table} WHERE {column} {_AMONG[self.dialect]}"
        return self.rows(query, [self._list(values)])

    def delete(self, table: str, column: str, values: Iterable[str]) -> None:
        """Delete the rows whose column has one of these values."""
        wanted = list(values)
        if wanted:
            self.run(f"DELETE FROM {table} WHERE {column} {_AMONG[self.dialect]}", [self._list(wanted)])

    def _list(self, values: Iterable[str]) -> Any:
        return json.dumps(list(values)) if self.dialect == "sqlite" else list(values)

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Insert rows, each in the order of the table's columns."""
        if not rows:
            return
        columns = ", ".join(map(quoted, table.column_names))
        try:
            self._insert(table, columns, rows)
        except self._error as error:
            raise SinkError(f"{self.name}: {str(error).strip().splitlines()[0]}") from error

    def _insert(self, table: Table, columns: str, rows: Sequence[Row]) -> None:
        if self.dialect == "duckdb":
            self._connection.register("claimwire_links", arrow_table(table, list(rows)))
            self._connection.execute(
                f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM claimwire_links"
            )
            self._connection.unregister("claimwire_links")
        elif self.dialect == "postgresql":
            with self._cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy:  # type: ignore[attr-defined]
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * len(table.columns))
            self._connection.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is done inside, or nothing."""
        self.run("BEGIN IMMEDIATE" if self.dialect == "sqlite" else "BEGIN")
        try:
            yield
        except BaseException:
            self.run("ROLLBACK")
            raise
        self.run("COMMIT")

    def has(self, table: str) -> bool:
        """Whether there is a table of this name."""
        lists = {
            "sqlite": "SELECT name FROM sqlite_master",
            "duckdb": "SELECT table_name FROM duckdb_tables()",
        }
        query = lists.get(
            self.dialect, "SELECT tablename FROM pg_tables WHERE schemaname = ANY(current_schemas(false))"
        )
        return (table,) in self.rows(query)

    def make(self) -> None:
        """Make the tables, indices and views of the links."""
        for table in TABLES:
            self.run(_create(table, _TYPES[self.dialect]))
            # DuckDB scans its columns faster than it keeps an index
            for index in table.indices if self.dialect != "duckdb" else ():
                name = "_".join(("ix", table.name, *index))
                self.run(f"CREATE INDEX {name} ON {table.name} ({', '.join(map(quoted, index))})")
        for name, query in VIEWS.items():
            self.run(f"CREATE VIEW {name} AS {query}")

    def drop(self) -> None:
        """Take the tables and views of the links away."""
        for name in VIEWS:
            self.run(f"DROP VIEW IF EXISTS {name}")
        for table in TABLES:
            self.run(f"DROP TABLE IF EXISTS {table.name}")

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()


def _create(table: Table, types: dict[str, str]) -> str:
    lines = [
        f"{quoted(c.name)} {types.get(c.type, 'TEXT')}{' NOT NULL' if c.required else ''}"
        for c in table.columns
    ]
    return (
        f"CREATE TABLE {table.name} ({', '.join(lines)}, PRIMARY KEY ({', '.join(map(quoted, table.key))}))"
    )


def open_database(url: str) -> Database:
    """Open a database for links: `sqlite:///FILE`, `duckdb:///FILE` or `postgresql://…`. Raises SinkError."""
    scheme = url.partition("://")[0].partition("+")[0]
    if scheme == "sqlite":
        return _sqlite(url.partition("://")[2].removeprefix("/"), url)
    if scheme == "duckdb":
        return _duckdb(url.partition("://")[2].removeprefix("/"), url)
    if scheme in ("postgresql", "postgres"):
        return _postgres(url)
    raise SinkError(f"{scheme}: no database for links; give {FORMS.rpartition(' or ')[0]}")


def _sqlite(path: str, url: str) -> Database:
    import sqlite3

    try:
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        connection.execute("PRAGMA journal_mode").fetchall()
    except sqlite3.Error as error:
        raise SinkError(f"{url}: {error}") from error
    return Database("sqlite", connection, sqlite3.Error, url)


def _duckdb(path: str, url: str) -> Database:
    duckdb = require("duckdb", "duckdb", "DuckDB")
    require("pyarrow", "duckdb", "DuckDB")
    try:
        connection = duckdb.connect(path)
    except duckdb.Error as error:
        raise SinkError(f"{url}: {str(error).splitlines()[0]}") from error
    return Database("duckdb", connection, duckdb.Error, url)


def _postgres(url: str) -> Database:
    psycopg = require("psycopg", "sql", "PostgreSQL")
    plain = "postgresql://" + url.partition("://")[2]
    shown = f"postgresql://…@{plain.rpartition('@')[2]}" if "@" in plain else plain
    try:
        connection = psycopg.connect(plain, autocommit=True)
    except psycopg.Error as error:
        raise SinkError(f"{shown}: {str(error).strip().splitlines()[0]}") from error
    return Database("postgresql", connection, psycopg.Error, shown)
