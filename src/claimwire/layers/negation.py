"""Whether a verb or a noun phrase is negated, for the layers that ask: what is claimed, what is said.

The words are those of the polarity table. Every finding is the rule with its cue, and the token that decided.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimwire.layers.parse import Parse
from claimwire.lexicon import table

_BEHIND = ("advmod", "acomp", "attr", "prep", "npadvmod")
_NOTS = frozenset({"not", "n't", "n’t"})
_OFTEN = frozenset({"once", "again", "before", "ever"})
_ANY = frozenset({"a", "any", "anyone", "anybody", "anything"})
_QUANTIFIERS = _ANY | {"one", "all", "every", "everyone", "everybody", "everything", "many", "much", "even"}


class Negation(NamedTuple):
    """What negates: `rule` as "word:never", and the token."""

    rule: str
    token: int


@cache
def cues(frame: str) -> frozenset[str]:
    """The words of a frame of the polarity table."""
    return frozenset(row["cue"] for row in table("polarity") if row["frame"] == frame)


def of_verb(parse: Parse, v: int) -> Negation | None:
    """The negation among the words of a verb: "not", "never", "rarely", "has yet to", "at no point"."""
    for c in parse.children[v]:
        word = parse.lower[c]
        if parse.dep[c] in ("neg", "advmod", "preconj", "cc") and _negates(parse, c):
            return Negation(f"word:{word}", c)
        if parse.dep[c] in _BEHIND and c > v and (first := _opening(parse, v, c)) is not None:
            return Negation(f"word:{parse.lower[first]}", first)
        if word == "yet" and parse.tag[min(c + 1, len(parse) - 1)] == "TO":
            return Negation("word:yet to", c)
        if word == "longer" and c > 0 and parse.lower[c - 1] == "no":
            return Negation("word:no longer", c - 1)
        if parse.dep[c] == "prep" and (no := _never_at_all(parse, c)) is not None:
            return Negation(f"phrase:{parse.lower[c]} no", no)
    return None


def of_phrase(parse: Parse, noun: int, subject: bool) -> Negation | None:
    """The negation of a noun phrase: "no firm", "nobody", "few voters"; of a subject also "not one firm"."""
    head = parse.lower[noun]
    if head in cues("pronoun") or (head in cues("quantifier") and _is_bare(parse, noun)):
        return Negation(f"pronoun:{head}", noun)
    for d in parse.children[noun]:
        word = parse.lower[d]
        if d < noun and word in _NOTS and not is_only(parse, d) and subject:
            return Negation(f"word:{word}", d)
        if d < noun and _is_negative_determiner(parse, d):
            return Negation(f"determiner:{word}", d)
    return _quantified(parse, noun) if subject else None


def is_only(parse: Parse, i: int) -> bool:
    """Whether "only", "just" or the like stands behind: the negation does not reach the clause."""
    return i + 1 < len(parse) and parse.lower[i + 1] in cues("only")


def _negates(parse: Parse, c: int) -> bool:
    if parse.lower[c] == "neither" and parse.dep[c] == "cc":
        return False
    first = parse.left[c]  # "never once", "not again"
    opened = first < c and parse.lower[c] in _OFTEN and parse.lower[first] in cues("word")
    return opened or (parse.lower[c] in cues("word") and not is_only(parse, c))


def _opening(parse: Parse, v: int, c: int) -> int | None:
    """The "not" or "no" that opens a phrase right behind the verb ("is not in London", "is no better")."""
    first = parse.left[c]
    if first == c or first > v + 3 or is_only(parse, first):
        return None
    none = parse.lower[first] == "no" and parse.dep[c] == "advmod" and parse.head[first] == c
    return first if none or parse.lower[first] in _NOTS else None


def _never_at_all(parse: Parse, preposition: int) -> int | None:
    """The "no" of "under no circumstances", "at no point", "by no means"."""
    for noun in parse.dependents(preposition, "pobj"):
        if f"{parse.lower[preposition]} no {parse.lower[noun]}" in cues("phrase"):
            return next((d for d in parse.children[noun] if parse.lower[d] == "no"), None)
    return None


def _is_negative_determiner(parse: Parse, d: int) -> bool:
    """ "No", "neither"; "few" and "little" where nothing before makes them some ("a few", "the few")."""
    word = parse.lower[d]
    if word in cues("determiner"):
        return parse.dep[d] in ("det", "preconj", "neg") and not _is_of_number(parse, d)
    some = parse.pos[parse.head[d]] == "PROPN" or not _is_bare(parse, parse.head[d])
    return word in cues("quantifier") and parse.dep[d] in ("amod", "det") and not some


def _is_of_number(parse: Parse, d: int) -> bool:
    """ "No 10", the house; "no fewer than 40"."""
    behind = d + 1
    return parse.pos[behind] == "NUM" if parse.head[d] == behind else parse.tag[behind] in ("JJR", "RBR")


def _is_bare(parse: Parse, noun: int) -> bool:
    """Whether nothing opens a noun phrase: "few voters", not "a few voters", "the few voters"."""
    return not any(k < noun and parse.dep[k] in ("det", "poss", "predet") for k in parse.children[noun])


def _quantified(parse: Parse, noun: int) -> Negation | None:
    """ "Not" or "hardly" before the quantifier that opens a noun phrase, wherever the parser hung it."""
    first = parse.left[noun]
    if first >= noun or first + 1 >= len(parse) or parse.lower[first + 1] not in _QUANTIFIERS:
        return None
    word = parse.lower[first]
    if word in _NOTS or (word in cues("word") and parse.lower[first + 1] in _ANY):
        return Negation(f"word:{word}", first)
    return None
