"""Relative clauses: their pronouns, and the noun that they modify."""

from __future__ import annotations

from claimwire.layers.grammar.time_nouns import is_adverbial_time
from claimwire.layers.parse import Parse

PRONOUNS = frozenset({"who", "which", "that", "whom"})
_TAGS = frozenset({"WDT", "WP", "WP$"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM"})
_BEFORE_TIME = frozenset({"dobj", "attr", "nsubj"})
_BREAKS = frozenset({",", "–", "—", ";", ":", '"', "“", "”"})
_HIGHEST = 10  # steps up the tree


def is_relative_pronoun(parse: Parse, i: int) -> bool:
    """Whether a token is who, which or a relative that."""
    return parse.tag[i] in _TAGS or (parse.lower[i] == "that" and parse.tag[i] in ("WDT", "IN"))


def relative_clause_of(parse: Parse, i: int) -> int | None:
    """The verb of the relative clause in which a token stands; its head is the noun that it modifies."""
    for _ in range(_HIGHEST):
        if parse.dep[i] == "relcl":
            return i
        if parse.head[i] == i:
            return None
        i = parse.head[i]
    return None


def antecedent_of(parse: Parse, verb: int) -> int | None:
    """The noun that the relative clause of a verb modifies; None where it modifies a whole clause."""
    head = _past_place(parse, verb, past_time(parse, parse.head[verb]))
    return head if parse.pos[head] in _NOMINAL else None


def noun_before(parse: Parse, pronoun: int) -> int | None:
    """The noun right before a relative pronoun whose clause the parser hung elsewhere."""
    k = pronoun - 1
    if k > 0 and parse.orth[k] in _BREAKS:
        k -= 1
    return k if k >= 0 and parse.pos[k] in _NOUNS and parse.tag[pronoun] != "DT" else None


def past_time(parse: Parse, noun: int) -> int:
    """The noun before a time that parts it from its relative clause ("a van on Monday that")."""
    if not is_adverbial_time(parse, noun):
        return noun
    above = parse.head[noun]
    if parse.dep[above] == "prep" and parse.dep[noun] == "pobj":
        above = parse.head[above]
    if parse.pos[above] in _NOUNS:
        return above
    for c in reversed(parse.children[above]):
        if above < c < noun and parse.dep[c] in _BEFORE_TIME:
            return c
        if above < c < noun and parse.dep[c] == "prep" and parse.right[c] < noun:
            return next(iter(parse.dependents(c, "pobj")), noun)
    return next(iter(parse.dependents(above, "nsubjpass")), noun)


def _past_place(parse: Parse, verb: int, noun: int) -> int:
    """The name before "of" and another, for who stands behind a comma ("Ann Lee of the Vale Trust, who")."""
    who = parse.left[verb]
    above = parse.head[noun]
    if parse.lower[who] != "who" or parse.orth[who - 1] != "," or parse.dep[above] != "prep":
        return noun
    person = parse.head[above]
    named = parse.pos[noun] == "PROPN" and parse.pos[person] == "PROPN"
    return person if named and parse.lower[above] in ("of", "from", "at") else noun
