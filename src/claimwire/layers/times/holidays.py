"""The day of a named holiday in a year."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from claimwire.layers.times.grammar import phrase_words
from claimwire.lexicon import table


@cache
def _rules() -> dict[str, str]:
    return {" ".join(phrase_words(row["phrase"])): row["day"] for row in table("time_holidays")}


def holiday_in(text: str, year: int) -> date | None:
    """The day in a year of the longest holiday name in a text; None if it names none or the year has none."""
    names = [name for name in _rules() if f" {name} " in f" {text} "]
    return _day(_rules()[max(names, key=len)], year) if names else None


@cache
def _day(rule: str, year: int) -> date | None:
    if not 1600 <= year <= 2200:
        return None
    if rule.startswith("easter"):
        from dateutil.easter import easter

        sunday: date = easter(year)
        return sunday + timedelta(int(rule[6:]))
    if ">" in rule:
        weekday, _, after = rule.partition(">")
        first = date(year, *map(int, after.split("-")))
        return first + timedelta((int(weekday) - first.isoweekday()) % 7)
    country, _, name = rule.partition(":")
    if name:
        from holidays import country_holidays

        days = country_holidays(country, years=year, observed=False, language="en_US")
        return next((d for d, n in sorted(days.items()) if name in n), None)
    month, day = rule.split("-")
    return date(year, int(month), int(day))
