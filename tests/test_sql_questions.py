"""The questions of docs/questions.md, asked of the fixtures: each query gives the table that stands under it.

When a layer gets better, the answers change: `python -m tests.test_sql_questions` writes them anew.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claimwire.records import Document
from claimwire.sinks.loading import Loader

from .pipelines import fixture_documents
from .services import postgres
from .sinks.asking import ask

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "questions.md"
_QUERY = re.compile(r"\n```sql\n(.+?)```\n(?:\n```text\n(.*?)```\n)?", re.DOTALL)
_WIDTH = 60
pytest.importorskip("sqlalchemy", reason="needs the extra sql")


def section() -> str:
    """The page of questions."""
    return PAGE.read_text("utf-8")


def fill(url: str, found: Iterable[Document]) -> str:
    """Load the documents into a store."""
    with Loader(url) as loader:
        for document in found:
            loader.add(document)
    assert not loader.report.problems
    return url


def cell(value: Any) -> str:
    """A value as the page shows it, the same from every database."""
    if isinstance(value, float | Decimal):
        value = int(value) if value == int(value) else float(value)
    return textwrap.shorten("" if value is None else str(value), _WIDTH, placeholder=" …")


def table(rows: list[tuple[Any, ...]]) -> str:
    """Rows as aligned text."""
    cells = [[cell(v) for v in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = (" | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells)
    return "".join(f"{line}\n" for line in lines)


@pytest.fixture(scope="session")
def extracted() -> list[Document]:
    return fixture_documents()


@pytest.fixture(scope="session")
def sqlite_url(extracted, tmp_path_factory) -> str:
    return fill(f"sqlite:///{tmp_path_factory.mktemp('sql')}/news.db", extracted)


QUESTIONS = _QUERY.findall(section())


def test_there_are_ten_questions():
    assert len(QUESTIONS) == 10


@pytest.mark.parametrize(("query", "answer"), QUESTIONS, ids=range(1, len(QUESTIONS) + 1))
def test_the_query_gives_the_answer_that_stands_under_it(sqlite_url, query, answer):
    rows = ask(sqlite_url, query)
    assert rows, "a question without an answer shows nothing"
    assert table(rows) == answer, "if the new answers are right: python -m tests.test_sql_questions"


def test_postgresql_gives_the_same_answers(extracted, sqlite_url):
    import os

    try:
        with postgres.server() as server:
            url = fill(f"{server}/postgres", extracted)
            for query, _ in QUESTIONS:
                assert sorted(table(ask(url, query))) == sorted(table(ask(sqlite_url, query))), query
    except postgres.Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no PostgreSQL server: {reason}")


def test_duckdb_gives_the_same_answers(extracted, sqlite_url, tmp_path):
    pytest.importorskip("duckdb", reason="needs the extra duckdb")
    url = fill(f"duckdb:///{tmp_path}/news.duckdb", extracted)
    for query, _ in QUESTIONS:
        assert sorted(table(ask(url, query))) == sorted(table(ask(sqlite_url, query))), query


def main() -> None:
    """Write the answers into the page."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        url = fill(f"sqlite:///{folder}/news.db", fixture_documents())
        old = section()
        new = _QUERY.sub(lambda m: f"\n```sql\n{m[1]}```\n\n```text\n{table(ask(url, m[1]))}```\n", old)
    PAGE.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
