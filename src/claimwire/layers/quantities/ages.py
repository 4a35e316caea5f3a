"""Ages written as bare numbers; they are durations, which belong to the layer of dates."""

from __future__ import annotations

import re

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.cues import cues
from claimwire.layers.quantities.match import QuantityMatch

_AGE = re.compile(
    r"\b(?:aged?|ages|over-|under-)(?: of| between| under| over| \d+ (?:and|to|or))*[ -]?$", re.I
)
_COMMA_AGE = re.compile(r"[A-Za-z’'.)] ?, $")
_EACH = re.compile(r", (?:both|each|now|all|then) $")
_AGE_END = re.compile(r"[,.;]| ?[-–—―]| (?:of|from) [A-Z]")


def is_age(parse: Parse, found: QuantityMatch, first: int) -> bool:
    """Whether a bare number is an age: "aged 30-39", "Ann Lee, 43,", "she is 70"."""
    text = parse.text
    before = text[max(0, found.first - 24) : found.first]
    bare = found.value is not None and found.noun is None and 0 < found.value < 120
    if _AGE.search(before) and (found.value or found.low or 0) < 120:
        return True
    if bare and parse.lower[first - 1 : first] in (["over"], ["under"], ["above"]):
        return parse.pos[first - 2] in ("NOUN", "PRON") and parse.tag[first - 2] != "NN"
    if bare and text[found.first].isdecimal() and _predicate_of_person(parse, first):
        return True
    if bare and _EACH.search(before) and _AGE_END.match(text, found.last):
        return True
    if bare and _COMMA_AGE.search(before):
        return bool(_AGE_END.match(text, found.last)) and parse.pos[max(first - 2, 0)] == "PROPN"
    return False


def _predicate_of_person(parse: Parse, token: int) -> bool:
    """ "she is 70": an age."""
    head = parse.head[token]
    if parse.dep[token] not in ("attr", "acomp") or parse.lemma[head] not in ("be", "turn"):
        return False
    return any(
        parse.lower[c] in cues("person") or parse.pos[c] == "PROPN" for c in parse.dependents(head, "nsubj")
    )
