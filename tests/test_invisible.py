"""What nobody sees in a text: the layers read it without, and every offset leads back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.articles import Article
from claimwire.invisible import visible
from claimwire.pipeline import process, process_many
from tests.trust import fuzz

ODD = ["\u200b", "\u00ad", "\u2060", "\u200e", "\u202f", "\u00a0", "e\u0301", "\ufb01", "\u00ad\n", "\ufeff"]
TEXTS = st.lists(st.one_of(st.sampled_from([*ODD, " ", "1", "000", "a.", "B"]), st.text(max_size=3))).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Tova\u00adNiel \u200bKranz", "TovaNiel Kranz"),
        ("It rose 7\u200b% to 45\u202f000, or 1\u00a0234\u00a0567.", "It rose 7% to 45000, or 1234567."),
        ("In 2019\u00a0300 people left; 12\u00a05000 did not.", "In 2019 300 people left; 12 5000 did not."),
        ("the govern\u00ad\nment of\ufb01ce", "the government office"),
        ("It closed.\u200bThe rest stayed.", "It closed. The rest stayed."),
        ("Jose\u0301 left", "José left"),
        ("\u201cNo\u200e,\u201d he said", "\u201cNo,\u201d he said"),
    ],
)
def test_what_the_layers_read(text, seen):
    assert visible(text).text == seen


@pytest.mark.parametrize("text", ["", "plain", "“Zoë’s café” — £3m", "²½ ٣"])
def test_most_texts_are_read_as_they_are(text):
    assert visible(text) is None


@given(TEXTS)
def test_every_character_leads_back_to_where_it_stands(text):
    found = visible(text)
    if found is None:
        return
    assert len(found.starts) == len(found.ends) == len(found.text)
    assert list(found.starts) == sorted(found.starts) and list(found.ends) == sorted(found.ends)
    for seen, start, end in zip(found.text, found.starts, found.ends, strict=True):
        there = text[start:end]
        assert seen == there or seen == " " or seen in unicodedata.normalize("NFKC", there)


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_span_taken_back_and_forth_is_itself(text, start, length):
    found = visible(text)
    if found is None or start + length > len(found.text) or not length:
        return
    span = found.span(start, start + length)
    first, last = found.within(*span)
    assert first <= start and last >= start + length
    assert found.span(first, last) == span


NEWS = "Harbour chief Tova Kranz said on Monday that 45,000 crates were lost. “We won’t pay,” she said."
SPOILED = (
    "Harbour chief \u200bTova Kra\u00adnz said on Monday that 45\u202f000 crates were lost. "
    "\u200b“We won’t pay\u200e,” she said."
)


def test_records_are_of_the_text_as_it_is_and_find_what_the_plain_text_gives(nlp):
    plain, spoiled = process_many(
        nlp, [Article(NEWS, "a", date="2026-01-23"), Article(SPOILED, "b", date="2026-01-23")]
    )
    assert list(fuzz.faults(fuzz.msgspec.to_builtins(spoiled), SPOILED)) == []
    assert spoiled.sha256 == Article(SPOILED, "b").sha256
    assert [(e.name, e.label) for e in spoiled.entities] == [(e.name, e.label) for e in plain.entities]
    assert [q.value for q in spoiled.quantities] == [45000]
    said = [(a.source.name, a.type) for a in plain.attributions if a.source]
    assert [(a.source.name, a.type) for a in spoiled.attributions if a.source] == said
    first = next(e for e in spoiled.entities if e.label == "PERSON")
    assert first.text == "Tova Kra\u00adnz" and first.name == "Tova Kranz"
    assert spoiled == process(nlp, Article(SPOILED, "b", date="2026-01-23"))


def test_the_title_stays_where_it_is(nlp):
    text = "\u200bPort\u00ad loses crates\n\nThe port lost 300 crates on Monday."
    document = process(nlp, Article(text, "a", title=(1, 19)))
    assert (document.title.start, document.title.end) == (1, 19)
