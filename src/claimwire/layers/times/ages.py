"""Ages written as bare numbers behind a person: "Ann Lee, 43,", "Ravi Kumar (42)", "she is 70".

The grammar of time expressions does not see them, since no word of time stands near; the parse and the
names do.
"""

from __future__ import annotations

import re
from functools import cache

from claimwire.layers.parse import Parse
from claimwire.layers.times.match_context import label_at
from claimwire.lexicon import table, words

Names = tuple[tuple[int, int, str], ...]

_COMMA = re.compile(r"(?<=[\w’'.)]), (\d{1,3})(?=(?:,|\.(?!\d)|;|\)| ?[—–]| -| of [A-Z]|\Z)(?!\d))")
_BRACKET = re.compile(r"(?<=\w) \((\d{2})\)")
_STATED = re.compile(r"\b(?:is|was|am|are|were|be|being|turns?|turned|turning) (\d{1,3})(?![\w%]|[.,:/-]\d)")
_OLDEST = 115
_ADULT = 16
# Labels of names that are no people; a model takes many a person for a firm, so ORG is none of them
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT"})
_PERSON_WORDS = frozenset({"he", "she", "i", "who", "you"})


def bare_ages(parse: Parse, names: Names) -> list[tuple[int, int]]:
    """Offsets of the numbers that are ages, in order."""
    found = {m.span(1) for m in _COMMA.finditer(parse.text) if _apposed(parse, names, m)}
    found |= {m.span(1) for m in _BRACKET.finditer(parse.text) if _bracketed(parse, names, m)}
    found |= {m.span(1) for m in _STATED.finditer(parse.text) if _stated(parse, m)}
    return sorted(found)


def _apposed(parse: Parse, names: Names, found: re.Match[str]) -> bool:
    """A number between commas behind a person's name, or behind a noun for a person."""
    if not 0 < int(found[1]) <= _OLDEST or found[1][0] == "0":
        return False
    i = parse.token_at(found.start() - 1)
    if parse.pos[i] == "PROPN":
        return label_at(names, found.start() - 1) not in _PLACES and not _in_list(parse, found)
    return parse.tag[i] == "NN" and parse.lower[i] in _persons() and parse.text[found.end()] == ","


def _in_list(parse: Parse, found: re.Match[str]) -> bool:
    """ "Rooms 4, 12, 15": a number of several."""
    before, after = parse.text[: found.start()][-6:], parse.text[found.end() : found.end() + 6]
    return bool(re.search(r"\d$", before) or re.match(r", (?:and )?\d", after))


def _bracketed(parse: Parse, names: Names, found: re.Match[str]) -> bool:
    """A number in brackets behind a person's name; in a report of a game it is a minute or a score."""
    if int(found[1]) < _ADULT or label_at(names, found.start() - 1) != "PERSON":
        return False
    begin, end = parse.sents[parse.sent[parse.token_at(found.start(1))]]
    return _games().isdisjoint(parse.lower[begin : min(end, begin + 80)])


def _stated(parse: Parse, found: re.Match[str]) -> bool:
    """ "She is 70": a person's predicate."""
    i = parse.token_at(found.start(1))
    verb = parse.head[i]
    if not 0 < int(found[1]) <= _OLDEST or parse.dep[i] not in ("attr", "acomp", "npadvmod", "dobj"):
        return False
    if parse.lemma[verb] not in ("be", "turn") or len(parse.children[verb]) > 30:
        return False
    subjects = parse.dependents(verb, "nsubj")
    return any(_is_person(parse, s) for s in subjects)


def _is_person(parse: Parse, i: int) -> bool:
    return parse.lower[i] in _PERSON_WORDS or parse.tag[i] == "NN" and parse.lower[i] in _persons()


@cache
def _persons() -> frozenset[str]:
    """Singular nouns for people."""
    known = {row["noun"] for row in table("kinds") if row["labels"].startswith("PERSON")}
    return frozenset(known) | words("time_people")


@cache
def _games() -> frozenset[str]:
    return frozenset(row["word"] for row in table("point_senses") if row["sense"] == "score")
