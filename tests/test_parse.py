"""The snapshot of a parse agrees with spaCy's own view of it."""

import spacy
from spacy.tokens import Doc

from claimwire.layers.parse import Parse


def hand_built() -> Doc:
    words = ["Ann", "said", "the", "firm", "would", "close", "."]
    heads = [1, 1, 3, 5, 5, 1, 1]
    deps = ["nsubj", "ROOT", "det", "nsubj", "aux", "ccomp", "punct"]
    pos = ["PROPN", "VERB", "DET", "NOUN", "AUX", "VERB", "PUNCT"]
    return Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=deps, pos=pos, lemmas=words)


def test_heads_edges_and_children():
    doc = hand_built()
    parse = Parse(doc)
    assert parse.head == [1, 1, 3, 5, 5, 1, 1]
    assert parse.left == [t.left_edge.i for t in doc]
    assert parse.right == [t.right_edge.i for t in doc]
    assert parse.children[5] == [3, 4]
    assert parse.sents == [(0, 7)]


def test_offsets_map_to_tokens():
    parse = Parse(hand_built())
    start, end = parse.chars(2, 4)
    assert parse.text[start:end] == "the firm"
    assert list(parse.tokens_in(start, end)) == [2, 3]
    assert parse.token_at(start + 1) == 2
