"""Words around a number that make it inexact: "about", "more than", "at least", "or so"."""

from __future__ import annotations

import re
from functools import cache

from claimwire.lexicon import table

_WINDOW = 34  # characters of the longest phrase
_LONGEST = 4  # words of the longest phrase
_LAST_WORDS = re.compile(r"[^\s(\[\"“,;:]+")


@cache
def _before() -> dict[str, str]:
    return {row["phrase"]: row["modifier"] for row in table("quantity_modifiers") if row["side"] == "before"}


@cache
def _after() -> re.Pattern[str]:
    phrases = sorted(
        (row["phrase"] for row in table("quantity_modifiers") if row["side"] == "after"),
        key=len,
        reverse=True,
    )
    return re.compile(rf"[ -]?({'|'.join(map(re.escape, phrases))})(?![A-Za-z0-9]|\.\d)", re.I)


@cache
def _after_meaning() -> dict[str, str]:
    return {row["phrase"]: row["modifier"] for row in table("quantity_modifiers") if row["side"] == "after"}


def modifier_before(text: str, at: int) -> tuple[int, str | None]:
    """The modifier that ends right before a character: (where its phrase begins, modifier), or (at, None)."""
    if text[at - 1 : at] and text[at - 1] in "~≈<>≥≤":
        return at - 1, _before()[text[at - 1]]
    begin = max(0, at - _WINDOW)
    found = [(m.start(), m.group().lower()) for m in _LAST_WORDS.finditer(text, begin, at)]
    if not found or text[found[-1][0] + len(found[-1][1]) : at].strip(" \xa0\n-"):
        return at, None
    last = len(found)
    for _ in range(3):
        for n in range(min(_LONGEST, last), 0, -1):
            phrase = " ".join(w for _, w in found[last - n : last])
            meaning = _before().get(phrase.rstrip("-")) if n > 1 or phrase else None
            if meaning:
                break
        else:
            return at, None
        if meaning != "none":
            return found[last - n][0], meaning
        last -= n
        if not last:
            break
    return at, None


def modifier_after(text: str, at: int) -> tuple[int, str | None]:
    """The modifier that begins right behind a character: (where it ends, modifier), or (at, None)."""
    found = _after().match(text, at)
    return (found.end(), _after_meaning()[found[1].lower()]) if found else (at, None)
