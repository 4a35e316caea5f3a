"""Dates in figures alone ("12.05.2004", "5/12/04"): the grammar finds them, dateparser reads them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from claimwire.layers.times.resolve.years import two_digit_year
from claimwire.lexicon import words

_SIGNS = re.compile(r"[./-]")
_FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/])")
_READ_AHEAD = 20_000  # characters searched for marks of the article's order


def is_numeric(word: str) -> bool:
    """Whether a scanned word is a date in figures."""
    return word[:1].isdecimal() and len(_SIGNS.findall(word)) == 2


def day_first(text: str) -> bool:
    """Whether an article writes the day before the month.

    Its own clear dates decide (only a day can be above 12), then a British or other mark of
    `time_day_first.txt`; without one the month is first, as in American news.
    """
    head = text[:_READ_AHEAD]
    for first, sign, second in _FIGURES.findall(head):
        if sign == "/" and (int(first) > 12) != (int(second) > 12):
            return int(first) > 12
    return any(_marks(mark, head) for mark in words("time_day_first"))


def _marks(mark: str, text: str) -> bool:
    if mark.isupper():  # a dateline stands at the head of a line
        return re.search(rf"^[ \t]*{mark}\b", text, re.MULTILINE) is not None
    return mark in text


@lru_cache(maxsize=4096)
def read_numeric(word: str, british: bool) -> date | None:
    """The day of a date in figures, None where the calendar has no such day.

    Dots are the continental form, whose day is always first; a number above 12 is the day.
    """
    import dateparser  # slow to import, and few texts have such dates

    parts = _SIGNS.split(word)
    if len(parts[0]) == 4:
        order = "YMD"
    else:
        if "." in word and int(parts[1]) > 12:
            return None
        first = british or "." in word or int(parts[0]) > 12
        order = "DMY" if first and int(parts[1]) <= 12 else "MDY"
        if len(parts[2]) == 2:
            parts[2] = str(two_digit_year(int(parts[2])))
    settings = {"DATE_ORDER": order, "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    found = dateparser.parse("/".join(parts), languages=["en"], settings=settings)
    return found.date() if found else None
