"""A number that is read, and the words that numbers are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimwire.lexicon import table


@dataclass(frozen=True, slots=True)
class Number:
    """A number read: offsets, value at full scale, and `raw`, what stands before the magnitude.

    magnitude: factor of a magnitude word or letter (1 without one). letter: the magnitude is a single letter,
    which may be a unit as well ("37m"). vague: a plural such as "thousands". words: not written in digits.
    part: a fraction in digits ("3/4").
    """

    start: int
    end: int
    value: float
    raw: float
    magnitude: float = 1
    letter: bool = False
    vague: bool = False
    words: bool = False
    part: bool = False


@cache
def lexicon() -> dict[str, tuple[float, str]]:
    """Number words with value and kind."""
    return {row["word"]: (float(row["value"]), row["kind"]) for row in table("number_words")}


@cache
def scales() -> re.Pattern[str]:
    """The words and abbreviations that multiply the number before them."""
    words = [w for w, (_, kind) in lexicon().items() if kind in ("scale", "abbreviation", "hundred", "dozen")]
    return re.compile(rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})s?(?![A-Za-z])", re.I)


def kind_of(word: str) -> str:
    """The kind of a number word, or ""."""
    return lexicon().get(word.lower(), (0.0, ""))[1]
