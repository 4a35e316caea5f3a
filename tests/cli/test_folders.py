"""Folders that `extract -o FOLDER/` wrote are read by every command that reads records."""

from __future__ import annotations

import json
import shlex
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.commands import claimwire as here

SAYINGS = ["Norlund Bank will close {} branches, said Ida Brandt.", "Ole Rasch expects {} new jobs in Malby."]
BOTH = ("out", "one.jsonl")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A folder with five articles extracted into three part files (out/), and the same in one file."""
    folder = tmp_path_factory.mktemp("made")
    articles = [{"id": f"a{n}", "text": SAYINGS[n % 2].format(n + 2)} for n in range(5)]
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, articles)))
    extract = ["extract", "news.jsonl", "--format", "documents", "--with-text", "--quiet"]
    assert here(*extract, "-o", "out/", "--part-size", 2, cwd=folder).returncode == 0
    assert here(*extract, "-o", "one.jsonl", cwd=folder).returncode == 0
    assert len(list((folder / "out").glob("part-*.jsonl"))) == 3
    return folder


def claims(path: Path) -> list[tuple[str, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT document_id, id, text FROM claims ORDER BY 1, 2").fetchall()


def test_load_takes_a_folder(made, tmp_path):
    for name in BOTH:
        done = here("load", name, "--to", f"sqlite:///{tmp_path}/{name}.db", cwd=made)
        assert done.returncode == 0 and b"of 5 documents" in done.stderr
    assert claims(tmp_path / "out.db") == claims(tmp_path / "one.jsonl.db") != []


def test_diff_takes_a_folder(made):
    assert here("diff", "out/", "one.jsonl", cwd=made).returncode == 0


def test_view_and_export_take_a_folder(made, tmp_path):
    for name in BOTH:
        assert here("view", name, "-o", tmp_path / f"{name}.html", cwd=made).returncode == 0
        assert here("export", "labelstudio", name, "-o", tmp_path / name, cwd=made).returncode == 0
    assert (tmp_path / "out.html").read_bytes() == (tmp_path / "one.jsonl.html").read_bytes()
    assert (tmp_path / "out").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


def test_link_takes_a_folder(made, tmp_path):
    for name in BOTH:
        assert here("link", name, "-o", tmp_path / name, cwd=made).returncode == 0
    assert (tmp_path / "out/groups.jsonl").read_bytes() == (tmp_path / "one.jsonl/groups.jsonl").read_bytes()


def test_evaluate_takes_a_folder(made, tmp_path):
    layers = dict.fromkeys(("entities", "quantities", "dates", "attributions", "claims"), [])
    gold = {"id": "a4", "text": SAYINGS[0].format(6), **layers}
    (tmp_path / "a4.gold.json").write_text(json.dumps(gold))
    one, other = (here("evaluate", tmp_path, "--predictions", n, "--json", cwd=made) for n in BOTH)
    assert one.stdout == other.stdout and one.returncode == 0
    assert json.loads(one.stdout)["claims"]["predicted"] > 0


def test_the_manifest_among_the_files_of_a_pattern_is_passed_over_with_a_note(made, tmp_path):
    files = sorted(p.relative_to(made) for p in (made / "out").glob("*.jsonl"))
    done = here("load", *files, "--to", f"sqlite:///{tmp_path}/news.db", cwd=made)
    note, loaded = done.stderr.decode().splitlines()
    assert note.startswith("load: out/manifest.jsonl: passed over") and "of 5 documents" in loaded
    alone = here("diff", "out/manifest.jsonl", "one.jsonl", cwd=made)
    assert (alone.returncode, alone.stderr) == (0, b"")


def test_a_folder_without_manifest_is_its_jsonl_files(made, tmp_path):
    shutil.copy(made / "one.jsonl", tmp_path / "a.jsonl")
    assert here("diff", tmp_path, made / "out").returncode == 0


def test_a_folder_without_records_is_refused(tmp_path):
    done = here("load", tmp_path, "--to", f"sqlite:///{tmp_path}/news.db")
    assert done.returncode == 1 and b"holds no records" in done.stderr and done.stderr.count(b"\n") == 1


def test_a_folder_whose_run_is_not_done_says_so(made, tmp_path):
    shutil.copytree(made / "out", tmp_path / "out")
    head, first, *_ = (made / "out/manifest.jsonl").read_text().splitlines()
    unfinished = json.dumps(json.loads(head) | {"complete": False})
    (tmp_path / "out/manifest.jsonl").write_text(f"{unfinished}\n{first}\n")
    done = here("load", tmp_path / "out", "--to", f"sqlite:///{tmp_path}/news.db")
    assert done.returncode == 0
    assert b"of 2 documents" in done.stderr and b"extract --resume goes on" in done.stderr


def test_a_folder_that_lost_a_part_is_refused(made, tmp_path):
    shutil.copytree(made / "out", tmp_path / "out")
    (tmp_path / "out/part-000001.jsonl").write_text("{}\n")
    done = here("view", tmp_path / "out", "-o", tmp_path / "report.html")
    assert done.returncode == 1 and b"part-000001.jsonl" in done.stderr and b"--resume" in done.stderr


def test_extract_says_what_comes_next_and_that_works(made, tmp_path):
    done = here("extract", made / "news.jsonl", "-o", "my claims/", cwd=tmp_path)
    said = done.stderr.decode().splitlines()[-1]
    assert said.startswith("extract: next: claimwire ")
    for command in said.removeprefix("extract: next: ").split(", or "):
        assert here(*shlex.split(command)[1:], cwd=tmp_path).returncode == 0
    assert (tmp_path / "report.html").exists() and claims(tmp_path / "news.db")


def test_a_quiet_run_tells_failures_only(made, tmp_path):
    assert here("extract", made / "news.jsonl", "-o", "out/", "--quiet", cwd=tmp_path).stderr == b""
    failed = here("extract", made / "news.jsonl", "missing.txt", "-q", cwd=tmp_path)
    assert failed.returncode == 1 and failed.stderr.count(b"\n") == 1
