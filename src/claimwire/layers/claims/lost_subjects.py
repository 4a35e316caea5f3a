"""Common errors of the parser that the grammar of clauses lets us see and mend."""

from __future__ import annotations

from collections.abc import Mapping

from claimwire.layers.claims.clause import Clause
from claimwire.layers.grammar.verbs import auxiliaries, subject_of
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_NOUN_OR_VERB = frozenset({"VBP", "VBZ", "VB"})
_UNCOORDINATED = frozenset({"ccomp", "ROOT", "parataxis", "advcl"})


def lent_subjects(parse: Parse, clauses: Mapping[int, Clause]) -> dict[int, int]:
    """Nouns right before a verb that the parser left without a subject, by the head of that verb's clause.

    Either a noun taken for a verb, which heads a clause of its own ("the pressure release could fail", with
    "release" tagged as a verb), or a noun taken for a conjunct of the clause before ("it hit cars and trucks
    could not pass").
    """
    out: dict[int, int] = {}
    before: int | None = None
    for i, clause in clauses.items():
        if _lacks_subject(parse, clause):
            first = clause.group.first
            if before is not None and _is_bare(parse, before, first):
                out[i] = before
            elif (noun := _conjoined_noun(parse, first)) is not None:
                out[i] = noun
        before = i
    return out


def has_conjoined_subject(parse: Parse, i: int) -> bool:
    """Whether a past tense taken for a participle has its subject right before it, taken for a conjunct.

    "They were led to a barn and guards locked the door" says that they were led to a barn and guards.
    """
    if parse.tag[i] != "VBD" or parse.dep[i] != "advcl" or subject_of(parse, i) is not None or i == 0:
        return False
    noun = i - 1
    behind_and = parse.left[noun] > 0 and parse.tag[parse.left[noun] - 1] == "CC"
    return parse.dep[noun] == "conj" and parse.pos[noun] in ("NOUN", "PROPN") and behind_and


def is_noun_behind_that(parse: Parse, i: int) -> bool:
    """Whether a noun behind a verb and "that" was taken for a verb ("the union disputes that figure").

    A relative clause modifies no verb, and a plural verb is none that a bare "that" could be the subject of.
    """
    if parse.tag[i] not in ("VBP", "VB") or i < 2 or parse.lower[i - 1] != "that":
        return False
    verb = parse.head[i]
    behind = verb == i - 2 and parse.pos[verb] == "VERB" and parse.dep[i] in ("relcl", "ccomp")
    return behind and parse.left[i] == i - 1 and not any(c > i for c in parse.children[i])


def is_content_of_noun(parse: Parse, i: int) -> bool:
    """Whether a clause taken for a relative one says what a noun of saying holds ("the rumour that he died").

    It has a subject besides "that", and a verb that nobody does to a rumour.
    """
    noun = parse.head[i]
    if parse.dep[i] != "relcl" or parse.lemma[noun] not in words("report_nouns") | words("claim_nouns"):
        return False
    that, subject = _that(parse, i), subject_of(parse, i)
    if that is None or subject is None or that == subject or that > subject:
        return False
    return not _has_gap(parse, i)


def is_about_noun(parse: Parse, i: int) -> bool:
    """Whether a clause behind a noun says what is done to it, whatever the parser took it for.

    So "the claim that she made" and "the rumour that spread"; not "the claim that she made bread".
    """
    behind_noun = parse.pos[parse.head[i]] == "NOUN" and parse.dep[i] in ("acl", "relcl")
    return behind_noun and _has_gap(parse, i)


def _that(parse: Parse, i: int) -> int | None:
    return next((c for c in parse.children[i] if parse.lower[c] == "that"), None)


def _has_gap(parse: Parse, i: int) -> bool:
    """Whether a verb lacks the subject or object that the noun before its clause is.

    The parser takes any "that" for an object, "the rumour that he died" included, so that of objects the
    verb tells: one that is done to what is claimed, without an object of its own but whom it is told to.
    """
    that = _that(parse, i)
    if that is not None and parse.dep[that] in ("nsubj", "nsubjpass", "csubj"):
        return True
    if parse.lemma[i] not in words("claim_verbs") | words("saying_verbs"):
        return False
    told = that is not None and parse.dep[that] in ("dobj", "dative")
    objects = [c for c in parse.dependents(i, "dobj", "ccomp") if c != that]
    return not objects or (told and parse.lemma[i] in words("telling_verbs"))


def _conjoined_noun(parse: Parse, verb: int) -> int | None:
    """The noun behind "and" whose phrase ends right before a verb that it does not belong to."""
    k = verb - 1
    if k < 1 or parse.pos[k] not in ("NOUN", "PROPN", "PRON") or parse.head[k] == verb:
        return None
    while parse.dep[k] in ("pobj", "prep", "compound") and parse.right[parse.head[k]] == verb - 1:
        k = parse.head[k]
    behind_and = parse.left[k] > 0 and parse.tag[parse.left[k] - 1] == "CC"
    return k if parse.dep[k] == "conj" and behind_and and parse.pos[k] in ("NOUN", "PROPN", "PRON") else None


def _lacks_subject(parse: Parse, clause: Clause) -> bool:
    i = clause.head
    return parse.dep[i] in _UNCOORDINATED and clause.marker is None and subject_of(parse, i) is None


def _is_bare(parse: Parse, noun: int, verb: int) -> bool:
    """Whether the word has no auxiliary or object, and all between it and the verb hangs on it."""
    if parse.tag[noun] not in _NOUN_OR_VERB or auxiliaries(parse, noun):
        return False
    if parse.dep[noun] in ("relcl", "conj") or parse.lemma[noun] in ("be", "have", "do"):
        return False
    if any(parse.dep[c] in ("dobj", "ccomp", "xcomp") and c < verb for c in parse.children[noun]):
        return False
    return _hangs_together(parse, noun, verb)


def _hangs_together(parse: Parse, noun: int, verb: int) -> bool:
    """Whether the tokens between belong to the noun's subtree, without a comma."""
    if verb - noun > 12:
        return False
    right = max((parse.right[c] for c in parse.children[noun] if noun < c < verb), default=noun)
    return right == verb - 1 and all(parse.pos[k] != "PUNCT" for k in range(noun + 1, verb))
