"""PostgreSQL as a store: psycopg 3 through SQLAlchemy, rows by COPY."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from claimwire.sinks.errors import RefusedError, SinkError, require
from claimwire.sinks.rows import DocumentRows, Row, merged
from claimwire.sinks.sql import SQLStore
from claimwire.sinks.tables import BY_NAME, TABLES, quoted

if TYPE_CHECKING:
    import sqlalchemy as sa

# Any number, the same for all loaders: the lock under which the tables are made.
_SCHEMA_LOCK = 0x636C_6169_6D77
_DOCUMENTS = BY_NAME["documents"]


def _upsert() -> str:
    names = _DOCUMENTS.column_names
    marks = ", ".join(["%s"] * len(names))
    changes = ", ".join(f"{quoted(n)} = EXCLUDED.{quoted(n)}" for n in names[1:])
    columns = ", ".join(map(quoted, names))
    return f"INSERT INTO documents ({columns}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}"


class PostgresStore(SQLStore):
    """PostgreSQL: a loader holds the row of a document while it replaces the rest of it.

    Documents are taken in the order of their ids, so that two loaders of the same documents wait for each
    other and never deadlock.
    """

    def __init__(self, engine: sa.Engine, wait: float) -> None:
        self.wait = wait
        super().__init__(engine)

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """One transaction that writes; it gives up where another one holds a row longer than `wait`."""
        import psycopg

        try:
            with super().transaction() as connection:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(self.wait * 1000))}")
                yield connection
        except (psycopg.DataError, psycopg.IntegrityError) as error:
            raise RefusedError(f"{self.name}: {_sentence(error)}") from error
        except psycopg.Error as error:
            raise SinkError(f"{self.name}: {_sentence(error)}") from error

    def explain(self, error: sa.exc.DBAPIError) -> str:
        """A database error in one sentence."""
        return _sentence(error.orig)

    def prepare(self, connection: sa.Connection) -> None:
        """Make or check the tables, one loader at a time."""
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SCHEMA_LOCK})")
        super().prepare(connection)

    def write(self, connection: sa.Connection, documents: Sequence[DocumentRows]) -> None:
        """Take the documents' rows, delete what hangs on them, copy what is new."""
        rows = merged(documents)
        owners = sorted(rows.pop("documents"))
        ids = [row[0] for row in owners]
        cursor: Any = connection.connection.cursor()
        with cursor:
            cursor.executemany(_upsert(), owners)
            for table in reversed(TABLES[1:]):
                cursor.execute(f"DELETE FROM {quoted(table.name)} WHERE document_id = ANY(%s)", (ids,))
            for name, some in rows.items():
                if some:
                    _copy(cursor, name, some)


def _copy(cursor: Any, table: str, rows: list[Row]) -> None:
    columns = ", ".join(map(quoted, BY_NAME[table].column_names))
    with cursor.copy(f"COPY {quoted(table)} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _sentence(error: BaseException | None) -> str:
    """What PostgreSQL says, in one sentence."""
    import psycopg

    if isinstance(error, psycopg.errors.LockNotAvailable):
        return "another process holds the documents locked"
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(":, ") if lines else type(error).__name__


def open_postgres(url: sa.URL, wait: float) -> PostgresStore:
    """Open a PostgreSQL database, waiting up to `wait` seconds for a lock. Raises SinkError."""
    sa = require("sqlalchemy", "sql", "PostgreSQL")
    require("psycopg", "sql", "PostgreSQL")
    engine = sa.create_engine(url.set(drivername="postgresql+psycopg"), connect_args={"connect_timeout": 10})
    return PostgresStore(engine, wait)
