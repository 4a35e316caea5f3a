"""Extents of phrases, on a hand-built parse."""

import spacy
from spacy.tokens import Doc

from claimwire.layers.parse import Parse
from claimwire.layers.phrases import trim


def test_edges_are_trimmed_but_nothing_becomes_empty():
    parse = Parse(Doc(spacy.blank("en").vocab, words=[",", "the", "firm", ",", ".", "-"]))
    assert trim(parse, 0, 4) == (1, 3)
    assert trim(parse, 3, 6) == (3, 6)
