"""Inputs of every format become Articles; what cannot be read becomes one error record that says why."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from claimwire.articles import Article, ReadOptions, read_articles
from claimwire.records import ErrorRecord

NEWS = "Acme cut 300 jobs on Monday, its chief executive said."


def read(*names: object, **options: object) -> list[Article | ErrorRecord]:
    return list(read_articles([str(n) for n in names], ReadOptions(**options)))  # type: ignore[arg-type]


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_plain_text(tmp_path):
    path = write(tmp_path / "a.b.txt", f"\n {NEWS}\r\n")
    (article,) = read(path, date="2026-01-23")
    assert (article.text, article.id, article.source) == (f"\n {NEWS}\r\n", "a.b", str(path))
    assert (article.date, article.date_source, article.reader) == ("2026-01-23", "option", "text (utf-8)")


def test_front_matter_is_no_text(tmp_path):
    fields = "id: 17\ntitle: Acme cuts jobs\ndate: 2026-01-23\nurl: https://example.org/a\nauthor: L. Fork"
    head = f"---\n{fields}\n---\n"
    path = write(tmp_path / "a.md", f"{head}\n# Acme cuts jobs\n\n{NEWS}\n")
    (article,) = read(path)
    assert article.text == f"Acme cuts jobs\n\n{NEWS}\n"
    assert (article.id, article.date, article.url) == ("17", "2026-01-23", "https://example.org/a")
    assert (article.date_source, article.author) == ("front matter", "L. Fork")
    start, end = article.title
    assert article.text[start:end] == "Acme cuts jobs"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("No matter.\n", "No matter.\n"),
        ("---\nOnly a rule, then text.\n", "Only a rule, then text.\n"),
        ("A\n---\nb: c\n---\n", "A\n\nb: c\n"),
    ],
)
def test_markdown_without_front_matter_is_all_text(tmp_path, data, text):
    (article,) = read(write(tmp_path / "a.md", data))
    assert article.text == text


def test_jsonl_with_other_fields(tmp_path):
    lines = [{"nr": 1, "body": NEWS, "day": "2026-01-23T10:00:00Z"}, {"nr": 2, "body": NEWS, "day": None}]
    data = "\n\n".join(map(json.dumps, lines)).encode()
    for path in (write(tmp_path / "a.jsonl", data), write(tmp_path / "b.jsonl.gz", gzip.compress(data))):
        found = read(path, id_field="nr", text_field="body", date_field="day")
        assert [(a.id, a.date, a.text) for a in found] == [("1", "2026-01-23", NEWS), ("2", None, NEWS)]


def test_jsonl_without_ids_is_called_after_file_and_line(tmp_path):
    path = write(tmp_path / "news.jsonl", f'{{"text": "{NEWS}"}}\n{{"text": "{NEWS}", "id": ""}}\n')
    assert [a.id for a in read(path)] == ["news-1", "news-2"]


def test_html(tmp_path):
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{NEWS} It will cut {n} more next year, she added in a letter.</p>" for n in range(5))
    meta = '<meta charset="iso-8859-1"><meta property="article:published_time" content="2026-01-23">'
    article = f"<article><h1>Acme café</h1>{body}</article>"
    page = f"<html><head>{meta}<title>Acme café</title></head><body>{article}</body></html>"
    (article,) = read(write(tmp_path / "a.html", page.encode("latin-1")))
    assert NEWS in article.text and article.date == "2026-01-23"
    assert article.reader.startswith("html (trafilatura ")


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_tables(tmp_path, suffix):
    pa = pytest.importorskip("pyarrow")
    table = pa.table({"id": ["007", "008"], "text": [NEWS, "Two\nlines."], "date": ["2026-01-23", ""]})
    path = tmp_path / f"a.{suffix}"
    if suffix == "csv":
        from pyarrow import csv

        csv.write_csv(table, path)
    else:
        from pyarrow import parquet

        parquet.write_table(table, path)
    assert [(a.id, a.text, a.date) for a in read(path)] == [
        ("007", NEWS, "2026-01-23"),
        ("008", "Two\nlines.", None),
    ]


def test_folders_are_read_recursively_in_order_and_globs_too(tmp_path):
    for name in ("b/2.txt", "a/1.txt", "c.txt", "notes.doc", ".hidden.txt"):
        write(tmp_path / name, NEWS)
    assert [a.id for a in read(tmp_path)] == ["1", "2", "c"]
    assert [a.id for a in read(tmp_path, id_from="path")] == ["a/1", "b/2", "c"]
    assert [a.id for a in read(f"{tmp_path}/**/*.txt")] == ["1", "2", "c"]


def test_duplicates_name_both_places(tmp_path):
    first, second = write(tmp_path / "a/x.txt", NEWS), write(tmp_path / "b/x.txt", NEWS)
    good, bad = read(first, second)
    assert isinstance(good, Article) and isinstance(bad, ErrorRecord)
    assert bad.error == "duplicate" and bad.source == str(second) and str(first) in bad.message


def test_a_broken_line_costs_only_itself(tmp_path):
    path = write(
        tmp_path / "a.jsonl", f'{{"text": "{NEWS}"}}\n{{"text"\n[1]\n{{"no": 1}}\n{{"text": "{NEWS}"}}\n'
    )
    found = read(path)
    assert [type(f).__name__ for f in found] == ["Article", *["ErrorRecord"] * 3, "Article"]
    assert [f.source for f in found[1:4]] == [f"{path}:{n}" for n in (2, 3, 4)]


BROKEN: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "is empty"),
    "white space": ("a.txt", b" \n\t\r\n\xc2\xa0", "only white space"),
    "binary": ("a.txt", b"PK\x03\x04\x00\x00", "binary"),
    "damaged utf-8": ("a.txt", b"caf\xc3\xa9 caf\xc3", "damaged UTF-8: byte 9"),
    "control": ("a.txt", b"Acme\x07 said", "U+0007 at offset 4"),
    "too long": ("a.txt", b"word " * 30, "has 150 characters, more than --max-chars 100"),
    "far too long": ("a.txt", b"word " * 300, "has 1,500 bytes, too many for --max-chars 100"),
    "no json": ("a.jsonl", b"{", "is no JSON"),
    "empty jsonl": ("a.jsonl", b"\n\n", "is empty"),
    "no text field": ("a.jsonl", b'{"id": 1}', "no field 'text'"),
    "text no string": ("a.jsonl", b'{"text": 3}', "no text but int"),
    "wrong date": ("a.jsonl", b'{"text": "a", "date": "23/01/2026"}', "no ISO date"),
    "half a pair": ("a.jsonl", b'{"text": "a \\ud800 b"}', "is no JSON"),
    "torn gzip": ("a.jsonl.gz", gzip.compress(b'{"text": "a"}\n' * 99)[:-9], "no whole gzip"),
    "no gzip": ("a.jsonl.gz", b'{"text": "a"}', "no whole gzip"),
    "no yaml": ("a.md", b"---\na: [\n---\ntext", "front matter that is no YAML"),
    "no article": ("a.html", b"<html><body></body></html>", "no article text"),
    "no parquet": ("a.parquet", b"PAR1 no", "no readable parquet"),
    "no column": ("a.csv", b"a,b\n1,2\n", "no column 'text'"),
    "no rows": ("a.csv", b"id,text\n", "table without rows"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_read_says_why(tmp_path, kind):
    name, data, message = BROKEN[kind]
    (error,) = [f for f in read(write(tmp_path / name, data), max_chars=100) if isinstance(f, ErrorRecord)]
    assert message in error.message and "\n" not in error.message
    assert error.stage == "read" and name in error.source


def test_a_missing_file_and_an_empty_folder(tmp_path):
    (missing,) = read(tmp_path / "none.txt")
    (empty,) = read(tmp_path)
    (nothing,) = read(tmp_path / "*.txt")
    assert [e.error for e in (missing, empty, nothing)] == ["missing"] * 3


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt", NEWS)

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("claimwire.articles.files.open", refuse, raising=False)
    (error,) = read(path)
    assert error.message == "cannot be read: Permission denied"
