"""The component: what it stores, what it leaves alone, and that no text makes it slow or fall."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.layers import store
from claimwire.layers.times.component import Times, find_times, publication_day
from claimwire.layers.times.dateline import dateline_date
from tests.steps import growth

BLANK = spacy.blank("en")


def dates_of(text: str, published: str | None = "2026-01-23"):
    doc = BLANK(text)
    doc._.claimwire_date = published
    return store.get(Times()(doc), "times")


def test_offsets_slice_the_text_and_the_rule_is_named():
    text = "Ünder  the ıce\n\nit froze yesterday,  and in\nOctober  last year."
    found = dates_of(text)
    assert [d.text for d in found] == ["yesterday", "October  last year"]
    assert all(text[d.start : d.end] == d.text and d.rule for d in found)


words = st.sampled_from(
    [
        "the",
        "of",
        "a",
        "in",
        "last",
        "next",
        "early",
        "March",
        "may",
        "May",
        "3",
        "2004",
        "12,",
        "1990s",
        "third",
        "quarter",
        "year",
        "years",
        "week",
        "ago",
        "earlier",
        "Friday",
        "half",
        "and",
        "to",
        "-",
        "'",
        "'s",
        "every",
        "annual",
        "now",
        "5:30",
        "p.m.",
        "aged",
        "30",
        "Christmas",
        "nineteen",
        "ninety",
        "six",
        "İ",
        "𝟙",
        "\n\n",
        "\t",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(words, max_size=40),
    st.sampled_from([None, "2026-01-23", "2024-02-29", "0001-01-01", "9999-12-31"]),
)
def test_any_jumble_of_words_gives_ordered_spans_of_the_text(parts, published):
    text = " ".join(parts)
    found = dates_of(text, published)
    assert all(text[d.start : d.end] == d.text for d in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(d.earliest is None or d.earliest <= d.latest for d in found)
    assert all(d.value for d in found)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", '"', "2004", "the", "'s", "\u2028", "12/31/99 99/99/9999 31/02/2004"]
)
def test_odd_texts_do_not_fall(text):
    dates_of(text, None)


@pytest.mark.parametrize("word", ["the ", "one ", "a few ", "the last ", "May 3, ", "in ", "every "])
def test_work_grows_with_the_text_only(word):
    def find(n: int):
        doc = BLANK.tokenizer(word * n)
        return lambda: find_times(doc)

    assert growth(find, 200, 1600) < 1.5


def test_the_publication_day_of_a_date_time():
    assert publication_day("2026-01-23T10:00:00Z").isoformat() == "2026-01-23"
    assert publication_day("yesterday") is None
    assert publication_day(None) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LONDON, Feb 8, 2005 (Agency) - Shares fell.", "2005-02-08"),
        ("A headline\n\nNEW YORK, March 3, 2021 -- Stocks rose.", "2021-03-03"),
        ("PARIS, 8 February 2005 (Agency) - Shares fell.", "2005-02-08"),
        ("LONDON, Feb 8 (Agency) - Shares fell.", None),
        ("He flew to London, Feb 8, 2005 was his last day.", None),
        ("LONDON, Feb 30, 2005 (Agency) - Shares fell.", None),
    ],
)
def test_a_dateline_tells_the_publication_date_only_with_its_year(text, found):
    day = dateline_date(text)
    assert (day and day.isoformat()) == found


def test_a_dateline_dates_the_document_unless_it_has_a_date():
    doc = Times()(BLANK("LONDON, Feb 8, 2005 (Agency) - It fell on Monday."))
    assert doc._.claimwire_date == "2005-02-08"
    assert [d.value for d in store.get(doc, "times")] == ["2005-02-08", "2005-02-07"]
    doc = BLANK("LONDON, Feb 8, 2005 (Agency) - It fell on Monday.")
    doc._.claimwire_date = "2006-01-02"
    assert Times()(doc)._.claimwire_date == "2006-01-02"


def test_the_tense_of_the_clause_places_a_weekday_and_a_month(nlp):
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]):
        past, ahead = nlp("The board met on Wednesday."), nlp("The board will meet on Wednesday.")
    values = []
    for doc in (past, ahead):
        doc._.claimwire_date = "2026-01-23"
        values += [d.value for d in find_times(doc)]
    assert values == ["2026-01-21", "2026-01-28"]
