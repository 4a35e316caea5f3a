"""Long texts are cut at good places, and the joined document is true of the whole text."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any
from weakref import WeakSet

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire import pipeline
from claimwire.articles import Article
from claimwire.batch.worker import Worker
from claimwire.records import Claim, ErrorRecord
from claimwire.sinks.jsonl import lines_of
from claimwire.stretches import split_text

FIXTURES = Path(__file__).parents[1] / "fixtures"
PARAGRAPH = (
    'Acme, which makes pumps, cut 300 jobs Monday. "We had no choice," said Ann Smith, its chief executive. '
    "Its rival Bolt will hire 40 of them."
)


@given(st.text(alphabet="ab .\n\u2003é", max_size=300), st.integers(2, 50))
def test_stretches_cover_the_text_and_are_short(text, size):
    spans = split_text(text, size)
    assert "".join(text[s:e] for s, e in spans) == text
    assert all(e - s <= size for s, e in spans)
    assert all(s < e for s, e in spans) or not text


@pytest.mark.parametrize(
    ("text", "size", "first"),
    [
        ("One. Two.\n\nThree. Four.", 15, "One. Two.\n\n"),
        ("One said two. Three said four", 20, "One said two. "),
        ("one said two three", 10, "one said "),
        ("x" * 30, 10, "x" * 10),
    ],
)
def test_stretches_end_at_the_best_break(text, size, first):
    start, end = split_text(text, size)[0]
    assert text[start:end] == first


def spans_of(value):
    """All spans in a record, as dicts."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for item in value.values():
            yield from spans_of(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)


@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["paragraphs", "one line"])
def test_a_long_text_gives_what_its_stretches_give(nlp, monkeypatch, joint):
    text = joint.join([PARAGRAPH] * 6)
    monkeypatch.setattr(pipeline, "MAX_STRETCH", 400)
    article = Article(text, "long", date="2026-01-23")
    document = pipeline.process(nlp, article)
    (same,) = pipeline.process_many(nlp, [article])
    assert same == document and document.sha256 == article.sha256
    found = list(spans_of(msgspec.to_builtins(document)))
    assert len(found) > 60
    assert all(text[s["start"] : s["end"]] == s["text"] for s in found)
    assert max(s["start"] for s in found) > len(text) - 100
    assert len({c.id for c in document.claims}) == len(document.claims)
    assert {e.entity for e in document.entities if e.name == "Acme"} == {document.entities[0].entity}
    assert [c.sentence for c in document.claims] == sorted(c.sentence for c in document.claims)
    for claim in document.claims:
        assert text[: claim.start].endswith(claim.prefix) and text[claim.end :].startswith(claim.suffix)


def test_a_long_text_is_parsed_a_stretch_at_a_time_and_let_go(nlp, monkeypatch):
    monkeypatch.setattr(pipeline, "MAX_STRETCH", 400)
    made, alive, sizes = pipeline.make_doc, WeakSet(), []

    def watched(nlp: Any, article: Article) -> Any:
        gc.collect()
        assert len(alive) <= 1, "no Doc but that of the stretch before"
        doc = made(nlp, article)
        alive.add(doc)
        sizes.append(len(article.text))
        return doc

    monkeypatch.setattr(pipeline, "make_doc", watched)
    text = "\n\n".join([PARAGRAPH] * 9)
    list(pipeline.process_long(nlp, Article(text, "long")))
    assert len(sizes) > 3 and max(sizes) <= 400 and sum(sizes) == len(text)


def without_references(claim: Claim) -> dict[str, Any]:
    """What a claim is in its sentence: not who is meant elsewhere.

    Nor ids, which hash the text, and the confidence of attributions, which knows how far on in it they stand.
    """
    beyond = ("id", "entity", "name", "label", "role", "how", "confidence")

    def kept(value: Any) -> Any:
        if isinstance(value, tuple):
            return [kept(item) for item in value]
        if isinstance(value, dict):
            return {k: kept(v) for k, v in value.items() if k not in beyond}
        return value

    return kept(msgspec.to_builtins(claim)) | {"resolved": None}


def test_claims_of_early_stretches_are_those_of_the_unsplit_text(nlp, monkeypatch):
    texts = [p.read_text("utf-8") for p in sorted(FIXTURES.glob("*.txt"))[:4]]
    article = Article("\n\n".join(texts), "long", date="2026-01-23")
    unsplit = pipeline.process(nlp, article)
    monkeypatch.setattr(pipeline, "MAX_STRETCH", 2000)
    document = pipeline.process(nlp, article)
    (_, border), *more = split_text(article.text, 2000)
    assert len(more) >= 2
    early = [[without_references(c) for c in d.claims if c.end <= border] for d in (unsplit, document)]
    assert len(early[0]) > 10
    # where an attribution stands in its article is one sign of many, which may tip a doubtful one
    assert sum(claim in early[1] for claim in early[0]) >= 0.9 * len(early[0])


@pytest.mark.parametrize("form", ["claims", "documents"])
def test_lines_made_in_parts_are_those_of_the_whole(nlp, monkeypatch, form):
    article = Article("\n\n".join([PARAGRAPH] * 6), "long", "a.txt", date="2026-01-23", title=(0, 4))
    monkeypatch.setattr(pipeline, "MAX_STRETCH", 400)
    document = pipeline.process(nlp, article)
    worker = Worker(nlp, form)
    (outcome,) = worker([article])
    assert outcome.lines == lines_of(document, form)
    assert (outcome.claims, outcome.words) == (len(document.claims), len(article.text.split()))
    short = Article(PARAGRAPH, "short", date="2026-01-23")
    assert [o.id for o in worker([short, article, short])] == ["short", "long", "short"]
    assert worker([short, article])[1] == outcome


def test_an_article_that_breaks_in_a_late_stretch_is_one_error(nlp, monkeypatch):
    monkeypatch.setattr(pipeline, "MAX_STRETCH", 400)
    made = pipeline.document_of

    def breaks(doc: Any, stretch: Article, run: Any) -> Any:
        if "300 jobs" not in stretch.text:
            raise ValueError("broken")
        return made(doc, stretch, run)

    monkeypatch.setattr(pipeline, "document_of", breaks)
    (outcome,) = Worker(nlp)(
        [Article("\n\n".join([*[PARAGRAPH] * 6, "Bolt hired 2 men. " * 40]), "long", "a.txt")]
    )
    assert isinstance(outcome, ErrorRecord) and outcome.id == "long" and outcome.source == "a.txt"
