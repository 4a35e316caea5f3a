"""Stretches whose digits identify and count nothing: addresses, telephone numbers, names with numbers."""

from __future__ import annotations

import re
from functools import cache

from claimwire.lexicon import words

_WEB = re.compile(
    r"https?://\S{1,2000}|\bwww\.\S{1,2000}|\b[a-z]{2,20}\.(?:com|org|net|co|gov|edu)/\S{1,2000}|[@#]\w{1,100}"
)
# Groups of digits behind a plus or a zero, or the American form (555) 123-4567
_PHONE = re.compile(
    r"(?<![\w.,])(?:\+\d{1,3}(?:[ .-]?\(?\d{2,5}\)?){2,5}|\(?0\d{2,4}\)?(?:[ .-]\d{1,5}){1,4}"
    r"|(?:1[ .-])?(?:\d{3}[.-]|\(\d{3}\) ?)\d{3}[.-]\d{4})(?![\w%]|[.,]\d)"
)
# Digits with one capital ("3M"), which are an amount behind "to" and before a plural, and else can be a name
_LETTERED = re.compile(r"(?<![\w$£€¥.,-])\d{1,2}[A-Z](?![\w%])")
# A label, digits and a capital: "gate 12B", "pad 39A"
_PLACED = re.compile(r"\b([A-Za-z]{3,12}) (\d{1,3}[A-Z])(?![\w%])")
_ACTS = re.compile(
    r"[’']s?\b| (?:Co|Corp|Inc|Company|Group|Ltd|Foundation|said|says|announced|will|has|is|was)\b"
)
_AMOUNTS = re.compile(
    r"\b(?:to|from|over|about|around|some|nearly|almost|than|least|up|by|reach\w*|hit|total\w*|had|has|have)"
    r"(?: an?| the)? $"
)
_WINDOW = 16  # characters before digits in which the word stands that makes them an amount


def identifiers(text: str) -> list[tuple[int, int]]:
    """Offsets of addresses, telephone numbers, and names that hold numbers."""
    found = [m.span() for pattern in (_WEB, _PHONE, _names()) for m in pattern.finditer(text)]
    placed = [m.span(2) for m in _PLACED.finditer(text) if m[1].lower() in words("quantity_labels")]
    return found + placed + _lettered(text)


@cache
def _names() -> re.Pattern[str]:
    known = sorted((n for n in words("number_names") if not _LETTERED.fullmatch(n)), key=len, reverse=True)
    return re.compile(rf"(?<![\w$£€¥])(?:{'|'.join(map(re.escape, known))})(?!\w|[.,]\d)")


def _lettered(text: str) -> list[tuple[int, int]]:
    """Digits with a capital that are a name: a known one, or one that acts somewhere in the text."""
    found = list(_LETTERED.finditer(text))
    acting = {m.group() for m in found if m.group() in words("number_names") or _ACTS.match(text, m.end())}
    return [m.span() for m in found if m.group() in acting and not _is_amount(text, m)]


def _is_amount(text: str, found: re.Match[str]) -> bool:
    return bool(_AMOUNTS.search(text[max(0, found.start() - _WINDOW) : found.start()]))


def is_title(text: str, start: int, end: int) -> bool:
    """Whether a measure is a name, its unit with a capital inside of a sentence: "the film 21 Grams"."""
    unit = text[start:end].split()[-1].split("-")[-1]
    if len(unit) < _UNIT or not unit.isalpha() or not unit.istitle() or unit in _DEGREES:
        return False
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first:start].split() + text[end : last if last >= 0 else len(text)].split()
    around = [word for word in line if word[0].isalpha()]
    return 2 * sum(word[0].islower() for word in around) > len(around)


_UNIT = 4  # letters of a unit that is no symbol
_DEGREES = frozenset({"Celsius", "Fahrenheit", "Kelvin", "Richter", "Calorie", "Calories"})
