"""Loading stays within three times of the plain bulk insert of the same rows.

Measured in processor time, which other work on the machine does not change; `python -m tests.benchmarks.load`
gives the figures by the clock, for 100,000 claims and on PostgreSQL too.
"""

from __future__ import annotations

import time

import msgspec
import pytest

from claimwire.records import claim_records
from claimwire.sinks.loading import load
from claimwire.sinks.rows import document_rows, merged
from claimwire.sinks.stores import open_store

from .load import CLAIMS_A_DOCUMENT, article, plain_sqlite

pytest.importorskip("sqlalchemy", reason="needs the extra sql")
CLAIMS = 15_000


def test_loading_takes_at_most_three_times_the_plain_insert(tmp_path):
    articles = [article(n) for n in range(CLAIMS // CLAIMS_A_DOCUMENT)]
    rows = merged(document_rows(a, claim_records(a)) for a in articles)
    file = tmp_path / "claims.jsonl"
    with file.open("wb") as lines:
        lines.writelines(msgspec.json.encode(r) + b"\n" for a in articles for r in claim_records(a))

    def plain(n: int) -> float:
        store = open_store(f"sqlite:///{tmp_path}/plain{n}.db")
        start = time.process_time()
        plain_sqlite(store, rows)
        taken = time.process_time() - start
        store.close()
        return taken

    def loaded(n: int) -> float:
        start = time.process_time()
        load([file], f"sqlite:///{tmp_path}/loaded{n}.db")
        return time.process_time() - start

    assert min(loaded(n) for n in range(3)) <= 3 * min(plain(n) for n in range(3))
