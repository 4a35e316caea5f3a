"""Extents of phrases, on a hand-built parse."""

import spacy
from spacy.tokens import Doc

from claimwire.layers.grammar.phrases import before_clause, trim
from claimwire.layers.parse import Parse


def test_edges_are_trimmed_but_nothing_becomes_empty():
    parse = Parse(Doc(spacy.blank("en").vocab, words=[",", "the", "firm", ",", ".", "-"]))
    assert trim(parse, 0, 4) == (1, 3)
    assert trim(parse, 3, 6) == (3, 6)


def test_a_clause_at_the_end_of_a_noun_phrase_is_cut_wherever_it_hangs():
    words = ["Sara", "Holm", "of", "the", "Vale", "Trust", ",", "who", "advised", "them"]
    heads = [1, 1, 1, 5, 5, 2, 5, 8, 5, 8]
    deps = ["compound", "ROOT", "prep", "det", "compound", "pobj", "punct", "nsubj", "relcl", "dobj"]
    parse = Parse(Doc(spacy.blank("en").vocab, words=words, heads=heads, deps=deps))
    assert before_clause(parse, 1, 10) == 6
    assert before_clause(parse, 1, 6) == 6


def test_a_participle_behind_a_comma_is_no_part_of_a_noun_phrase():
    words = ["The", "mayor", ",", "speaking", "loudly"]
    doc = Doc(
        spacy.blank("en").vocab, words=words, heads=[1, 1, 1, 1, 3], tags=["DT", "NN", ",", "VBG", "RB"],
        deps=["det", "ROOT", "punct", "acl", "advmod"],
    )  # fmt: skip
    assert before_clause(Parse(doc), 1, 5) == 2
