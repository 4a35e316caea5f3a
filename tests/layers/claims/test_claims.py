"""Whole sentences to claims, over the default pipeline."""

import pytest

from claimwire.articles import Article
from claimwire.pipeline import process

SENTENCES = [
    # text, then for each claim: clause, subject, predicate, modality, polarity
    (
        "Acme Corp is planning a new plant in Ohio, which may open next spring.",
        [
            ("Acme Corp is planning a new plant in Ohio", "Acme Corp", "is planning", "planned", "affirmed"),
            ("which may open next spring", "a new plant in Ohio", "may open", "possible", "affirmed"),
        ],
    ),
    (
        "The board will close two factories and sell the brand.",
        [
            ("The board will close two factories", "The board", "will close", "predicted", "affirmed"),
            ("sell the brand", "The board", "sell", "predicted", "affirmed"),
        ],
    ),
    (
        "If the strike continues, the port will lose customers.",
        [
            (
                "If the strike continues, the port will lose customers",
                "the port", "will lose", "conditional", "affirmed",
            )
        ],
    ),
    (
        "The minister did not resign because he had broken no law.",
        [
            ("The minister did not resign", "The minister", "did not resign", "asserted", "negated"),
            ("because he had broken no law", "he", "had broken", "asserted", "negated"),
        ],
    ),
    (
        "The airline failed to pay its staff.",
        [("The airline failed to pay its staff", "The airline", "failed to pay", "asserted", "negated")],
    ),
    (
        "It is likely that the bridge needs repairs.",
        [("the bridge needs repairs", "the bridge", "needs", "possible", "affirmed")],
    ),
    (
        "Prices were expected to fall before the harvest began.",
        [
            (
                "Prices were expected to fall before the harvest began",
                "Prices", "were expected to fall", "predicted", "affirmed",
            )
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s[0][:30] for s in SENTENCES])
def test_sentence_to_claims(nlp, text, expected):
    document = process(nlp, Article(text, "t"))
    found = [(c.text, c.subject.text, c.predicate.text, c.modality, c.polarity) for c in document.claims]
    assert found == expected


def test_claims_of_what_is_said_carry_the_attribution_and_the_reporting_clause_is_none(nlp):
    document = process(nlp, Article("The mayor said the tunnel was safe.", "t"))
    [claim] = document.claims
    assert claim.text == "the tunnel was safe"
    assert claim.attribution == document.attributions[0]


def test_content_without_a_clause_gives_a_claim_without_predicate(nlp):
    document = process(nlp, Article('The senator called the plan "an expensive mistake".', "t"))
    said = [c for c in document.claims if c.attribution is not None]
    assert all(c.predicate is None and c.text == "an expensive mistake" for c in said)


def test_headline_bears_no_claim(nlp):
    document = process(nlp, Article("Acme closes plant in Ohio\n\nThe plant employed 300 people.", "t"))
    assert [c.text for c in document.claims] == ["The plant employed 300 people"]


def test_same_text_gives_same_ids(nlp):
    article = Article("Acme bought Bolt and sold Nut.", "t")
    ids = [c.id for c in process(nlp, article).claims]
    assert ids == [c.id for c in process(nlp, article).claims]
    assert len(set(ids)) == len(ids) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", '"', "Ha!", "' ' \" ( ] }"])
def test_odd_texts_give_no_claim(nlp, text):
    assert process(nlp, Article(text, "t")).claims == ()
