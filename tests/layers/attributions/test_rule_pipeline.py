"""The rule pipeline on the constructions of reported speech, and on texts that break assumptions."""

import pytest
import spacy

import claimwire
from claimwire.layers import store


@pytest.fixture(scope="module")
def rules():
    return claimwire.load("rules")


def triples(nlp, text):
    doc = nlp(text)
    return [
        (a.source.text if a.source else None, a.cue.text, [c.text for c in a.content], a.type)
        for a in store.get(doc, "attributions")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said that the bridge would close.",
            ("The mayor", "said", ["the bridge would close"], "indirect"),
        ),
        (
            "“The bridge will close on Monday,” the mayor said.",
            ("the mayor", "said", ["The bridge will close on Monday"], "direct"),
        ),
        (
            "The bridge will close on Monday, according to the mayor.",
            ("the mayor", "according to", ["The bridge will close on Monday"], "indirect"),
        ),
        (
            "The mayor said the old bridge was “beyond any hope of repair”.",
            ("The mayor", "said", ["the old bridge was “beyond any hope of repair”"], "mixed"),
        ),
        (
            "“The bridge is old,” said Ada Lind. “It has to be closed.”",
            ("Ada Lind", "said", ["The bridge is old", "It has to be closed"], "direct"),
        ),
    ],
)
def test_constructions(rules, text, expected):
    assert expected in triples(rules, text)


def test_a_headline_bears_no_attribution(rules):
    text = "Mayor says bridge will close\n\nThe old bridge has stood since 1901. It is made of iron."
    assert triples(rules, text) == []


def test_a_raising_passive_reports_nobody(rules):
    assert triples(rules, "The fire is thought to have spread from the kitchen.") == []


@pytest.mark.parametrize("text", ["", " \n\n ", "“", "”“”", '"' * 201, "said said said", "According to"])
def test_odd_texts_give_a_result(rules, text):
    assert store.has(rules(text), "attributions")


def test_a_doc_without_a_parse_gets_an_empty_layer():
    nlp = spacy.blank("en")
    nlp.add_pipe("claimwire_attributions", config={"method": "rules"})
    assert store.get(nlp("Ada said the bridge would close."), "attributions") == []


def test_unknown_options_are_named():
    with pytest.raises(ValueError, match="scope"):
        spacy.blank("en").add_pipe("claimwire_attributions", config={"scope": "narrow"})
