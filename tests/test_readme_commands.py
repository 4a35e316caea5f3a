"""Every shell block of README and docs is run, line by line, in a folder with the inputs that it names."""

import gzip
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from claimwire.records import Document
from claimwire.sinks.jsonl import lines_of

from . import documentation
from .services import postgres

pytestmark = pytest.mark.slow  # a process a line
ROOT = Path(__file__).resolve().parents[1]
PAGES = documentation.text()
ELSEWHERE = ("pip install", "python -m pytest", "ruff", "lint-imports")  # what tests and CI run themselves
ARTICLE = "{} will close its harbour in May 2026, said {}. “We lose 300 jobs,” the mayor said.\n"
NAMES = {"veldport": "Ida Brandt", "ostby": "Karl Moe", "lindmar": "Eva Storm"}
BIN = Path(sys.executable).parent
ENVIRONMENT = {
    **os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src"),
}  # fmt: skip
# where a line names a service or would wait for visitors, what is run in its place
INSTEAD = {"datasette news.db": "datasette news.db --get /news.json"}
# exit codes other than 0: diff tells of a difference as diff(1) does
CODES = {"claimwire diff": 1}
# the files of a block, by words of its first line
GIVES = {
    "extract news/ -o claims/": ["claims/manifest.jsonl", "errors.jsonl", "claims.jsonl", "documents.jsonl"],
    "extract article.txt --html": ["report.html", "report/index.html", "report/article-00001.html"],
    "claimwire load claims/": ["news.db", "news.duckdb", "news.parquet/views.sql"],
    "jq ": ["news.jsonl", "news.db"],
}


def shell_blocks() -> list[list[str]]:
    """The commands of each block, without their comments."""
    found = []
    for block in re.findall(r"^```sh\n(.*?)^```", PAGES, re.S | re.M):
        lines = [re.sub(r"\s+#.*", "", line).strip() for line in block.splitlines()]
        found.append([line for line in lines if line and not line.startswith(ELSEWHERE)])
    return [lines for lines in found if lines]


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, timeout=120,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


def text_of(name: str) -> str:
    return ARTICLE.format(name.title(), NAMES[name])


@pytest.fixture(scope="module")
def records(tmp_path_factory) -> Path:
    """A folder with the records of two articles, in both forms and in a database."""
    folder = tmp_path_factory.mktemp("records")
    lines = [json.dumps({"id": n, "text": text_of(n), "date": "2026-01-23"}) for n in ("veldport", "ostby")]
    (folder / "news.jsonl").write_text("\n".join(lines))
    form = "--format documents --with-text --to sqlite:///news.db -o documents.jsonl"
    done = run(f"extract news.jsonl {form}", folder)
    assert done.returncode == 0, done.stderr
    documents = (folder / "documents.jsonl").read_bytes().splitlines()
    claims = [lines_of(msgspec.json.decode(line, type=Document), "claims") for line in documents]
    (folder / "claims.jsonl").write_bytes(b"".join(claims))
    return folder


@pytest.fixture
def place(tmp_path, records) -> Path:
    """A folder with the inputs that the README's commands name."""
    (tmp_path / "news").mkdir()
    (tmp_path / "archive").mkdir()
    for name in NAMES:
        (tmp_path / "news" / f"{name}.txt").write_text(text_of(name))
    rows = [json.dumps({"key": name, "body": text_of(name)}) for name in NAMES]
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress("\n".join(rows).encode()))
    paragraph = text_of("veldport").strip()
    (tmp_path / "page.html").write_text(
        f"<html><head><title>Harbour</title></head><body><article><h1>Harbour</h1><p>{paragraph}</p>"
        f"<p>{paragraph}</p></article></body></html>"
    )
    (tmp_path / "story.md").write_text(f"---\ndate: 2026-01-23\n---\n{text_of('ostby')}")
    (tmp_path / "archive" / "2026-01.txt").write_text(text_of("lindmar"))
    (tmp_path / "article.txt").write_text(text_of("veldport"))
    for name in ("claims.jsonl", "documents.jsonl", "news.db"):
        shutil.copy(records / name, tmp_path / name)
    (tmp_path / "claims").mkdir()
    shutil.copy(records / "claims.jsonl", tmp_path / "claims" / "all.jsonl")
    first, *others = (records / "claims.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "old.jsonl").write_text(first + "".join(others))
    (tmp_path / "new.jsonl").write_text("".join(others))
    shutil.copytree(ROOT / "pipelines", tmp_path / "pipelines")
    (tmp_path / "fixtures").mkdir()
    shutil.copy(ROOT / "fixtures" / "amazon_layoffs.gold.json", tmp_path / "fixtures")
    return tmp_path


@pytest.fixture
def database():
    """The URL of an empty PostgreSQL database; the reason where there is none (never in CI)."""
    try:
        with postgres.server() as url:
            yield f"{url}/postgres"
    except postgres.Unavailable as reason:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"no PostgreSQL server: {reason}")


