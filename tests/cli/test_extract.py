"""`extract`: records on stdout or in files, every record valid, every offset true."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from claimwire.schema import committed
from tests.commands import SEED, claimwire, extract, spawn


def records(output: bytes) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture(scope="module")
def seed_document():
    done = extract(SEED, "--date", "2026-01-23", "--format", "documents", "--with-text")
    assert done.returncode == 0 and done.stderr == b""
    (document,) = records(done.stdout)
    return document


def validate(record: dict, name: str) -> None:
    jsonschema.Draft202012Validator(json.loads(committed(name))).validate(record)


def spans(value):
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)


def test_a_document_is_valid_and_its_offsets_hold(seed_document):
    validate(seed_document, "document")
    text = Path(SEED).read_bytes().decode()
    assert seed_document["text"] == text and seed_document["date"] == "2026-01-23"
    found = list(spans(seed_document))
    assert len(found) > 100
    assert all(text[s["start"] : s["end"]] == s["text"] for s in found)


def test_whole_numbers_are_written_whole(seed_document):
    line = json.dumps(seed_document["quantities"])
    assert ".0," not in line and "30000" in line


def test_claims_are_the_default_and_those_of_the_document(seed_document):
    done = spawn("extract", SEED, "--date", "2026-01-23")
    claims = records(done.stdout)
    assert done.returncode == 0 and [c["id"] for c in claims] == [c["id"] for c in seed_document["claims"]]
    for claim in claims:
        validate(claim, "claim")
        assert claim["document"]["id"] == "amazon_layoffs"


def test_stdin_files_and_jsonl_give_the_same_claims(tmp_path):
    text = Path(SEED).read_bytes()
    line = json.dumps({"id": "stdin", "text": text.decode(), "date": "2026-01-23"})
    (tmp_path / "a.jsonl").write_text(line + "\n")
    a = extract("-", "--date", "2026-01-23", stdin=text)
    b = extract(tmp_path / "a.jsonl", "-o", tmp_path / "out.jsonl")
    assert a.returncode == b.returncode == 0 and b.stdout == b""
    written = (tmp_path / "out.jsonl").read_bytes()
    assert [c["id"] for c in records(a.stdout)] == [c["id"] for c in records(written)] != []


def test_evaluate_prints_a_table_and_json(tmp_path):
    documents = tmp_path / "documents.jsonl"
    extract(SEED, "--date", "2026-01-23", "--format", "documents", "-o", documents)
    gold = SEED.replace(".txt", ".gold.json")
    table = claimwire("evaluate", gold, "--predictions", documents)
    figures = json.loads(claimwire("evaluate", gold, "--predictions", documents, "--json").stdout)
    assert table.returncode == 0 and table.stdout.startswith(b"measure")
    assert figures["claims"]["F1"] > 50 and figures["claims"]["gold"] > 10
    claims = tmp_path / "claims.jsonl"
    extract(SEED, "-o", claims)
    wrong = claimwire("evaluate", gold, "--predictions", claims)
    assert wrong.returncode == 1 and b"--format documents" in wrong.stderr


def test_schema_and_pipelines():
    assert claimwire("schema", "document").stdout.decode() == committed("document")
    assert claimwire("pipelines").stdout.startswith(b"news\t")


@pytest.mark.parametrize("name", ["extract", "evaluate", "schema", "pipelines", "bench", "train", None])
def test_help_shows_an_example(name):
    done = claimwire(*([name] if name else []), "--help")
    assert done.returncode == 0 and b"Example" in done.stdout
