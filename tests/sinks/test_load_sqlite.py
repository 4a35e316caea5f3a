"""Loading into SQLite: what stands in the tables, and that loading again changes nothing."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from claimwire.records import claim_records
from claimwire.sinks.loading import load

from .samples import CLAIMS, HARBOUR, copies


def write(path: Path, records: list) -> Path:
    path.write_bytes(b"".join(msgspec.json.encode(r) + b"\n" for r in records))
    return path


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as database:
        return list(database.iterdump())


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, str]:
    return tmp_path / "news.db", f"sqlite:///{tmp_path / 'news.db'}"


def rows(path: Path, query: str) -> list[tuple]:
    with sqlite3.connect(path) as database:
        return database.execute(query).fetchall()


COUNTS = "SELECT document_id, COUNT(*) FROM claims GROUP BY 1 ORDER BY 1"


def test_documents_fill_every_table(tmp_path, place):
    path, url = place
    report = load([write(tmp_path / "d.jsonl", [HARBOUR])], url)
    assert (report.documents, report.claims, report.problems) == (1, 3, [])
    assert rows(path, "SELECT id, date, title, complete FROM documents") == [
        ("harbour", "2026-03-04", "Harbour tolls to rise", 1)
    ]
    assert rows(path, "SELECT value, typeof(value), unit, counted FROM quantities ORDER BY id") == [
        (4500000, "integer", "EUR", "tolls"),
        (310, "integer", None, "ships"),
    ]
    assert rows(path, 'SELECT name, text FROM "references"') == [("Ida Brandt", "She")]
    assert rows(path, "SELECT verbatim, text FROM contents WHERE attribution_id = 'a1' ORDER BY id") == [
        (0, 'Veldport "will not close" its harbour'),
        (1, "will not close"),
    ]
    numbers = "SELECT claim_id, q.text FROM claim_quantities l JOIN quantities q ON q.id = quantity_id"
    assert rows(path, numbers) == [
        ("c2", "about €4.5m"),
        ("c3", "310 ships"),
    ]
    assert rows(path, "SELECT json_extract(record, '$.attribution.cue.lemma') FROM claims ORDER BY id") == [
        ("say",),
        ("expect",),
        (None,),
    ]


def test_views_answer(tmp_path, place):
    path, url = place
    load([write(tmp_path / "d.jsonl", [HARBOUR])], url)
    quotes = "SELECT speaker, words, said_on, published, source FROM v_quotes WHERE type = 'mixed'"
    assert rows(path, quotes) == [("Ida Brandt", "will not close", "2026-03-03", "2026-03-04", "harbour.txt")]
    assert rows(path, "SELECT value, unit, counted, subject, date, source FROM v_numbers ORDER BY value") == [
        (310, None, "ships", "Veldport", "2026-02-01", "harbour.txt"),
        (4500000, "EUR", "tolls", "tolls", None, "harbour.txt"),
    ]
    assert rows(path, "SELECT speaker, COUNT(*) FROM v_claims_by_speaker GROUP BY 1") == [("Ida Brandt", 2)]


def test_loading_twice_changes_nothing(tmp_path, place):
    path, url = place
    file = write(tmp_path / "d.jsonl", copies(5))
    load([file], url)
    before = dump(path)
    load([file], url)
    assert dump(path) == before


def test_a_newer_extraction_leaves_no_stale_claims(tmp_path, place):
    path, url = place
    load([write(tmp_path / "old.jsonl", copies(2))], url)
    newer = replace(copies(1)[0], claims=CLAIMS[:1], quantities=(), attributions=HARBOUR.attributions[:1])
    load([write(tmp_path / "new.jsonl", [newer])], url)
    assert rows(path, COUNTS) == [("doc0", 1), ("doc1", 3)]
    assert rows(path, "SELECT document_id, COUNT(*) FROM quantities GROUP BY 1") == [("doc1", 2)]


def test_claims_give_the_rows_that_documents_give(tmp_path, place):
    path, url = place
    claims = [c for d in copies(2) for c in claim_records(d)]
    load([write(tmp_path / "c.jsonl", claims)], url)
    query = "SELECT * FROM claims ORDER BY 1, 2"
    from_claims = rows(path, query)
    assert rows(path, "SELECT DISTINCT complete FROM documents") == [(0,)]
    load([write(tmp_path / "d.jsonl", copies(2))], url)
    assert rows(path, query) == from_claims


def test_claims_of_one_document_may_stand_apart(tmp_path, place):
    path, url = place
    one, two = (claim_records(d) for d in copies(2))
    mixed = [one[0], two[0], one[1], two[1], two[2], one[2]]
    load([write(tmp_path / "c.jsonl", mixed)], url)
    assert rows(path, COUNTS) == [("doc0", 3), ("doc1", 3)]
