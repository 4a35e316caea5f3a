"""The same SQL question put to any store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimwire.sinks.loading import Loader
from claimwire.sinks.tables import TABLES


def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    """The rows that a query gives, in the query's order."""
    if url.startswith("sqlite"):
        import sqlite3

        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            return connection.execute(query).fetchall()
    if url.startswith("postgresql"):
        import psycopg

        with psycopg.connect(url) as connection:
            return connection.execute(query).fetchall()
    import duckdb

    if url.startswith("duckdb"):
        with duckdb.connect(url.removeprefix("duckdb:///"), read_only=True) as connection:
            return connection.execute(query).fetchall()
    with duckdb.connect(config={"file_search_path": url}) as connection:
        connection.execute(Path(url, "views.sql").read_text())
        return connection.execute(query).fetchall()


def execute(url: str, *statements: str) -> None:
    """Change a SQL database behind claimwire's back."""
    if url.startswith("duckdb"):
        import duckdb

        with duckdb.connect(url.removeprefix("duckdb:///")) as connection:
            for statement in statements:
                connection.execute(statement)
        return
    if url.startswith("sqlite"):
        import sqlite3

        with sqlite3.connect(url.removeprefix("sqlite:///")) as connection:
            for statement in statements:
                connection.execute(statement)
        return
    import psycopg

    with psycopg.connect(url) as connection:
        for statement in statements:
            connection.execute(statement)


def everything(url: str) -> list[list[tuple[Any, ...]]]:
    """All rows of all tables."""
    return [ask(url, f'SELECT * FROM "{t.name}" ORDER BY {", ".join(t.key)}') for t in TABLES]


def store(url: str, documents: list) -> None:
    """Load documents; nothing may go wrong."""
    with Loader(url) as loader:
        for document in documents:
            loader.add(document)
    assert loader.report.problems == []
