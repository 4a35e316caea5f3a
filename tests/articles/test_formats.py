"""What agencies, feeds, archives and offices give: the text with its headline, date, author and reader."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimwire.articles import Article
from claimwire.records import ErrorRecord
from tests.articles import makers
from tests.articles.makers import ATOM, BODY, FIRST, NEWSML, NINJS_1, NINJS_3, NITF, PAGE, RSS, SECOND, TITLE
from tests.articles.test_read import read, write

WHOLE = f"{TITLE}\n\n{BODY}"


def one(path: Path, **options: object) -> Article:
    (article,) = read(path, **options)
    assert isinstance(article, Article), article
    return article


def codes(article: Article) -> list[str]:
    return [warning.code for warning in article.warnings]


def titled(article: Article) -> str:
    assert article.title is not None
    return article.text[slice(*article.title)]


def test_a_json_file_holds_an_object_an_array_or_an_object_with_an_array(tmp_path):
    fields = {"text": BODY, "date": "2026-01-23", "author": [{"name": "Lena Fork"}, {"name": "Ida Moss"}]}
    article = one(write(tmp_path / "a.json", json.dumps(fields)))
    assert (article.text, article.id, article.date, article.date_source) == (BODY, "a", "2026-01-23", "field")
    assert article.author == "Lena Fork, Ida Moss" and article.reader == "json"
    some = [fields, fields | {"id": 7}, {"no": "text"}]
    for name, value in (("b", some), ("c", {"status": "ok", "tags": ["x"], "articles": some})):
        found = read(write(tmp_path / f"{name}.json", json.dumps(value)))
        assert [getattr(f, "id", None) for f in found] == [f"{name}-1", "7", f"{name}-3"]
        assert isinstance(found[2], ErrorRecord) and found[2].source.endswith(f"{name}.json:3")


@pytest.mark.parametrize("suffix", ["json", "jsonl", "json.gz"])
def test_ninjs_of_all_versions(tmp_path, suffix):
    for item, id in ((NINJS_1, "urn:example:1"), (NINJS_3, "urn:example:3")):
        data = json.dumps(item).encode()
        article = one(write(tmp_path / f"a.{suffix}", gzip.compress(data) if suffix.endswith("gz") else data))
        assert (article.text, titled(article), article.id) == (WHOLE, TITLE, id)
        assert (article.date, article.date_source, article.author) == ("2026-01-23", "field", "Lena Fork")
        assert article.reader == f"{suffix.removesuffix('.gz')} (ninjs)"


def test_an_item_that_its_agency_took_back_is_refused(tmp_path):
    (error,) = read(write(tmp_path / "a.json", json.dumps(NINJS_1 | {"pubstatus": "canceled"})))
    assert error.error == "withdrawn" and error.id == "urn:example:1"
    (error,) = read(write(tmp_path / "a.xml", NEWSML.replace("stat:usable", "stat:withheld")))
    assert error.error == "withdrawn" and "withheld" in error.message


@pytest.mark.parametrize(
    ("name", "data", "id"), [("a.xml", NITF, "dock.7"), ("a.newsml", NEWSML, "urn:dock")]
)
def test_xml_of_agencies(tmp_path, name, data, id):
    article = one(write(tmp_path / name, data))
    assert article.text == WHOLE
    assert (titled(article), article.id, article.author) == (TITLE, id, "Lena Fork")
    assert (article.date, article.date_source) == ("2026-01-23", "field")


def test_rss_and_atom(tmp_path):
    first, second = read(write(tmp_path / "a.rss", RSS))
    assert (first.text, titled(first), first.id, first.url) == (
        WHOLE,
        TITLE,
        "post-1",
        "https://example.org/dock",
    )
    assert (first.date, first.author, first.language) == ("2026-01-23", "Lena Fork", "en")
    assert first.reader.startswith("feed (feedparser ") and codes(first) == []
    assert (second.text, codes(second)) == (f"Bakers raise prices\n\n{SECOND}", ["summary_only"])
    article = one(write(tmp_path / "a.xml", ATOM))
    assert (article.text, article.date, article.author) == (WHOLE, "2026-01-23", "Lena Fork")


def test_a_feed_that_is_cut_off_says_so(tmp_path):
    found = read(write(tmp_path / "a.rss", RSS[: RSS.index("Bakers")]))
    assert codes(found[0]) == ["damaged_feed"] and found[0].text == WHOLE


def test_word_documents(tmp_path):
    article = one(write(tmp_path / "a.docx", makers.docx()))
    assert article.text == f"{WHOLE}\n\nDock | North"
    assert (titled(article), article.author, article.date) == (TITLE, "Lena Fork", None)
    assert article.reader.startswith("docx (python-docx ")


def test_pdf_lines_become_paragraphs_and_parted_words_whole(tmp_path):
    article = one(write(tmp_path / "a.pdf", makers.pdf([makers.PDF_LINES])))
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == TITLE
    assert paragraphs[1] == (
        "The port of Velmouth shut its northern dock on Monday, its director said. The director spoke to"
        " reporters by phone about long-term plans and a long-term loan."
    )
    assert paragraphs[2] == SECOND
    assert codes(article) == ["joined_lines"] and article.reader.startswith("pdf (pdfminer.six ")


def test_pdf_pages_lose_their_numbers_and_heads_and_join_a_sentence_between_them(tmp_path):
    texts = ["The first ship came in", "on the second day with grain.", "The third brought coal to the town."]
    pages = [["VELMOUTH POST", "", text, "", f"Page {n} of 3"] for n, text in enumerate(texts, 1)]
    article = one(write(tmp_path / "a.pdf", makers.pdf(pages)))
    assert (
        article.text
        == "The first ship came in on the second day with grain.\n\nThe third brought coal to the town."
    )


def test_web_archives(tmp_path):
    pytest.importorskip("trafilatura")
    archive = makers.warc(
        [
            ("https://example.org/gone", 404, "text/html", b"<p>not here</p>"),
            ("https://example.org/dock.html", 200, "text/html; charset=utf-8", PAGE.encode()),
            ("https://example.org/logo.png", 200, "image/png", b"\x89PNG"),
            ("https://example.org/note.txt", 200, "text/plain", FIRST.encode()),
        ]
    )
    page, note = read(write(tmp_path / "news.warc.gz", archive))
    assert (page.id, note.id) == ("news-1", "news-2")
    assert page.url == "https://example.org/dock.html" and FIRST in page.text and page.date == "2026-01-23"
    assert page.reader.startswith("warc (fastwarc ") and "html (trafilatura" in page.reader
    assert note.text == FIRST and note.date is None


def test_zip_archives(tmp_path):
    files = {
        "2026/b.txt": BODY,
        "2026/a.json": json.dumps([{"text": BODY}, {"text": ""}]),
        "feed.rss": RSS,
        ".hidden.txt": BODY,
        "__MACOSX/b.txt": BODY,
        "inner.zip": makers.packed({"c.txt": BODY}),
        "logo.png": b"\x89PNG",
    }
    path = write(tmp_path / "news.zip", makers.packed(files))
    found = read(path)
    assert [f.id for f in found] == ["a-1", "a-2", "b", "post-1", "post-2"]
    assert found[2].source == f"{path}/2026/b.txt" and found[1].source == f"{path}/2026/a.json:2"
    assert [f.id for f in read(path, id_from="path")][2] == "2026/b"


BROKEN: dict[str, tuple[str, bytes, str, str]] = {
    "a number": ("a.json", b"3", "json", "no object"),
    "torn json": ("a.json", b'[{"text": "a"', "json", "is no JSON"),
    "two objects": ("a.json", b'{"text": "a"}\n{"text": "b"}', "json", "--input-format jsonl"),
    "deep json": ("a.json", b"[" * 100_000, "json", "nested too deeply"),
    "empty list": ("a.json", b"[]", "empty", "empty list"),
    "other xml": ("a.xml", b"<svg><p>x</p></svg>", "xml", "<svg>"),
    "torn xml": ("a.xml", NITF[:600].encode(), "xml", "well-formed"),
    "growing xml": ("a.xml", b'<!DOCTYPE nitf [<!ENTITY a "aaa">]><nitf>&a;</nitf>', "xml", "entities"),
    "deep xml": ("a.xml", b"<nitf><body.content>" + b"<p>" * 20_000, "xml", "XML"),
    "no item": ("a.xml", b"<newsMessage/>", "empty", "without a news item"),
    "no feed entry": ("a.rss", b"<rss><channel/></rss>", "empty", "without entries"),
    "no docx": ("a.docx", b"PK\x03\x04", "docx", "damaged"),
    "zip, not docx": ("a.docx", makers.packed({"a.txt": "a"}), "docx", "no Word document"),
    "no pdf": ("a.pdf", b"hello", "pdf", "is no PDF"),
    "torn pdf": ("a.pdf", b"%PDF-1.4\n1 0 obj", "pdf", ""),
    "pdf without text": ("a.pdf", makers.pdf([[""]]), "no_text", "a scan?"),
    "no zip": ("a.zip", b"PK\x03\x04no", "zip", "no whole ZIP"),
    "empty zip": ("a.zip", makers.packed({"a.png": b"x"}), "empty", "without a file"),
    "no warc": ("a.warc", b"hello", "warc", "no whole web archive"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_cannot_be_read_says_why(tmp_path, kind):
    name, data, error, message = BROKEN[kind]
    (found,) = read(write(tmp_path / name, data))
    assert isinstance(found, ErrorRecord), found
    assert (found.error, found.stage) == (error, "read") or kind == "torn pdf"
    assert message in found.message and "\n" not in found.message and name in found.source


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    bomb = makers.packed({"a.txt": b"a" * 200_000_000})
    (found,) = read(write(tmp_path / "a.zip", bomb))
    assert found.error == "zip" and "no archive of articles" in found.message


def test_a_file_in_an_archive_may_not_be_longer_than_any_other(tmp_path):
    (found,) = read(write(tmp_path / "a.zip", makers.packed({"a.txt": b"word " * 1_000})), max_chars=100)
    assert found.error == "too_long" and found.source.endswith("a.zip/a.txt")


def test_an_archive_comes_through_a_pipe(tmp_path):
    path = write(tmp_path / "a.zip", makers.packed({"b.txt": BODY}))
    code = (
        "from claimwire.articles import ReadOptions, read_articles\n"
        "print([a.id for a in read_articles(['-'], ReadOptions(format='zip'))])"
    )
    with path.open("rb") as file:
        command = ["sh", "-c", f'cat | {sys.executable} -c "$0"', code]
        done = subprocess.run(command, stdin=file, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['b']"


def test_a_locked_archive_costs_only_its_files(tmp_path):
    data = bytearray(makers.packed({"a.txt": BODY}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the bit that says: encrypted
        data[data.index(mark) + flags] |= 1
    (found,) = read(write(tmp_path / "a.zip", bytes(data)))
    assert found.error == "zip" and "password" in found.message


def test_a_missing_library_is_named_with_its_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "feedparser", None)
    (found,) = read(write(tmp_path / "a.rss", RSS))
    assert found.error == "extra" and 'pip install "claimwire[feeds]"' in found.message
