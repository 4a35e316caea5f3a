"""Loading takes as many statements a batch however many documents it holds, and writes each row once.

`python -m tests.benchmarks.load` gives the times beside a plain bulk insert.
"""

from __future__ import annotations

import pytest

from claimwire.records import claim_records
from claimwire.sinks.loading import Loader
from claimwire.sinks.rows import document_rows, merged
from claimwire.sinks.stores import open_store

from .load import article

sa = pytest.importorskip("sqlalchemy", reason="needs the extra sql")


def statements(path, monkeypatch, documents: int) -> tuple[int, int]:
    """The statements of one batch of documents, and the rows that they insert."""
    said: list[int] = []
    store = open_store(f"sqlite:///{path}/{documents}.db", 0)
    sa.event.listen(
        store.engine, "before_cursor_execute",
        lambda _, __, sql, rows, ___, many: said.append(len(rows) if sql.startswith("INSERT") else 0),
    )  # fmt: skip
    monkeypatch.setattr("claimwire.sinks.loading.open_store", lambda url, wait: store)
    with Loader("sqlite://") as loader:
        for n in range(documents):
            loader.add(article(n))
    return len(said), sum(said)


def test_a_batch_takes_the_same_statements_for_any_number_of_documents(tmp_path, monkeypatch):
    few, many = (statements(tmp_path, monkeypatch, n) for n in (2, 50))
    assert few[0] == many[0]
    for n, (_, inserted) in ((2, few), (50, many)):
        rows = merged(document_rows(a, claim_records(a)) for a in map(article, range(n)))
        assert inserted == sum(map(len, rows.values())) > 100
