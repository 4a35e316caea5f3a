"""Datelines are found where a report begins, and no claim takes them in."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claimwire.layers.layout.datelines import datelines
from tests.steps import growth

FOUND = [
    "OSLO - ",
    "ST. JOHN'S — ",
    "BERGEN, Norway — ",
    "BERGEN, Norway (NTB) -- ",
    "Bergen (AFP) – ",
    "TULSA, Okla., Nov. 3 (ABC) — ",
    "Lyon, 4 March 2019 (AFP): ",
    "(NTB) - ",
    "MUMBAI: ",
]
NOT_FOUND = [
    "NASA - the space agency - ",
    "Ferries - Norway's pride - ",
    "Sen. Jan Berg (R-Texas): ",
    "The OECD (Paris) - ",
    "COVID-19 ",
]


@pytest.mark.parametrize("line", FOUND)
def test_found(line):
    text = f'Ferry stays in port\n\n{line}The ferry stayed in port.\n\n"It leaked," he said.'
    start = text.index(line)
    assert datelines(text) == [(start, start + len(line))]


@pytest.mark.parametrize("line", NOT_FOUND)
def test_not_found(line):
    assert datelines(f"Ferry stays in port\n\n{line}will sail on Monday.") == []


def test_a_parenthesis_between_dashes_is_none():
    assert datelines("UNICEF - New York is its seat - sent tents.") == []


@given(st.text(alphabet="AB b.,(-—:1\n", max_size=80))
def test_places_are_disjoint_and_in_order(text):
    found = datelines(text)
    assert all(0 <= s < e <= len(text) for s, e in found)
    assert all(a[1] <= b[0] for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("piece", ["A", "AB ", "AB, ", "Ab. ", "(A", "AB (A", "AB - A"])
def test_hostile_text_takes_no_more_work_than_its_length_allows(piece):
    assert growth(lambda n: lambda: datelines(piece * n), 500, 4_000) < 1.5


@pytest.mark.parametrize("line", FOUND)
def test_claims_begin_behind_it(nlp, line):
    from claimwire.articles import Article
    from claimwire.pipeline import process

    text = f"{line}The new ferry stayed in port because a valve had broken."
    claims = process(nlp, Article(text, "t")).claims
    assert [c.text for c in claims] == ["The new ferry stayed in port", "because a valve had broken"]
    assert claims[0].subject.text == "The new ferry"


def test_no_sentence_ends_inside_the_name_behind_a_dateline():
    nlp = spacy.blank("en")
    nlp.add_pipe("claimwire_layout")
    doc = nlp("OSLO, May 3 (NTB) - Holm Ferries will close.\n\nOSLO, May 3 (NTB) - Ferries will close.")
    dashes = [t.i for t in doc if t.text == "-"]
    assert [doc[i + 1].text for i in dashes] == ["Holm", "Ferries"]
    assert [doc[i + 1].is_sent_start for i in dashes] == [True, True]
    # "Ferries" of the name; "will", which begins with a small letter, is left to the parser
    assert [doc[i + 2].is_sent_start for i in dashes] == [False, None]
