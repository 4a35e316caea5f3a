"""The subject of a clause: its own, a relative pronoun's antecedent, or that of an earlier conjunct."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimwire.layers.claims.clause import Clause, conjuncts_before
from claimwire.layers.grammar.phrases import before_clause, noun_phrase
from claimwire.layers.grammar.relatives import antecedent_of, is_relative_pronoun, noun_before, past_time
from claimwire.layers.grammar.trimming import trimmed
from claimwire.layers.grammar.verbs import subject_of
from claimwire.layers.parse import Parse

_EXISTENTS = ("attr", "nsubj", "dobj")
_LONGEST = 20
_BREAKS = frozenset({",", "–", "—", ";", ":", '"', "“", "”"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [first, stop) and the head of a phrase, with the rule that found it."""

    first: int
    stop: int
    head: int
    rule: str


def subject(parse: Parse, clause: Clause, clauses: dict[int, Clause]) -> Phrase | None:
    """The subject phrase of a clause, or None."""
    last = clause
    for last in (clause, *conjuncts_before(clause, clauses)):
        i = last.head
        if last.lent is not None:
            return phrase(parse, last.lent, "lent")
        if (own := subject_of(parse, i)) is not None:
            return _own(parse, i, own, clause)
        if last.kind == "relative" and parse.dep[i] in ("relcl", "acl"):
            return antecedent(parse, i)
    return _stretch(parse, last)


def _stretch(parse: Parse, clause: Clause) -> Phrase | None:
    """The words from the beginning of a main clause to its verb, where they can only be the subject.

    For subjects that the parser does not know as such ("Between a fifth and a third of the trees could die").
    """
    first, stop = trimmed(parse, parse.left[clause.head], clause.group.first)
    if clause.kind not in ("main", "complement") or clause.marker is not None:
        return None
    if not 0 < stop - first <= _LONGEST:
        return None
    between = range(first, stop)
    if stop > clause.group.first or any(parse.orth[k] in _BREAKS for k in between):
        return None
    nouns = [k for k in between if parse.pos[k] in ("NOUN", "PROPN", "PRON", "NUM")]
    if not nouns or parse.pos[first] in ("VERB", "SCONJ", "CCONJ") or parse.pos[stop - 1] not in _NOMINAL:
        return None
    return Phrase(first, stop, nouns[-1], "stretch")


def _own(parse: Parse, i: int, own: int, clause: Clause) -> Phrase | None:
    if parse.dep[own] == "expl" and parse.lower[own] == "there":
        real = next((c for c in parse.dependents(i, *_EXISTENTS) if c > i and parse.pos[c] != "PUNCT"), None)
        return phrase(parse, real, "existential") if real is not None else None
    if is_relative_pronoun(parse, own):
        if clause.kind == "relative":
            return antecedent(parse, clause.base)
        if (before := noun_before(parse, own)) is not None:
            return phrase(parse, past_time(parse, before), "antecedent", coordinated=False)
    found = phrase(parse, own, "own")
    if own < clause.group.first < found.stop:
        found = Phrase(found.first, clause.group.first, own, "own")
    return found


def antecedent(parse: Parse, i: int) -> Phrase | None:
    """The noun phrase that a relative clause modifies; None where it modifies a whole clause."""
    head = antecedent_of(parse, i)
    if head is None:
        return None
    noun = phrase(parse, head, "antecedent", coordinated=False)
    if head < parse.left[i] < noun.stop:
        return replace(noun, stop=max(trimmed(parse, noun.first, parse.left[i])[1], head + 1))
    return noun


def phrase(parse: Parse, head: int, rule: str, coordinated: bool = True) -> Phrase:
    """The whole noun phrase of a head as a Phrase."""
    first, stop = noun_phrase(parse, head, coordinated)
    first, stop = trimmed(parse, first, before_clause(parse, head, stop))
    return Phrase(min(first, head), max(stop, head + 1), head, rule)
