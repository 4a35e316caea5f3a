"""Amounts of money in two units: "3 dollars 50 cents", "thirteen dollars forty-five", "£5 20p"."""

from __future__ import annotations

import re

from claimwire.layers.quantities.numbers import Number, read_number
from claimwire.layers.quantities.unit_tables import Meaning, symbols, word_units
from claimwire.layers.quantities.units import Unit

_JOINT = re.compile(r",? (?:and )?(?=[a-z\d])")
_MINOR = re.compile(r"[ -]?([A-Za-z¢]+)")
# What stands behind an amount whose cents are not named: the end of a phrase, or what it is per
_ENDS = re.compile(r"(?= ?[.,;:)!?”\"\n]| (?:an?|per|each|every|for|to|and|in|on)\b|$)")
_HUNDRED = 100


def with_minor(text: str, number: Number, unit: Unit) -> tuple[int, float]:
    """Where the amount ends with the cents behind it, and how much they add (0 without any)."""
    none = (unit.end, 0.0)
    joint = _JOINT.match(text, unit.end)
    if not joint or unit.factor != 1 or number.magnitude > 1 or number.value != int(number.value):
        return none
    minor = read_number(text, joint.end())
    if minor is None or not 0 < minor.value < _HUNDRED or minor.value != int(minor.value):
        return none
    word = _MINOR.match(text, minor.end)
    meaning = _meaning(word[1]) if word else None
    if word and meaning and (meaning[0] == "cent" or meaning[0] == unit.name or unit.name == "$pound"):
        return word.end(), minor.value / _HUNDRED
    named = text[number.end : unit.end].strip(" -").isalpha()
    said = named and number.words and minor.words and joint.group() == " "
    return (minor.end, minor.value / _HUNDRED) if said and _ENDS.match(text, minor.end) else none


def _meaning(word: str) -> Meaning | None:
    """What a word means when it is a hundredth of a currency."""
    low = word.lower()
    known = symbols().get(word) or word_units().get(low) or word_units().get(low.removesuffix("s"))
    return known if known and known[1] == "money" and (known[2] == 0.01 or known[0] == "cent") else None
