"""Pages as news sites make them: one story with its headline, date and source, nothing of other stories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimwire.articles import Article
from claimwire.records import ErrorRecord
from tests.articles.test_read import read

pytest.importorskip("trafilatura")
PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, Any] = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))


def test_every_page_has_its_expectations():
    assert {p.stem for p in PAGES.glob("*.html")} == set(EXPECTED)


@pytest.mark.parametrize("name", [n for n, e in EXPECTED.items() if isinstance(e, list)])
def test_page(name):
    found = read(PAGES / f"{name}.html")
    assert [type(f) for f in found] == [Article] * len(EXPECTED[name]), found
    for article, expected in zip(found, EXPECTED[name], strict=True):
        assert article.text[slice(*article.title)] == expected["title"]
        assert [w.code for w in article.warnings] == expected["warnings"]
        assert {k: getattr(article, k) for k in ("date", "date_source", "author", "url")} == {
            k: expected[k] for k in ("date", "date_source", "author", "url")
        }
        assert [h for h in expected["holds"] if h not in article.text] == [], article.text
        assert [x for x in expected["lacks"] if x in article.text] == [], article.text
        assert (
            article.text.startswith(expected["title"] + "\n") and article.text.count(expected["title"]) == 1
        )
        assert article.language == "en"


@pytest.mark.parametrize("name", [n for n, e in EXPECTED.items() if isinstance(e, str)])
def test_page_that_is_refused(name):
    (found,) = read(PAGES / f"{name}.html")
    assert isinstance(found, ErrorRecord) and found.error == EXPECTED[name]


def test_stories_of_a_page_have_ids_of_their_own():
    assert [a.id for a in read(PAGES / "two_articles.html")] == ["two_articles-1", "two_articles-2"]
