"""What holds for every store: SQLite, PostgreSQL, DuckDB and a folder of Parquet files."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
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
        for document in copies(30):
            loader.add(document)
            if document.id.endswith("9"):
                loader.flush()
    assert not loader.report.problems, loader.report.problems
"""


def test_two_loaders_at_once_do_not_corrupt(url, tmp_path):
    command = [sys.executable, "-c", LOADER, url, "2"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [p.communicate(timeout=120)[1] for p in both]
    assert [p.returncode for p in both] == [0, 0], said
    found = everything(url)
    alone = f"sqlite:///{tmp_path}/alone.db"
    store(alone, copies(30))
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


# What version 3 of the tables added.
NEW_COLUMNS = {
    "documents": ("author", "date_source", "language"),
    "entities": ("confidence",),
    "references": ("confidence",),
    "quantities": ("per",),
    "attributions": ("stance", "speaker_confidence"),
    "claims": ("evidential", "resolved_confidence"),
    "evidence": ("probability", "rival"),
}


def new_values(url: str, document: str) -> set[object]:
    """What a document has in the new columns."""
    found: set[object] = set()
    for table, columns in NEW_COLUMNS.items():
        owner = "id" if table == "documents" else "document_id"
        names = ", ".join(f'"{c}"' for c in columns)
        for row in ask(url, f"SELECT {names} FROM \"{table}\" WHERE {owner} = '{document}'"):
            found.update(float(value) if isinstance(value, Decimal) else value for value in row)
    return found


def filled_by_the_second_schema(url: str) -> None:
    kind = url.partition(":")[0]
    script = Path(__file__).with_name("data").joinpath(f"version_2_{kind}.sql").read_text("utf-8")
    execute(url, *(s for s in script.split(";\n") if s.strip()))


def test_a_database_of_the_second_schema_is_upgraded(database):
    url = database
    filled_by_the_second_schema(url)
    before = ask(url, "SELECT id, text, record FROM claims ORDER BY id")
    store(url, copies(1))
    assert ask(url, "SELECT version FROM claimwire_schema") == [(SCHEMA_VERSION,)]
    assert ask(url, "SELECT id, text, record FROM claims WHERE document_id = 'harbour' ORDER BY id") == before
    assert new_values(url, "harbour") == {None}
    assert {"doubts", "asserts", "believed", "year", "affirmed", "Per Lund", 0.85} <= new_values(url, "doc0")
    assert ask(url, "SELECT document_id, code FROM document_warnings") == [("doc0", "decoded_entities")]
    query = "SELECT document_id, stance FROM {} WHERE speaker IS NOT NULL ORDER BY 1, 2"
    stances = [("doc0", "asserts"), ("doc0", "doubts"), ("harbour", "asserts"), ("harbour", "asserts")]
    assert [ask(url, query.format(v)) for v in ("v_quotes", "v_claims_by_speaker")] == [stances, stances]
    store(url, [HARBOUR])
    assert new_values(url, "harbour") == new_values(url, "doc0")


def test_a_folder_of_the_second_schema_is_upgraded(tmp_path):
    import pyarrow.parquet as pq

    folder = tmp_path / "news.parquet"
    store(str(folder), [HARBOUR])
    for table, columns in NEW_COLUMNS.items():
        rows = pq.read_table(folder / f"{table}.parquet").drop_columns(list(columns))
        pq.write_table(rows.replace_schema_metadata({"claimwire_schema": "2"}), folder / f"{table}.parquet")
    (folder / "document_warnings.parquet").unlink()
    store(str(folder), copies(1))
    assert new_values(str(folder), "harbour") == {None}
    assert ask(str(folder), "SELECT document_id FROM document_warnings") == [("doc0",)]
    assert ask(str(folder), "SELECT speaker, stance FROM v_quotes WHERE document_id = 'harbour'") == [
        ("Ida Brandt", "asserts"),
        ("Ida Brandt", "asserts"),
    ]


def test_views_offer_the_stance_as_a_filter(url):
    store(url, [HARBOUR])
    own = "SELECT type FROM {} WHERE stance IN ('asserts', 'denies')"
    assert ask(url, own.format("v_quotes")) == [("mixed",)]
    assert ask(url, own.format("v_claims_by_speaker")) == [("mixed",)]
    assert ask(url, "SELECT per, stance, evidential FROM v_numbers ORDER BY value DESC") == [
        ("year", "doubts", "believed"),
        (None, None, None),
    ]


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
