"""Loading into a real PostgreSQL server."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import psycopg
import pytest

from claimwire.sinks.errors import SinkError
from claimwire.sinks.loading import Loader

from .asking import ask, store
from .samples import HARBOUR, copies


def test_types_are_the_servers_own(new_database):
    url = new_database()
    store(url, [HARBOUR])
    assert ask(url, "SELECT date, pg_typeof(date)::text FROM documents") == [(dt.date(2026, 3, 4), "date")]
    assert ask(url, "SELECT value FROM quantities ORDER BY id") == [(Decimal(4500000),), (Decimal(310),)]
    assert ask(
        url, "SELECT pg_typeof(record)::text, record->'attribution'->>'id' FROM claims ORDER BY id"
    ) == [
        ("jsonb", "a1"),
        ("jsonb", "a2"),
        ("jsonb", None),
    ]
    assert ask(url, "SELECT speaker, words, said_on FROM v_quotes WHERE type = 'mixed'") == [
        ("Ida Brandt", "will not close", dt.date(2026, 3, 3))
    ]


def test_a_nul_in_a_text_becomes_the_replacement_character(new_database):
    url = new_database()
    torn = replace(HARBOUR, text=HARBOUR.text.replace("ships", "sh\0ps"), title=None)
    store(url, [torn, *copies(2)])
    assert ask(url, "SELECT COUNT(*) FROM documents") == [(3,)]
    assert "sh\ufffdps" in ask(url, "SELECT text FROM documents WHERE id = 'harbour'")[0][0]


def test_a_loader_gives_up_on_rows_that_another_one_holds(new_database):
    url = new_database()
    store(url, copies(2))
    with psycopg.connect(url) as holder:
        holder.execute("SELECT * FROM documents WHERE id = 'doc1' FOR UPDATE")
        with (
            pytest.raises(SinkError, match="another process holds the documents locked"),
            Loader(url, 0.2) as loader,
        ):
            loader.add(copies(2)[1])
