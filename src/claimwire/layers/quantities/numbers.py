"""Reading one number at a place of a text: digits, written fractions, magnitudes; words by `number_words`.

Works on characters, because tokenisers cut "$1.13bn", "6-6.5%" and "138p" in different ways.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claimwire.layers.quantities.cues import cues
from claimwire.layers.quantities.number import Number, lexicon, scales
from claimwire.layers.quantities.number_parts import read_part
from claimwire.layers.quantities.number_words import read_words

__all__ = ["Number", "lexicon", "read_number", "read_words", "scale_behind", "scaled"]

_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)|\d{1,40})(?:\.\d{1,40})?")
_SLIP = re.compile(r"(\d{1,3}), (000)(?!\d)")
# Groups of three digits behind spaces ("45 000"), and behind apostrophes or several dots ("1'250'000")
_SPACED = re.compile(r"[1-9]\d{0,2}((?:[ \xa0]\d{3}){1,6})(?:\.\d{1,6})?(?![\d/:]|[ \xa0]\d|[.,]\d)")
_MARKED = re.compile(r"[1-9]\d{0,2}(?:(?:['’]\d{3}){1,6}|(?:\.\d{3}){2,6})(?![\w/:]|[.,'’]\d)")
_LAST_WORD = re.compile(r"([\w.’'-]{1,24})[ \xa0(]$")
_WORD_WINDOW = 24  # characters of the word before a number
# "1.5 x 10^3", "2 × 10⁶": a power is marked as one, or "2048 x 1080" would be
_POWER = re.compile(
    r"\s?[×x*·]\s?10\s?(?:\^\s?([-−–+]?\d{1,2})(?!\d)|([-−–+]\d{1,2})(?!\d)|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))"
    r"|[eE]([-+]\d{1,2})(?!\w)"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_SPOKEN = re.compile(r" point (\d{1,3})(?= (?:per ?cent|[mbtr]+illion)\b)")
_MIXED = re.compile(r"[ -]?(\d{1,2})/(\d{1,2})(?![\d/])|[ -]?([½⅓⅔¼¾⅛⅜⅝⅞⅕])")
_SIGNS = dict(
    zip("½⅓⅔¼¾⅛⅜⅝⅞⅕", (0.5, 1 / 3, 2 / 3, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875, 0.2), strict=True)
)
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16})
_LETTER = re.compile(r"([kKmMbBtT])(?![\w²³/])")
_SCALE_GAP = re.compile(r"[ \xa0]?-?")


def read_number(text: str, at: int, loose: bool = False) -> Number | None:
    """The number that begins at a character, or None. loose: behind a sign, where "30, 000" is one number."""
    if text[at : at + 1].isdecimal():
        return _digits(text, at, loose)
    if text[at : at + 1] in _SIGNS:
        return _signs(text, at)
    return read_words(text, at)


def _signs(text: str, at: int) -> Number:
    value = _SIGNS[text[at]]
    return scaled(text, Number(at, at + 1, value, value, part=True))


def _digits(text: str, at: int, loose: bool) -> Number | None:
    spaced = _spaced(text, at, loose)
    if spaced:
        return scaled(text, spaced)
    found = (loose and _SLIP.match(text, at)) or _DIGITS.match(text, at)
    if not found:
        return None
    value = float(found.group().replace(",", "").replace(" ", ""))
    end = found.end()
    power = _POWER.match(text, end)
    if power:
        exponent = int(next(g for g in power.groups() if g).translate(_RAISED))
        return Number(at, power.end(), value * 10.0**exponent, value)
    fraction = _fraction(text, at, end, value)
    if fraction:
        return scaled(text, fraction)
    end, value = _said(text, end, value)
    return scaled(text, Number(at, end, value, value))


def _spaced(text: str, at: int, loose: bool) -> Number | None:
    """A number whose groups of three digits stand apart ("45 000", "1'250'000"), or None.

    Behind an ordinary space digits may be another number: "Boeing 747 300" and "May 5 300 people" are two.
    """
    found = _MARKED.match(text, at)
    if found:
        value = float(re.sub(r"\D", "", found.group()))
        return Number(at, found.end(), value, value)
    found = _SPACED.match(text, at)
    if not found or any(c.isdecimal() for c in text[max(0, at - 2) : at]):
        return None
    sure = loose or "\xa0" in found[1] or found[1].endswith(" 000") or found[1].count(" ") > 1
    behind = text[found.end() : found.end() + 1]
    if not sure and (_names_number(text, at) or behind == "-" or behind.isalpha()):
        return None
    value = float(re.sub(r"[ \xa0]", "", found.group()))
    return Number(at, found.end(), value, value)


def _names_number(text: str, at: int) -> bool:
    """Whether the word before a character may own the digits behind it: a name, a month, a label."""
    before = _LAST_WORD.search(text[max(0, at - _WORD_WINDOW) : at])
    if not before:
        return False
    word = before[1]
    return word[0].isdecimal() or (word[0].isupper() and word.lower() not in cues("opening"))


def _said(text: str, end: int, value: float) -> tuple[int, float]:
    """Where a number ends with "and a half" or a spoken decimal behind it, and its value."""
    part = read_part(text, end) if value == int(value) else None
    if part:
        return part[0], value + part[1]
    point = _SPOKEN.match(text, end)
    return (point.end(), float(f"{value:.0f}.{point[1]}")) if point else (end, value)


def _fraction(text: str, at: int, end: int, value: float) -> Number | None:
    """Written fractions: "1/2", "2 1/2", "2½". A date ("9/11") is none: its denominator is not usual."""
    if text[end : end + 1] == "/":
        under = _DIGITS.match(text, end + 1)
        if under and under.group().isdecimal() and text[under.end() : under.end() + 1] != "/":
            below = int(under.group())
            usual = below in _DENOMINATORS or text.startswith(" of ", under.end())
            if usual and 0 < value < below and value == int(value):
                return Number(at, under.end(), value / below, value / below, part=True)
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


def scale_behind(text: str, at: int) -> bool:
    """Whether a magnitude in words stands behind a character ("$4bn [trillion]")."""
    gap = _SCALE_GAP.match(text, at)
    return gap is not None and scales().match(text, gap.end()) is not None


def scaled(text: str, number: Number) -> Number:
    """The number with the magnitudes behind it: words, abbreviations, or one letter attached."""
    end, factor, letter = number.end, 1.0, False
    for _ in range(2):
        gap = _SCALE_GAP.match(text, end)
        found = scales().match(text, gap.end() if gap else end)
        if not found:
            break
        word = found.group().lower()
        more, kind = lexicon()[word if word in lexicon() and lexicon()[word][1] != "vague" else word[:-1]]
        factor, end = factor * more, found.end()
        if kind == "abbreviation":
            break
    if factor == 1:
        found = _LETTER.match(text, end)
        if found:
            factor, end, letter = lexicon()[found[1].lower()][0], found.end(), True
    return replace(number, end=end, value=_tidy(number.value * factor), magnitude=factor, letter=letter)


def _tidy(value: float) -> float:
    """The value without what binary multiplication adds (1.13 * 10^9)."""
    return float(f"{value:.12g}")
