"""How values are compared: numbers, durations, names."""

from __future__ import annotations

import re
from typing import Any

_HOURS = {"Y": 365.25 * 24, "M": 365.25 * 2, "W": 168, "D": 24, "DE": 3652.5 * 24, "CE": 36525 * 24}
_CLOCK = {"H": 1.0, "M": 1 / 60, "S": 1 / 3600}
_DAYS_FORM = re.compile(r"P(\d+(?:\.\d+)?)(DE|CE|Y|M|W|D)")
_CLOCK_FORM = re.compile(r"PT(\d+(?:\.\d+)?)([HMS])")
_TITLE = re.compile(r"^(the|a|an|mr|mrs|ms|dr|sir)\s+")


def same_number(a: float | None, b: float | None) -> bool:
    """Equal to a millionth, or both absent."""
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))


def amount(quantity: dict[str, Any]) -> tuple[str, str, str]:
    """Value and ends of a quantity, to nine digits."""
    value, low, high = (_digits(quantity.get(key)) for key in ("value", "low", "high"))
    return value, low, high


def _digits(number: float | None) -> str:
    return "" if number is None else f"{number:.9g}"


def timex(value: str | None) -> float | str | None:
    """A TIMEX3 value to compare: durations of one unit in hours (P12M is P1Y), others as they stand."""
    if found := _DAYS_FORM.fullmatch(value or ""):
        return round(float(found[1]) * _HOURS[found[2]], 3)
    if found := _CLOCK_FORM.fullmatch(value or ""):
        return round(float(found[1]) * _CLOCK[found[2]], 5)
    return value


def name(text: str | None) -> str:
    """A name to compare: case, punctuation, article and title do not count."""
    return _TITLE.sub("", re.sub(r"\W+", " ", text or "").strip().lower())
