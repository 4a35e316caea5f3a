"""Clauses rewritten so that they can be read alone."""

import pytest

from claimwire.layers.claims.agreement import possessive
from claimwire.layers.claims.resolved import NameWriter
from claimwire.layers.mentions import Mentions


@pytest.mark.parametrize(
    ("context", "clause", "resolved"),
    [
        ("Larch Foods is in trouble. ", "Its sales fell.", "Larch Foods' sales fell."),
        ("Laura Hagen resigned. ", "She had led the bank.", "Laura Hagen had led the bank."),
        (
            "Laura Hagen resigned. ",
            "Her decision surprised markets.",
            "Laura Hagen's decision surprised markets.",
        ),
        ("", "Larch Foods cut its forecast.", "Larch Foods cut its forecast."),
        ("Nordea lost money. ", "The company's shares fell.", "Nordea's shares fell."),
        ("", "Prices fell.", "Prices fell."),
        (
            "The National Weather Service issued a warning. ",
            "It expects snow.",
            "The National Weather Service expects snow.",
        ),
    ],
)
def test_resolved(nlp, context, clause, resolved):
    doc = nlp(context + clause)
    assert NameWriter(Mentions(doc)).text(len(context), len(context + clause)) == resolved


def test_the_verb_agrees_with_a_name(nlp):
    text = '"We have closed the plant and I am sorry," said Laura Hagen, chief executive of Nordea.'
    stop = text.index(",")
    assert (
        NameWriter(Mentions(nlp(text))).text(1, stop)
        == "Nordea has closed the plant and Laura Hagen is sorry"
    )


def test_possessors():
    assert possessive("Amazon") == "Amazon's"
    assert possessive("General Motors") == "General Motors'"
