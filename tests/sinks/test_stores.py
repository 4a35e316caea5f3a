"""What holds for every store: SQLite, PostgreSQL, DuckDB and a folder of Parquet files."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from claimwire.records import claim_records
from claimwire.sinks.errors import SinkError
from claimwire.sinks.loading import load
from claimwire.sinks.tables import SCHEMA_VERSION, TABLES

from .asking import ask, everything, execute, store
from .samples import CLAIMS, HARBOUR, copies

COUNTS = "SELECT document_id, COUNT(*) FROM claims GROUP BY 1 ORDER BY 1"


def day(value: object) -> str:
    """A date as ISO text, whatever the library gives (SQLite has no type of its own for days)."""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def test_every_table_has_rows_of_the_sample(url):
    store(url, [HARBOUR])
    empty = [t.name for t, rows in zip(TABLES, everything(url), strict=True) if not rows]
    assert empty == []


def test_values_are_the_same_in_every_store(url):
    store(url, [HARBOUR])
    assert [
        (float(v), u, c) for v, u, c in ask(url, "SELECT value, unit, counted FROM quantities ORDER BY id")
    ] == [
        (4_500_000.0, "EUR", "tolls"),
        (310.0, None, "ships"),
    ]
    assert [day(d) for (d,) in ask(url, "SELECT latest FROM dates WHERE latest IS NOT NULL ORDER BY id")] == [
        "2026-03-03",
        "2026-02-28",
    ]
    assert [bool(v) for (v,) in ask(url, "SELECT verbatim FROM contents ORDER BY attribution_id, id")] == [
        False,
        True,
        False,
    ]


def test_views_are_the_same_in_every_store(url):
    store(url, [HARBOUR])
    ((speaker, words, said_on, source),) = ask(
        url, "SELECT speaker, words, said_on, source FROM v_quotes WHERE type = 'mixed'"
    )
    assert (speaker, words, day(said_on), source) == (
        "Ida Brandt",
        "will not close",
        "2026-03-03",
        "harbour.txt",
    )
    numbers = ask(url, "SELECT value, unit, counted, subject, date FROM v_numbers ORDER BY value")
    assert [(float(n[0]), *n[1:4], n[4] and day(n[4])) for n in numbers] == [
        (310.0, None, "ships", "Veldport", "2026-02-01"),
        (4_500_000.0, "EUR", "tolls", "tolls", None),
    ]
    assert ask(url, "SELECT speaker, COUNT(*) FROM v_claims_by_speaker GROUP BY 1") == [("Ida Brandt", 2)]


def test_loading_twice_changes_nothing(url):
    store(url, copies(4))
    before = everything(url)
    store(url, copies(4))
    assert everything(url) == before


def test_a_newer_extraction_leaves_nothing_of_the_older(url):
    store(url, copies(3))
    one = replace(copies(2)[1], claims=CLAIMS[:1], attributions=HARBOUR.attributions[:1], quantities=())
    store(url, [one])
    assert ask(url, COUNTS) == [("doc0", 3), ("doc1", 1), ("doc2", 3)]
    assert ask(url, "SELECT DISTINCT document_id FROM quantities ORDER BY 1") == [("doc0",), ("doc2",)]


def test_of_a_document_that_comes_twice_the_later_counts(url):
    store(url, [HARBOUR, *copies(1), replace(HARBOUR, claims=CLAIMS[:2])])
    assert ask(url, COUNTS) == [("doc0", 3), ("harbour", 2)]


def test_the_record_gives_the_claim_back(url):
    store(url, [HARBOUR])
    for id_, record in ask(url, "SELECT id, record FROM claims"):
        text = record if isinstance(record, str) else msgspec.json.encode(record)
        claim = msgspec.json.decode(text, type=type(claim_records(HARBOUR)[0]))
        assert claim in claim_records(HARBOUR) and claim.id == id_


LOADER = """
import sys
from claimwire.sinks.loading import Loader
from tests.sinks.samples import copies
for round in range(int(sys.argv[2])):
    with Loader(sys.argv[1]) as loader:
        for document in copies(60):
            loader.add(document)
            if document.id.endswith("9"):
                loader.flush()
    assert not loader.report.problems, loader.report.problems
"""


def test_two_loaders_at_once_do_not_corrupt(url, tmp_path):
    command = [sys.executable, "-c", LOADER, url, "3"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [p.communicate(timeout=120)[1] for p in both]
    assert [p.returncode for p in both] == [0, 0], said
    found = everything(url)
    alone = f"sqlite:///{tmp_path}/alone.db"
    store(alone, copies(60))
    assert [len(rows) for rows in found] == [len(rows) for rows in everything(alone)]


def test_an_older_schema_is_upgraded_and_keeps_its_rows(database):
    url = database
    store(url, copies(2))
    before = ask(url, "SELECT document_id, id, value FROM quantities ORDER BY 1, 2")
    indices = () if "duckdb" in url else ("DROP INDEX ix_quantities_unit_value",)
    gone = ("ALTER TABLE quantities DROP COLUMN rule", "DROP TABLE evidence", "DROP VIEW v_numbers")
    execute(url, *indices, *gone, "UPDATE claimwire_schema SET version = 1")
    store(url, [HARBOUR])
    assert ask(url, "SELECT version FROM claimwire_schema") == [(SCHEMA_VERSION,)]
    kept = "SELECT document_id, id, value FROM quantities WHERE document_id <> 'harbour' ORDER BY 1, 2"
    assert ask(url, kept) == before
    assert ask(url, "SELECT document_id FROM evidence") == [("harbour",)]
    assert len(ask(url, "SELECT * FROM v_numbers")) == 6


def test_a_database_of_the_first_schema_is_upgraded(tmp_path):
    import sqlite3

    path = tmp_path / "old.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(
            Path(__file__).with_name("data").joinpath("version_1.sql").read_text("utf-8")
        )
    url = f"sqlite:///{path}"
    store(url, copies(1))
    assert ask(url, COUNTS) == [("doc0", 3), ("harbour", 3)]
    assert ask(url, "SELECT COUNT(*), COUNT(rule) FROM dates") == [(6, 0)]


def test_a_newer_schema_is_left_alone(database):
    url = database
    store(url, [HARBOUR])
    execute(url, "UPDATE claimwire_schema SET version = 99")
    before = everything(url)
    with pytest.raises(SinkError, match="version 99.*install a newer claimwire"):
        store(url, copies(1))
    assert everything(url) == before


def test_tables_of_another_program_are_left_alone(database):
    url = database
    execute(url, "CREATE TABLE documents (path text)")
    with pytest.raises(SinkError, match="'documents' there is not claimwire's"):
        store(url, copies(1))
    assert ask(url, "SELECT * FROM documents") == []


def test_claims_give_the_rows_that_documents_give(url, tmp_path):
    claims, documents = tmp_path / "c.jsonl", tmp_path / "d.jsonl"
    claims.write_bytes(b"".join(msgspec.json.encode(c) + b"\n" for d in copies(2) for c in claim_records(d)))
    documents.write_bytes(b"".join(msgspec.json.encode(d) + b"\n" for d in copies(2)))
    load([claims], url)
    assert ask(url, "SELECT COUNT(*) FROM documents WHERE complete") == [(0,)]
    query = "SELECT * FROM claims ORDER BY document_id, id"
    before = ask(url, query)
    load([documents], url)
    assert ask(url, query) == before
    assert ask(url, "SELECT COUNT(*) FROM documents WHERE complete") == [(2,)]
