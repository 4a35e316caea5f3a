"""Which name a noun phrase bears."""

import pytest

from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import parse_of
from claimwire.records import Entity


def name_of(nlp, text, name, label, phrase):
    """The name of a phrase whose head is its last noun before the words that follow it."""
    parse = parse_of(nlp(text))
    at = text.index(name)
    known = [Entity(at, at + len(name), name, label, name, entity=name)]
    inside = parse.tokens_in(text.index(phrase), text.index(phrase) + len(phrase))
    head = next(i for i in inside if parse.head[i] not in inside)
    found = Mentions.from_records(parse, known).of(inside.start, inside.stop, head)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "name", "label", "phrase", "found"),
    [
        ("The carmaker Volvo lost money.", "Volvo", "ORG", "The carmaker Volvo", "Volvo"),
        ("Nordea, a bank that lost money, closed.", "Nordea", "ORG", "a bank", "Nordea"),
        ("The driver, identified as Ida Ott, fled.", "Ida Ott", "PERSON",
         "The driver, identified as Ida Ott", "Ida Ott"),
        ("The driver, seen by Ida Ott, fled.", "Ida Ott", "PERSON", "The driver, seen by Ida Ott", None),
        ("A bank near Nordea closed.", "Nordea", "ORG", "A bank near Nordea", None),
    ],
)  # fmt: skip
def test_names(nlp, text, name, label, phrase, found):
    assert name_of(nlp, text, name, label, phrase) == found


def test_the_article_of_a_noun_behind_is_not_the_names(nlp):
    text = "A White House aide spoke. White House staff left. The White House fell silent."
    parse = parse_of(nlp(text))
    starts = [i for i in range(len(text)) if text.startswith("White House", i)]
    known = [Entity(s, s + 11, "White House", "ORG", "White House", entity="w") for s in starts]
    mentions = Mentions.from_records(parse, known)
    named = mentions.at_token(parse.token_at(starts[0]))
    assert named is not None
    assert mentions.spoken(named) == "the White House"
