"""Whether pounds are money or a weight, by the words of their sentence and the article's country."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimwire.layers.quantities.numbers import Number
from claimwire.layers.quantities.units import Unit
from claimwire.lexicon import table

_BRITISH = re.compile(
    r"£|\b(?:UK|U\.K\.|Britain|British|England|London|sterling|Egyptian|Cairo|Lebanese|Beirut|Sudanese)\b"
)
_CUE_WINDOW = 20000  # characters of an article in which the countries of the pound are looked for
_OF = re.compile(r"[’']?(?: worth)? of ((?:[\w’'-]{1,30} ){0,3}[\w’'-]{1,30})")
_CONVERTED = re.compile(r" ?[(\[][\d.,]+[ -]?(?:kg|kilo|tonne|lb)")
_ELSE = re.compile(r" (?:of (?:force|pressure|thrust|torque)|per square)")
_LOST = re.compile(
    r"\b(?:he|she|they|i|we|who|you|man|woman)(?: has| had| have)?(?: \w+ly)?"
    r" (?:lost|gained|shed|dropped|put on)(?: \w+){0,2} $", re.I,
)  # fmt: skip
_REACH = 120  # characters on either side in which the words of a sentence decide
_END = re.compile(r"[.!?][\s”\"’']|\n\s*\n")
_WORD = re.compile(r"[A-Za-z]+")
_BODY = 1000  # pounds that a person can lose
_MILLION = 1_000_000


def settle_pounds(text: str, number: Number, unit: Unit) -> Unit:
    """The unit with its sense: `$pound` (money, whose country the article decides) or `pound` (a weight)."""
    if unit.name not in ("pound", "pound-mass"):
        return unit
    word = text[number.end : unit.end].strip(" -\xa0").lower().startswith(("pound", "of pound"))
    money = word and _is_money(text, number, unit)
    return Unit(unit.end, "$pound", "money") if money else Unit(unit.end, "pound", "measure")


def _is_money(text: str, number: Number, unit: Unit) -> bool:
    if _CONVERTED.match(text, unit.end) or _ELSE.match(text, unit.end):
        return False
    of = _OF.match(text, unit.end)
    if of:
        return any(_senses().get(w.lower()) == "money" for w in _WORD.findall(of[1]))
    if number.value < _BODY and _LOST.search(text[max(0, number.start - _REACH) : number.start]):
        return False
    said = _nearest(text, number.start, unit.end)
    if said:
        return said == "money"
    return (
        number.vague
        or number.magnitude >= _MILLION
        or (number.words and number.magnitude > 1)
        or _british(text)
    )


def _nearest(text: str, start: int, end: int) -> str | None:
    """The sense of the word of money or weight that stands nearest in the sentence."""
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    ends = [m.end() for m in _END.finditer(before)]
    before = before[ends[-1] :] if ends else before
    stop = _END.search(behind)
    found = [(len(before) - m.end(), m.group()) for m in _WORD.finditer(before)]
    found += [(m.start(), m.group()) for m in _WORD.finditer(behind[: stop.start() if stop else None])]
    known = [(away, sense) for away, w in found if (sense := _senses().get(w.lower()))]
    return min(known)[1] if known else None


@cache
def _senses() -> dict[str, str]:
    return {row["word"]: row["sense"] for row in table("pound_senses")}


@lru_cache(maxsize=8)
def _british(text: str) -> bool:
    return bool(_BRITISH.search(text, 0, _CUE_WINDOW))
