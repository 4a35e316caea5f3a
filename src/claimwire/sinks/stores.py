"""Where records are stored: one URL, one store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from claimwire.sinks.duck import open_duckdb
from claimwire.sinks.errors import SinkError, require
from claimwire.sinks.parquet import is_folder, open_parquet
from claimwire.sinks.rows import DocumentRows

FORMS = "sqlite:///news.db, postgresql://user@host/news, duckdb:///news.duckdb or the folder news.parquet/"
WAIT = 30.0


class Store(Protocol):
    """A store of documents. `name` is what messages call it."""

    name: str

    def replace(self, documents: Sequence[DocumentRows]) -> None:
        """Put these documents in the place of those with the same ids: all or none of them."""

    def close(self) -> None:
        """Finish and let go of the store."""


def open_store(url: str, wait: float = WAIT) -> Store:
    """Open the store that a URL names, making it where it is not there.

    wait: seconds to wait for another process that holds the store. Raises SinkError with one sentence.
    """
    scheme = url.partition("://")[0] if "://" in url else ""
    if scheme in ("sqlite", "postgresql", "postgres", "postgresql+psycopg"):
        return _open_sql(url, wait)
    if scheme == "duckdb":
        return open_duckdb(url, wait)
    if is_folder(url):
        return open_parquet(url, wait)
    # Of a URL only the scheme is repeated: the rest may hold a password.
    shown = f"{scheme}://…" if scheme else url
    raise SinkError(f"{shown!r} names no store: give {FORMS}")


def _open_sql(url: str, wait: float) -> Store:
    require("sqlalchemy", "sql", "a SQL database")
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    from claimwire.sinks.postgres import open_postgres
    from claimwire.sinks.sqlite import open_sqlite

    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise SinkError(f"the URL {url.partition('://')[0]}://… cannot be read: give {FORMS}") from error
    if parsed.drivername == "sqlite":
        return open_sqlite(parsed, wait)
    return open_postgres(parsed, wait)
