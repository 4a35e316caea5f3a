"""Clauses that somebody reports: how far they reach, and whose "we" is left in them."""

import pytest

from claimwire.layers.claims.find import find_claims
from claimwire.layers.claims.resolved import NameWriter
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import parse_of
from claimwire.records import Attribution, Cue, Entity, Reference, Source, Span


def span(text, words):
    at = text.index(words)
    return Span(at, at + len(words), words)


def claims_of(nlp, text, source, cue, *content, direct=False, entity=None, how="named"):
    c, s = span(text, cue), span(text, source)
    said = Attribution(
        "a1", "direct" if direct else "indirect",
        Source(s.start, s.end, source, name=source, entity=entity, how=how),
        Cue(c.start, c.end, cue, cue, "verb"), tuple(span(text, words) for words in content),
    )  # fmt: skip
    parse = parse_of(nlp(text))
    return find_claims(parse, Mentions.from_records(parse, []), [said])


def test_a_clause_ends_within_no_phrase(nlp):
    text = "Ida Ott said the mill would close in May."
    (claim,) = claims_of(nlp, text, "Ida Ott", "said", "the mill would close in")
    assert claim.text == "the mill would close in May"


def test_it_goes_on_behind_the_report_but_not_into_other_words(nlp):
    text = "The mill will close, Ida Ott said, in May, and rents are low in Bergen."
    found = claims_of(nlp, text, "Ida Ott", "said", "The mill will close", "in May", "Bergen")
    assert found[0].text == "The mill will close, Ida Ott said, in May"


@pytest.mark.parametrize(
    ("entity", "how", "resolved"),
    [
        ("e1", "named", "Ida Ott: We will close the mill"),
        (None, "nominal", "Ida Ott: We will close the mill"),
        (None, "pronoun", "We will close the mill"),  # nobody knows who speaks
    ],
)
def test_who_says_we_is_named_before_it(nlp, entity, how, resolved):
    text = '"We will close the mill," Ida Ott said.'
    (claim,) = claims_of(
        nlp, text, "Ida Ott", "said", "We will close the mill", direct=True, entity=entity, how=how
    )
    assert claim.resolved == resolved


def test_he_and_the_speaker_are_not_named_together(nlp):
    text = '"He will tell us," Ida Ott said.'
    (claim,) = claims_of(nlp, text, "Ida Ott", "said", "He will tell us", direct=True, entity="e1")
    assert claim.resolved == "He will tell us"


@pytest.mark.parametrize(
    ("speaker", "resolved"),
    [("b", "Holm Bank will close the mill"), (None, "We will close the mill")],
)
def test_a_body_is_we_in_its_own_words_only(nlp, speaker, resolved):
    text = 'Holm Bank met. "We will close the mill," its chief said.'
    parse = parse_of(nlp(text))
    at = text.index("We")
    known = [Entity(0, 9, "Holm Bank", "ORG", "Holm Bank", entity="b")]
    refs = [Reference(at, at + 2, "We", "Holm Bank", "b", "pronoun", "ORG", "speaker")]
    writer = NameWriter(Mentions.from_records(parse, known, refs), speaker_at=lambda _: speaker)
    assert writer.text(at, at + len("We will close the mill")) == resolved


def test_nobody_is_named_before_what_has_no_first_person(nlp):
    text = '"The board will tell them," Ida Ott said.'
    (claim,) = claims_of(nlp, text, "Ida Ott", "said", "The board will tell them", direct=True, entity="e1")
    assert claim.resolved == "The board will tell them"
