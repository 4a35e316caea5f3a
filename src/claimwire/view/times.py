"""TIMEX3 values in words: "2026-W05" as "week 5 of 2026", "P3M" as "3 months"."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimwire.records import Date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "some time past", "FUTURE_REF": "some time to come"}
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century", "Q": "quarter"}
CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
MODS = {
    "START": "start of",
    "MID": "middle of",
    "END": "end of",
    "APPROX": "about",
    "MORE_THAN": "more than",
    "LESS_THAN": "less than",
    "EQUAL_OR_MORE": "at least",
    "EQUAL_OR_LESS": "at most",
}
Words = Callable[[re.Match[str]], str]


def _month(number: str) -> str:
    return MONTHS[(int(number) - 1) % 12]


def _count(number: str, unit: str) -> str:
    if number == "1":
        return f"1 {unit}"
    return f"{number} {'centuries' if unit == 'century' else unit + 's'}"


def _clock(found: re.Match[str]) -> str:
    return f"{_day(found[1])}, {PARTS_OF_DAY.get(found[2]) or found[2]}"


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)} {_month(month)} {year}"


# forms whose days are not plain from the words alone: the days are told with them
_SPANNING: list[tuple[str, Words]] = [
    (r"(\d{4})-Q([1-4])", lambda m: f"Q{m[2]} {m[1]}"),
    (r"(\d{4})-H([12])", lambda m: f"{'first' if m[2] == '1' else 'second'} half of {m[1]}"),
    (r"(\d{4})-W(\d\d)", lambda m: f"week {int(m[2])} of {m[1]}"),
    (r"(\d{4})-W(\d\d)-WE", lambda m: f"weekend of week {int(m[2])} of {m[1]}"),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda m: f"{SEASONS[m[2]]} {m[1]}"),
]
_PLAIN: list[tuple[str, Words]] = [
    (r"(\d{4}-\d\d-\d\d)", lambda m: _day(m[1])),
    (r"(\d{4}-\d\d-\d\d)T([A-Z]{2}|\d\d(?::\d\d)*)", _clock),
    (r"(\d{4})-(\d\d)", lambda m: f"{_month(m[2])} {m[1]}"),
    (r"(\d{3})", lambda m: f"the {m[1]}0s"),
    (r"P(\d+(?:\.\d+)?)(DE|CE|Y|M|W|D|Q)", lambda m: _count(m[1], UNITS[m[2]])),
    (r"PT(\d+(?:\.\d+)?)([HMS])", lambda m: _count(m[1], CLOCK_UNITS[m[2]])),
]


def value_words(value: str) -> tuple[str, bool]:
    """A TIMEX3 value in words, and whether its days should be told with them; other values as they stand."""
    for forms, spanning in ((_SPANNING, True), (_PLAIN, False)):
        for form, words in forms:
            if found := re.fullmatch(form, value):
                return words(found), spanning
    return REFERENCES.get(value, value), False


def date_words(date: Date) -> str:
    """A time expression as what it names: "week 5 of 2026 (26 January to 1 February 2026)"."""
    words, spanning = value_words(date.value)
    said = " ".join(part for part in (MODS.get(date.mod or ""), words) if part)
    if not date.anchored:
        return f"{said} (no publication date known)"
    tied = date.type == "DURATION" or spanning
    if tied and date.earliest and date.latest and date.earliest != date.latest:
        return f"{said} ({days_words(date.earliest, date.latest)})"
    return said


def days_words(earliest: str, latest: str) -> str:
    """Two ISO dates as a period: "26 January to 1 February 2026"."""
    begin = _day(earliest)
    if earliest[:4] == latest[:4]:
        begin = begin.rpartition(" ")[0]
    return f"{begin} to {_day(latest)}"
