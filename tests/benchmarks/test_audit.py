"""Every list of the audit runs on a database as it is loaded, and shows a far value with its words."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from claimwire.records import Quantity

from ..sinks.samples import HARBOUR
from . import audit

pytest.importorskip("sqlalchemy", reason="needs the extra sql")


@pytest.fixture
def documents(tmp_path):
    text = "The dam cost $9,000,000 in all."
    far = Quantity(13, 23, text[13:23], value=9e6, unit="USD", kind="money")
    path = tmp_path / "documents.jsonl"
    written = [
        replace(HARBOUR, text=None),
        replace(HARBOUR, id="far", text=text, quantities=(far,), claims=()),
    ]
    path.write_bytes(b"\n".join(msgspec.json.encode(d) for d in written))
    return path


def test_every_list_of_the_audit_runs(documents, capsys):
    assert audit.main(["--documents", str(documents), "--limit", "3"]) == 0
    shown = capsys.readouterr().out
    titles = [f"{layer}: {title}" for layer, tails in audit.TAILS.items() for title in tails]
    assert [line[3:].rsplit(":", 1)[0] for line in shown.split("\n") if line.startswith("== ")] == titles
    assert "9000000.0 USD\tfar\tThe dam cost [$9,000,000] in all." in shown


def test_one_layer_alone(documents, capsys):
    audit.main(["--documents", str(documents), "--layer", "dates"])
    assert "quantities:" not in capsys.readouterr().out
