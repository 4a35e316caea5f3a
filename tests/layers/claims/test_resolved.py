"""Clauses rewritten so that they can be read alone."""

import pytest

from claimwire.layers.claims.agreement import possessive
from tests.layers.claims.test_sureness import entity, reference, written


@pytest.mark.parametrize(
    ("name", "label", "context", "word", "clause", "resolved"),
    [
        (
            "Larch Foods",
            "ORG",
            "Larch Foods is in trouble. ",
            "Its",
            "Its sales fell",
            "Larch Foods' sales fell",
        ),
        ("Laura Hagen", "PERSON", "Laura Hagen quit. ", "She", "She had led it", "Laura Hagen had led it"),
        (
            "Laura Hagen",
            "PERSON",
            "Laura Hagen quit. ",
            "Her",
            "Her plan failed",
            "Laura Hagen's plan failed",
        ),
        ("Nordea", "ORG", '"', "We", "We have closed a yard", "Nordea has closed a yard"),
    ],
)
def test_resolved(nlp, name, label, context, word, clause, resolved):
    text = f"{context}{clause}, {name} said."
    refs = [reference(text, word, name, label)]
    assert written(nlp, text, [entity(text, name, label)], refs, clause) == resolved


def test_possessors():
    assert possessive("Amazon") == "Amazon's"
    assert possessive("General Motors") == "General Motors'"
