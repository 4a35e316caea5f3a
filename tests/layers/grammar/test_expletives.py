"""An "it" that stands for nothing takes no name."""

import pytest

from claimwire.layers.grammar.expletives import is_expletive
from claimwire.layers.parse import parse_of

SENTENCES = [
    ("It is likely that fares will rise.", True),
    ("It rained all day.", True),
    ("It took two years to rebuild the pier.", True),
    ("The rules make it hard to tell who paid.", True),
    ("She made it clear that the mill would close.", True),
    ("It was the clerk who found the letter.", True),
    ("It is up to the board to decide.", True),
    ("It sold the mill in May.", False),
    ("It is ready to close the mill.", False),
    ("The union attacked it in a letter.", False),
    ("It took the prize.", False),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_expletive(nlp, text, expected):
    parse = parse_of(nlp(text))
    at = next(i for i in range(len(parse)) if parse.lower[i] == "it")
    assert is_expletive(parse, at) is expected
