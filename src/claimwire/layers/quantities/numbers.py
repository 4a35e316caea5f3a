"""Reading one number at a place of a text: digits, written fractions, magnitudes; words by `number_words`.

Works on characters, because tokenisers cut "$1.13bn", "6-6.5%" and "138p" in different ways.
"""

from __future__ import annotations

import re

from claimwire.layers.quantities.number_words import Number, lexicon, read_words, scales

__all__ = ["Number", "lexicon", "read_number", "read_words"]

_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,40})(?:\.\d{1,40})?")
_SLIP = re.compile(r"(\d{1,3}), (000)(?!\d)")
_POWER = re.compile(r"\s?[×x*·]\s?10\s?\^?([-−–+]?\d{1,2})(?!\d)|[eE]([-+]\d{1,2})(?!\w)")
_MIXED = re.compile(r"[ -]?(\d{1,2})/(\d{1,2})(?![\d/])|[ -]?([½⅓⅔¼¾⅛⅜⅝⅞⅕])")
_SIGNS = dict(
    zip("½⅓⅔¼¾⅛⅜⅝⅞⅕", (0.5, 1 / 3, 2 / 3, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875, 0.2), strict=True)
)
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16})
_LETTER = re.compile(r"([kKmMbBtT])(?![\w²³/])")
_SCALE_GAP = re.compile(r"[ \xa0]?-?|\n")


def read_number(text: str, at: int, loose: bool = False) -> Number | None:
    """The number that begins at a character, or None. loose: behind a sign, where "30, 000" is one number."""
    if text[at : at + 1].isdecimal():
        return _digits(text, at, loose)
    if text[at : at + 1] in _SIGNS:
        return _signs(text, at)
    return read_words(text, at)


def _signs(text: str, at: int) -> Number:
    value = _SIGNS[text[at]]
    return _scaled(text, Number(at, at + 1, value, value))


def _digits(text: str, at: int, loose: bool) -> Number | None:
    found = (loose and _SLIP.match(text, at)) or _DIGITS.match(text, at)
    if not found:
        return None
    value = float(found.group().replace(",", "").replace(" ", ""))
    end = found.end()
    power = _POWER.match(text, end)
    if power:
        exponent = int((power[1] or power[2]).replace("−", "-").replace("–", "-"))
        return Number(at, power.end(), value * 10.0**exponent, value)
    fraction = _fraction(text, at, end, value)
    if fraction:
        return _scaled(text, fraction)
    return _scaled(text, Number(at, end, value, value))


def _fraction(text: str, at: int, end: int, value: float) -> Number | None:
    """Written fractions: "1/2", "2 1/2", "2½". A date ("9/11") is none: its denominator is not usual."""
    if text[end : end + 1] == "/":
        under = _DIGITS.match(text, end + 1)
        if under and under.group().isdecimal() and text[under.end() : under.end() + 1] != "/":
            below = int(under.group())
            if below in _DENOMINATORS and 0 < value < below and value == int(value):
                return Number(at, under.end(), value / below, value / below)
        return None
    mixed = _MIXED.match(text, end)
    if not mixed:
        return None
    if mixed[3]:
        value += _SIGNS[mixed[3]]
    elif int(mixed[2]) in _DENOMINATORS and int(mixed[1]) < int(mixed[2]):
        value += int(mixed[1]) / int(mixed[2])
    else:
        return None
    return Number(at, mixed.end(), value, value)


def _scaled(text: str, number: Number) -> Number:
    """The number with the magnitudes behind it: words, abbreviations, or one letter attached."""
    end, factor, letter = number.end, 1.0, False
    for _ in range(2):
        gap = _SCALE_GAP.match(text, end)
        found = scales().match(text, gap.end() if gap else end)
        if not found:
            break
        word = found.group().lower()
        factor *= lexicon()[word if word in lexicon() and lexicon()[word][1] != "vague" else word[:-1]][0]
        end = found.end()
    if factor == 1:
        found = _LETTER.match(text, end)
        if found:
            factor, end, letter = lexicon()[found[1].lower()][0], found.end(), True
    return Number(number.start, end, _tidy(number.value * factor), number.raw, factor, letter)


def _tidy(value: float) -> float:
    """The value without what binary multiplication adds (1.13 * 10^9)."""
    return float(f"{value:.12g}")
