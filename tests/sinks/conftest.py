"""The stores that the tests load into."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from ..services import postgres

_NAMES = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a running server. In CI its absence is a failure, elsewhere a skip with the reason."""
    try:
        with postgres.server() as url:
            yield url
    except postgres.Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no PostgreSQL server: {reason}")


@pytest.fixture
def new_database(postgres_server: str) -> Callable[[], str]:
    """Makes an empty PostgreSQL database and gives its URL."""
    import psycopg

    def make() -> str:
        name = f"news{next(_NAMES)}"
        with psycopg.connect(f"{postgres_server}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"{postgres_server}/{name}"

    return make


def _empty(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    if kind == "postgresql":
        return request.getfixturevalue("new_database")()
    return {
        "sqlite": f"sqlite:///{folder}/news.db",
        "duckdb": f"duckdb:///{folder}/news.duckdb",
        "parquet": f"{folder}/news.parquet",
    }[kind]


@pytest.fixture(params=["sqlite", "postgresql", "duckdb", "parquet"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty store of each kind."""
    return _empty(request.param, request, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql", "duckdb"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    return _empty(request.param, request, tmp_path)
