"""SQLite as a store: the `sqlite3` of the standard library through SQLAlchemy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from claimwire.sinks.errors import SinkError, require
from claimwire.sinks.rows import DocumentRows, merged
from claimwire.sinks.sql import SQLStore
from claimwire.sinks.tables import BY_NAME, TABLES, quoted

if TYPE_CHECKING:
    import sqlalchemy as sa

# What SQLite says, and what that means to somebody who wants to load a file.
_MEANINGS = {
    "database is locked": "another process holds the database locked",
    "unable to open database file": "the file cannot be opened: is its folder there and writable?",
    "attempt to write a readonly database": "no right to write",
    "file is not a database": "the file is no SQLite database",
}


class SQLiteStore(SQLStore):
    """SQLite: `BEGIN IMMEDIATE` before reading, so that loaders wait for each other and never deadlock."""

    def explain(self, error: sa.exc.DBAPIError) -> str:
        """A database error in one sentence."""
        said = super().explain(error)
        return _MEANINGS.get(said, said)

    def write(self, connection: sa.Connection, documents: Sequence[DocumentRows]) -> None:
        """Delete and insert with `executemany`."""
        known = connection.exec_driver_sql(
            "SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([d.id for d in documents]),),
        )
        ids = [(id_,) for (id_,) in known]
        for table in reversed(TABLES) if ids else ():
            connection.exec_driver_sql(
                f"DELETE FROM {quoted(table.name)} WHERE {table.document_column} = ?", ids
            )
        for name, rows in merged(documents).items():
            if rows:
                columns = ", ".join(map(quoted, BY_NAME[name].column_names))
                marks = ", ".join("?" * len(rows[0]))
                connection.exec_driver_sql(f"INSERT INTO {quoted(name)} ({columns}) VALUES ({marks})", rows)


def open_sqlite(url: sa.URL, wait: float) -> SQLiteStore:
    """Open a SQLite database, waiting up to `wait` seconds for a lock. Raises SinkError."""
    sa = require("sqlalchemy", "sql", "a SQL database")
    if not url.database:
        raise SinkError("sqlite:// names no file: write sqlite:///news.db")
    engine = sa.create_engine(url, connect_args={"timeout": wait, "isolation_level": None})

    def connect(connection: Any, record: Any) -> None:
        connection.execute("PRAGMA foreign_keys = ON")

    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    sa.event.listen(engine, "connect", connect)
    sa.event.listen(engine, "begin", begin)
    return SQLiteStore(engine)
