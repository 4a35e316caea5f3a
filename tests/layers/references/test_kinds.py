"""Nouns stand only for names of their class, pronouns only for names of their gender."""

import pytest

from claimwire.layers import store
from claimwire.layers.references.fit import classes


def references(nlp, text):
    """{noun or pronoun, lower case: name} of a text."""
    return {r.text.lower(): r.name for r in store.get(nlp(text), "references")}


def names(nlp, text):
    """Speakers of a text, in order."""
    return [a.source.name for a in store.get(nlp(text), "attributions") if a.source]


def test_a_company_is_no_union(nlp):
    text = (
        "The Dockers' Union said talks with Harrow Shipping Ltd had failed. The company offered 9%. "
        "The union wants 15%."
    )
    found = references(nlp, text)
    assert found["the company"] == "Harrow Shipping Ltd"
    assert found["the union"] == "Dockers' Union"


def test_the_combined_group_was_not_named(nlp):
    text = "Harrow Shipping Ltd will merge with a rival. The combined group will be based in Hull."
    assert "the combined group" not in references(nlp, text)


def test_he_is_no_woman(nlp):
    text = "Louise Marden spoke for the defence. He had lost his job, she said."
    assert references(nlp, text).get("he") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A spokeswoman disputed the figure. "It is wrong," she said.', "spokeswoman"),
        ('Researchers tested 40 people. "It works," they wrote.', "Researchers"),
    ],
)
def test_a_pronoun_speaker_takes_up_a_noun(nlp, text, expected):
    assert names(nlp, text)[-1].removeprefix("A ") == expected


def test_an_office_is_its_holder_though_named_later(nlp):
    text = (
        'The finance minister said on Monday: "We will cut taxes."\n\nFinance minister Erik Lund took office '
        "in May."
    )
    assert references(nlp, text)["the finance minister"] == "Erik Lund"


def test_classes_are_words_in_lower_case():
    assert all(word == word.lower() and found for word, found in classes().items())
