"""Whose doing a coordinated verb is: tense, number and modal verbs decide where the parser errs."""

import pytest

from claimwire.articles import Article
from claimwire.pipeline import process

SHARED = [
    # text, a word of the predicate, its subject, whether it is part of what somebody says
    ("The minister said the firm would close the mill and promised help.", "promised", "The minister", False),
    (
        "The mayor said the road will not open in May but declined to say more.",
        "declined",
        "The mayor",
        False,
    ),
    ("The board said it would lose money in May but would stay.", "stay", "it", True),
    ("The board said it had lost money and had closed a mill.", "closed", "it", True),
    ("The mill failed to find a buyer and closed its doors.", "closed", "The mill", False),
    ("The clerk said the mill lost money, but added that it would stay.", "lost", "the mill", True),
    (
        "The clerk said the mill has lost money, but rejected the plan.",
        "rejected",
        "The clerk",
        False,
    ),
    ("The queen is ill, nurses say in private, and hopes to rest.", "hopes", "The queen", True),
    ("Farmers make cheese and sell it in town.", "sell", "Farmers", False),
]


@pytest.mark.parametrize(("text", "verb", "subject", "said"), SHARED, ids=[s[0][:40] for s in SHARED])
def test_shared_subject(nlp, text, verb, subject, said):
    claims = process(nlp, Article(text, "t")).claims
    [claim] = [c for c in claims if c.predicate and verb in c.predicate.text]
    assert claim.subject.text == subject
    assert (claim.attribution is not None) == said


def test_a_base_form_beside_an_infinitive_is_no_claim(nlp):
    claims = process(nlp, Article("The court wants to read the papers and hear the clerk.", "t")).claims
    assert [c.predicate.text for c in claims] == ["wants to read"]


@pytest.mark.parametrize(
    ("text", "modality", "resolved"),
    [
        ("Laura Hagen said she'd left the bank.", "asserted", "Laura Hagen had left the bank"),
        ("Laura Hagen said she'd leave the bank.", "predicted", "Laura Hagen would leave the bank"),
    ],
)
def test_had_and_would(nlp, text, modality, resolved):
    [claim] = process(nlp, Article(text, "t")).claims
    assert (claim.modality, claim.resolved) == (modality, resolved)
