"""Heads, subjects and antecedents, on parses written by hand: words, their heads and labels."""

import spacy
from spacy.tokens import Doc

from claimwire.layers.grammar.heads import root_of, roots
from claimwire.layers.grammar.relatives import antecedent_of, noun_before, past_time, relative_clause_of
from claimwire.layers.grammar.subjects import referring_subject_of, shared_subject_of
from claimwire.layers.grammar.verbs import has_tense
from claimwire.layers.parse import Parse

VOCAB = spacy.blank("en").vocab


def parse(*rows: str) -> Parse:
    """A parse of rows "word head dep pos tag"; the lemma is the word in lower case."""
    words, heads, deps, pos, tags = zip(*(row.split() for row in rows), strict=True)
    lemmas = [w.lower() for w in words]
    return Parse(
        Doc(VOCAB, list(words), heads=[int(h) for h in heads], deps=deps, pos=pos, tags=tags, lemmas=lemmas)
    )


HARBOUR = parse(  # the harbour of Ostby that closed has reopened and may grow
    "the 1 det DET DT",
    "harbour 7 nsubj NOUN NN",
    "of 1 prep ADP IN",
    "Ostby 2 pobj PROPN NNP",
    "that 5 nsubj PRON WDT",
    "closed 1 relcl VERB VBD",
    "has 7 aux AUX VBZ",
    "reopened 7 ROOT VERB VBN",
    "and 7 cc CCONJ CC",
    "may 10 aux AUX MD",
    "grow 7 conj VERB VB",
)


def test_the_roots_of_a_stretch():
    assert roots(HARBOUR, range(0, 4)) == [1]
    assert roots(HARBOUR, range(2, 7)) == [2, 5, 6]
    assert root_of(HARBOUR, range(2, 7)) == 6 and root_of(HARBOUR, range(0, 2)) == 1


def test_a_relative_clause_and_its_noun():
    assert relative_clause_of(HARBOUR, 4) == relative_clause_of(HARBOUR, 5) == 5
    assert relative_clause_of(HARBOUR, 3) is None
    assert antecedent_of(HARBOUR, 5) == 1
    assert noun_before(HARBOUR, 4) == 3


def test_a_conjunct_shares_the_subject_of_the_verb_before():
    assert referring_subject_of(HARBOUR, 10) is None
    assert shared_subject_of(HARBOUR, 10) == shared_subject_of(HARBOUR, 7) == 1


def test_there_is_refers_to_nothing():
    there = parse("There 1 expl PRON EX", "is 1 ROOT AUX VBZ", "hope 1 attr NOUN NN")
    assert referring_subject_of(there, 1) is None and shared_subject_of(there, 1) == 0


def test_a_time_is_not_what_a_relative_clause_is_about():
    van = parse(  # a van next year that sells
        "van 0 ROOT NOUN NN",
        "next 2 amod ADJ JJ",
        "year 0 npadvmod NOUN NN",
        "that 4 nsubj PRON WDT",
        "sells 2 relcl VERB VBZ",
    )
    assert past_time(van, 2) == antecedent_of(van, 4) == 0


def test_tense_is_the_verbs_own_or_its_auxiliarys():
    assert [has_tense(HARBOUR, i) for i in (5, 7, 10)] == [True, True, True]
    reading = parse("Ann 1 nsubj PROPN NNP", "reading 1 ROOT VERB VBG")
    assert not has_tense(reading, 1)
