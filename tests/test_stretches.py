"""Long texts are cut at good places, and the joined document is true of the whole text."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire import pipeline
from claimwire.articles import Article
from claimwire.stretches import cut

PARAGRAPH = (
    'Acme, which makes pumps, cut 300 jobs Monday. "We had no choice," said Ann Smith, its chief executive. '
    "Its rival Bolt will hire 40 of them."
)


@given(st.text(alphabet="ab .\n\u2003é", max_size=300), st.integers(2, 50))
def test_stretches_cover_the_text_and_are_short(text, size):
    spans = cut(text, size)
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
    start, end = cut(text, size)[0]
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


def test_a_long_text_gives_what_its_stretches_give(nlp, monkeypatch):
    text = "\n\n".join([PARAGRAPH] * 6)
    monkeypatch.setattr(pipeline, "MAX_STRETCH", 400)
    monkeypatch.setattr(pipeline, "cut", lambda text: cut(text, 400))
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
