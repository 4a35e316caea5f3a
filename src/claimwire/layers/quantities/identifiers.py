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
    r"(?<![\w.,])(?:\+\d{1,3}(?:[ .-]?\(?\d{2,5}\)?){2,5}|\(?0\d{2,4}\)?(?:[ .-]\d{2,5}){1,4}"
    r"|(?:1[ .-])?(?:\d{3}[.-]|\(\d{3}\) ?)\d{3}[.-]\d{4})(?![\w%]|[.,]\d)"
)
# Digits with one capital ("3M"), which are an amount behind "to" and before a plural, and else can be a name
_LETTERED = re.compile(r"(?<![\w$£€¥.,-])\d{1,2}[A-Z](?![\w%])")
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
    return found + _lettered(text)


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
