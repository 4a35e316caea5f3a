"""`extract --to`, `load`, `export` and `import` on the command line."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.commands import claimwire

pytest.importorskip("sqlalchemy", reason="needs the extra sql")
ARTICLE = "Veldport will close its harbour in May, said Ida Brandt.\n"


def count(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT COUNT(*) FROM claims").fetchone()[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with an article, extracted into a file and a database at once."""
    folder = tmp_path_factory.mktemp("news")
    (folder / "harbour.txt").write_text(ARTICLE)
    done = claimwire(
        "extract", folder / "harbour.txt", "--date", "2026-03-04", "--to", f"sqlite:///{folder}/news.db",
        "--format", "documents", "--with-text", "-o", folder / "documents.jsonl",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "of 1 document into sqlite:///" in done.stderr.decode()
    return folder


def test_extract_to_writes_the_file_and_the_database(folder):
    (document,) = map(json.loads, (folder / "documents.jsonl").read_text().splitlines())
    assert count(folder / "news.db") == len(document["claims"]) > 0


def test_load_gives_what_extract_to_gives(folder):
    done = claimwire("load", folder / "documents.jsonl", "--to", f"sqlite:///{folder}/loaded.db")
    assert done.returncode == 0, done.stderr
    dumps = []
    for name in ("news.db", "loaded.db"):
        with sqlite3.connect(folder / name) as connection:
            dumps.append(sorted(connection.iterdump()))
    assert dumps[0] == dumps[1]


def test_extract_to_a_wrong_url_says_so_before_it_works(folder):
    done = claimwire("extract", folder / "harbour.txt", "--to", "news.db")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "'news.db' names no store" in done.stderr.decode() and "Traceback" not in done.stderr.decode()


def test_export_and_import_go_round(folder):
    tasks, gold = folder / "tasks.json", folder / "gold"
    assert claimwire("export", "labelstudio", folder / "documents.jsonl", "-o", tasks).returncode == 0
    found = json.loads(tasks.read_text())
    for task in found:
        task["annotations"] = task.pop("predictions")
    tasks.write_text(json.dumps(found))
    done = claimwire("import", "labelstudio", tasks, "-o", gold)
    assert done.returncode == 0, done.stderr
    scored = claimwire("evaluate", gold, "--predictions", folder / "documents.jsonl", "--json")
    assert scored.returncode == 0, scored.stderr
    assert json.loads((gold / "harbour.gold.json").read_text())["text"] == ARTICLE


def test_an_export_that_needs_the_text_names_the_option(folder):
    claims = folder / "claims.jsonl"
    claims.write_bytes(claimwire("extract", folder / "harbour.txt", "--date", "2026-03-04").stdout)
    done = claimwire("export", "brat", claims, "-o", folder / "brat")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1 and "--with-text" in done.stderr.decode()