def lacking(line: str) -> str | None:
    """Why the line cannot be run here."""
    program = next(word for word in line.split() if "=" not in word)
    if "--engine ray" in line:
        return "needs a Ray cluster; tests/batch/test_ray.py runs the engine on one of its own"
    return None if shutil.which(program, path=ENVIRONMENT["PATH"]) else f"needs {program}"


@pytest.mark.parametrize("lines", shell_blocks(), ids=lambda lines: lines[0][:40])
def test_the_lines_of_a_block_do_what_they_say(lines, place, request):
    pytest.importorskip("trafilatura", reason="needs the extra html")
    pytest.importorskip("duckdb", reason="needs the extra duckdb")
    pytest.importorskip("sqlalchemy", reason="needs the extra sql")
    reasons = {line: lacking(line) for line in lines}
    for line, reason in reasons.items():
        if reason:
            print(f"{line}: {reason}")
            continue
        command = INSTEAD.get(line, line)
        if "postgresql://" in line:
            command = re.sub(r"postgresql://\S+", request.getfixturevalue("database"), line)
        done = run(command, place)
        wanted = next((code for words, code in CODES.items() if line.startswith(words)), 0)
        assert done.returncode == wanted, f"{line}: {done.stderr}"
        assert "Traceback" not in done.stderr and "error:" not in done.stderr.lower()
    if all(reasons.values()):
        pytest.skip("; ".join(dict.fromkeys(str(r) for r in reasons.values())))
    for words, files in GIVES.items():
        if lines[0].startswith(words):
            assert [name for name in files if not (place / name).exists()] == []
    if lines[0].startswith("extract news/"):
        check_many(place)
    if lines[0].startswith("claimwire load"):
        with sqlite3.connect(place / "news.db") as connection:
            ids = {row[0] for row in connection.execute("SELECT id FROM documents")}
        assert ids == set(NAMES)


def check_many(place: Path) -> None:
    documents = [json.loads(line) for line in (place / "documents.jsonl").read_text().splitlines()]
    assert [d["id"] for d in documents] == ["page", "story", "2026-01"] and all(
        d["claims"] for d in documents
    )
    claims = [json.loads(line) for line in (place / "claims.jsonl").read_text().splitlines()]
    assert {c["document"]["id"] for c in claims} == set(NAMES)
    parts = [line for part in (place / "claims").glob("part-*") for line in part.read_text().splitlines()]
    assert {json.loads(line)["document"]["id"] for line in parts} == set(NAMES)


def test_the_dlt_recipe_loads_the_claims(place, monkeypatch):
    recipe = next(b for b in re.findall(r"^```python\n(.*?)^```", PAGES, re.S | re.M) if "import dlt" in b)
    compiled = compile(recipe, "README.md", "exec")
    pytest.importorskip("dlt", reason="needs dlt")
    monkeypatch.chdir(place)
    monkeypatch.setenv("DLT_DATA_DIR", str(place / "dlt"))  # else a run remembers where an earlier one stored
    exec(compiled, {"__name__": "recipe"})  # noqa: S102 - the README's own code
    assert (place / "claimwire.duckdb").exists()
