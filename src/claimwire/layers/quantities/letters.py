"""What a letter tied to digits is: "37m" is millions of people, metres of a race, or the height of a wall."""

from __future__ import annotations

import re
from dataclasses import replace

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.numbers import Number
from claimwire.layers.quantities.units import read_unit
from claimwire.lexicon import words

_AHEAD = 5  # tokens in which a plural noun makes "m" a million
_RACED = 4  # tokens in which a word of races makes "m" metres
_WORD = re.compile(r"[ -]{0,2}([A-Za-z]+(?:[’'-][a-z]+)?)")
_LONGEST = 50_000  # metres of a race


def settle_letter(parse: Parse, number: Number) -> Number:
    """The number as it is with "m", "b", "t", "k" behind it: a magnitude, or without it where that is a unit.

    It is a magnitude where a unit or plural nouns follow, but not in races ("the 800m heats").
    """
    text = parse.text
    letter = text[number.end - 1]
    bare = replace(number, end=number.end - 1, value=number.raw, magnitude=1, letter=False)
    if letter == "m" and number.raw <= _LONGEST and number.raw % 5 == 0 and _raced(text, number.end):
        return bare
    following = read_unit(text, number.end)
    plural = letter in "bm" and _plural_follows(parse, number.end)
    return number if letter in "kKM" or (following and letter != "t") or plural else bare


def _raced(text: str, at: int) -> bool:
    """Whether words behind a length are those of races ("the 400m hurdles", "a 100m freestyle final")."""
    for _ in range(_RACED):
        found = _WORD.match(text, at)
        if not found:
            return False
        if found[1].lower() in words("race_words"):
            return True
        at = found.end()
    return False


def _plural_follows(parse: Parse, at: int) -> bool:
    token = parse.token_at(at) + 1
    for i in range(token, min(token + _AHEAD, len(parse))):
        if parse.tag[i] in ("NNS", "NNPS") or parse.lower[i] == "people":
            return True
        if parse.pos[i] not in ("ADJ", "NOUN", "PROPN", "VERB", "CCONJ", "ADV"):
            return False
    return False
