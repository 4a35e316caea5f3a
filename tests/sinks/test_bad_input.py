"""What a user can get wrong: one clear sentence, exit code 1, and the store as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from claimwire.cli.load import load as command
from claimwire.errors import RequestError, UserError
from claimwire.records import claim_records

from .asking import ask, everything, execute, store
from .samples import HARBOUR, copies

ONE, TWO = copies(2)


def lines(*documents) -> list[bytes]:
    return [msgspec.json.encode(c) for d in documents for c in claim_records(d)]


def write(path: Path, some: list[bytes], end: bytes = b"\n") -> Path:
    path.write_bytes(b"\n".join(some) + end)
    return path


def run(file: Path, url: str, *options: str) -> str:
    """Load a file that cannot be loaded as it should: what is said on stderr."""
    result = CliRunner().invoke(command, [str(file), "--to", url, *options], standalone_mode=False)
    said = result.stderr
    if result.exception is None:
        assert result.return_value == 1, said
    else:
        # a user's error is a sentence and exit code 1, as `cli.messages.run` gives it
        assert isinstance(result.exception, UserError) and not isinstance(result.exception, RequestError)
        said += f"{result.exception}\n"
        assert "\n" not in said.strip(), said
    return said


@pytest.fixture
def good(tmp_path) -> Path:
    return write(tmp_path / "good.jsonl", lines(ONE))


@pytest.fixture
def filled(tmp_path) -> str:
    """A SQLite database that holds another document."""
    url = f"sqlite:///{tmp_path}/news.db"
    store(url, [HARBOUR])
    return url


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("news.db", "'news.db' names no store: give sqlite:///"),
        ("mysql://me:secret@host/news", "'mysql://…' names no store"),
        ("sqlite://", "names no file"),
        ("duckdb:///", "names no file"),
        ("duckdb://news.duckdb", "names no file"),
        ("postgresql://me:secret@host:port/news", "cannot be read"),
    ],
)
def test_a_wrong_url(good, url, words):
    said = run(good, url)
    assert words in said
    assert "secret" not in said


def test_no_server(good):
    said = run(good, "postgresql://me:secret@127.0.0.1:1/news")
    assert "127.0.0.1" in said and "refused" in said and "secret" not in said


def test_no_such_database(good, postgres_server):
    assert 'database "nowhere" does not exist' in run(good, f"{postgres_server}/nowhere")


def test_no_right_to_write_on_a_server(good, new_database):
    url = new_database()
    store(url, [HARBOUR])
    before = everything(url)
    execute(url, "DROP ROLE IF EXISTS reader", "CREATE ROLE reader LOGIN")
    execute(url, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    assert "permission denied for table documents" in run(good, url.replace("postgres@", "reader@"))
    execute(url, "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM reader", "DROP ROLE reader")
    assert everything(url) == before


@pytest.mark.parametrize("path", ["sqlite:///{}/absent/news.db", "duckdb:///{}/absent/news.duckdb"])
def test_a_folder_that_is_not_there(good, tmp_path, path):
    said = run(good, path.format(tmp_path))
    assert "cannot be opened" in said or "Cannot open file" in said
    assert not (tmp_path / "absent").exists()


READ_ONLY = "sqlite:///file:{}?mode=ro&uri=true"


def test_no_right_to_write_a_file(good, filled):
    before = everything(filled)
    path = filled.removeprefix("sqlite:///")
    assert "no right to write" in run(good, READ_ONLY.format(path))
    assert everything(filled) == before


def test_no_right_to_write_a_folder(good, tmp_path):
    blocker = tmp_path / "file"
    blocker.write_text("no folder")
    assert "not a directory" in run(good, f"{blocker}/news.parquet").lower()


@pytest.mark.parametrize("scheme", ["sqlite", "duckdb"])
def test_a_file_that_is_no_database(good, tmp_path, scheme):
    path = tmp_path / "news.db"
    path.write_text("Dear diary, " * 200)
    before = path.read_bytes()
    said = run(good, f"{scheme}:///{path}")
    assert "no SQLite database" in said or "not a valid DuckDB database" in said
    assert path.read_bytes() == before


def test_another_schema_version(tmp_path, filled):
    before = everything(filled)
    newer = lines(ONE)[0].replace(b"claimwire.claim/2", b"claimwire.claim/9")
    said = run(write(tmp_path / "c.jsonl", [*lines(TWO), newer]), filled)
    assert "line 4 has schema 'claimwire.claim/9', this claimwire reads claimwire.claim/2" in said
    assert everything(filled) == before


def test_a_file_of_something_else(tmp_path, filled):
    before = everything(filled)
    assert "line 1 is no claimwire record" in run(write(tmp_path / "c.jsonl", [b'{"a": 1}']), filled)
    assert everything(filled) == before


def test_both_forms_in_one_file(tmp_path, filled):
    before = everything(filled)
    said = run(write(tmp_path / "c.jsonl", [*lines(ONE), msgspec.json.encode(TWO)]), filled)
    assert "line 4 is a claimwire.document/2, those before claimwire.claim/2" in said
    assert everything(filled) == before


def test_a_truncated_file(tmp_path, filled):
    before = everything(filled)
    whole = lines(ONE, TWO)
    said = run(write(tmp_path / "c.jsonl", [*whole[:4], whole[4][:200]], end=b""), filled)
    assert "line 5 stops in the middle: the file is truncated, nothing was loaded" in said
    assert everything(filled) == before


def test_no_such_file(tmp_path, filled):
    assert "absent.jsonl cannot be read: no such file or directory" in run(tmp_path / "absent.jsonl", filled)


LOCKER = {
    "sqlite": "import sqlite3; c = sqlite3.connect({path!r}); c.execute('BEGIN EXCLUSIVE')",
    "duckdb": "import duckdb; c = duckdb.connect({path!r})",
    "parquet": "import fcntl; f = open({path!r} + '/.lock', 'wb'); fcntl.flock(f, fcntl.LOCK_EX)",
}


@pytest.mark.parametrize("kind", LOCKER)
def test_a_store_locked_by_another_process(good, tmp_path, kind):
    path = f"{tmp_path}/news.{kind}"
    url = path if kind == "parquet" else f"{kind}:///{path}"
    store(url, [HARBOUR])
    before = everything(url)
    code = LOCKER[kind].format(path=path) + "; print('held', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        said = run(good, url, "--wait", "0.3")
        holder.communicate("\n", timeout=20)
    assert "another process holds the" in said
    assert everything(url) == before


BROKEN = [
    pytest.param(lambda line: line[:150], id="cut"),
    pytest.param(lambda line: line.replace(b'"sentence":2', b'"sentence":"two"'), id="wrong type"),
    pytest.param(lambda line: line.replace(b'"resolved":', b'"solved":'), id="key missing"),
    pytest.param(lambda line: b"\xff\xfe" + line, id="not UTF-8"),
    pytest.param(lambda line: b"Traceback (most recent call last):", id="noise"),
]


@pytest.mark.parametrize("spoil", BROKEN)
def test_a_bad_line_costs_only_its_document(tmp_path, filled, spoil):
    store(filled, [ONE])
    before = ask(filled, "SELECT * FROM claims WHERE document_id = 'doc0' ORDER BY id")
    some = lines(ONE, TWO)
    some[1] = spoil(some[1])
    said = run(write(tmp_path / "c.jsonl", some), filled)
    assert "line 2: " in said and "document 'doc0' is left as it was" in said
    assert ask(filled, "SELECT * FROM claims WHERE document_id = 'doc0' ORDER BY id") == before
    assert ask(filled, "SELECT COUNT(*) FROM claims WHERE document_id = 'doc1'") == [(3,)]


def test_a_bad_document_costs_only_itself(tmp_path, filled):
    bad = msgspec.json.encode(ONE).replace(b'"polarity":"negated"', b'"polarity":"maybe"')
    said = run(write(tmp_path / "d.jsonl", [bad, msgspec.json.encode(TWO)]), filled)
    assert "line 1: Invalid enum value 'maybe'" in said and "document 'doc0' is left as it was" in said
    assert ask(filled, "SELECT id FROM documents ORDER BY id") == [("doc1",), ("harbour",)]


def test_claims_of_one_document_may_stand_apart(tmp_path, filled):
    one, two = lines(ONE), lines(TWO)
    mixed = write(tmp_path / "c.jsonl", [one[0], two[0], one[1], b"", two[1], two[2], one[2]])
    result = CliRunner().invoke(command, [str(mixed), "--to", filled])
    assert result.exit_code == 0, result.output
    counts = "SELECT document_id, COUNT(*) FROM claims GROUP BY 1 ORDER BY 1"
    assert ask(filled, counts) == [("doc0", 3), ("doc1", 3), ("harbour", 3)]


def test_a_missing_extra_is_named(good, tmp_path, monkeypatch):
    for library, extra, url in (
        ("sqlalchemy", "sql", "sqlite:///news.db"),
        ("psycopg", "sql", "postgresql://host/news"),
        ("duckdb", "duckdb", "duckdb:///news.duckdb"),
        ("pyarrow.parquet", "parquet", "news.parquet"),
    ):
        with monkeypatch.context() as without:
            without.setitem(sys.modules, library, None)
            without.chdir(tmp_path)
            assert f"pip install 'claimwire[{extra}]'" in run(good, url)
    assert not (tmp_path / "news.db").exists()
