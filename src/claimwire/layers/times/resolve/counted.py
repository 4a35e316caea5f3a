"""Days, weeks and months counted inside a longer period.

"The first Tuesday in November", "the last week of the month", "the 2nd of this month", "Mon 8th".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from claimwire.layers.times import period as cal
from claimwire.layers.times.period import CalendarError, Period
from claimwire.layers.times.resolve.calendar import read_century
from claimwire.layers.times.resolve.choose import distance, nearest
from claimwire.layers.times.resolve.days import (
    day_number,
)
from claimwire.layers.times.resolve.durations import unit_of
from claimwire.layers.times.resolve.reading import (
    Context,
    Reading,
    TimeMention,
    dated,
)
from claimwire.layers.times.resolve.relative import beside, read_the
from claimwire.layers.times.resolve.years import related_year, year_in
from claimwire.records import TimexMod

_MIDDLE = timedelta(3)  # from a week's first day to the middle that says to which month it belongs
_MONTHS_AROUND = range(-6, 7)


def nth_in(period: Period, grain: str, number: int, weekday: int = 0) -> Period | None:
    """The number-th (-1: last) day, weekday, week, weekend or month of a period; None where it has none.

    A week is of the month that holds most of its days; a weekend of the one that holds its Saturday.
    """
    if grain == "month":
        edge = period.end if number < 0 else period.start
        found = cal.of("month", edge).shift(max(number - 1, 0))
    elif grain == "week":
        day = period.end - _MIDDLE if number < 0 else period.start + _MIDDLE + timedelta(7 * (number - 1))
        found = cal.of("week", day)
        return found if period.contains(day) else None
    elif grain == "workday":
        found = _nth_workday(period, number)
    elif grain in ("day", "weekday", "weekend"):
        found = _nth_day(period, number, {"day": 0, "weekday": weekday, "weekend": 6}[grain])
    else:
        return None
    if not period.contains(found.start):
        return None
    return cal.of("weekend", found.start) if grain == "weekend" else found


def _nth_workday(period: Period, number: int) -> Period:
    """Of Mondays to Fridays; holidays are not known."""
    step = -1 if number < 0 else 1
    day = cal.of("day", period.end if number < 0 else period.start)
    left = abs(number)
    while True:
        left -= day.start.isoweekday() < 6
        if not left:
            return day
        day = day.shift(step)


def _nth_day(period: Period, number: int, weekday: int) -> Period:
    """weekday: ISO number, 0 for any day."""
    edge = cal.of("day", period.end if number < 0 else period.start)
    gap = weekday - edge.start.isoweekday() if weekday else 0
    if number < 0:
        return edge.shift(-(-gap % 7))
    return edge.shift(gap % 7 + (7 if weekday else 1) * (number - 1))


def read_nth(mention: TimeMention, context: Context) -> Reading | None:
    """ "The first Tuesday in November", "the last week of the month", "the third weekend of July 2024"."""
    at = next(i for i, word in enumerate(mention.words) if word in ("of", "in"))
    what, where = split_at(mention, at)
    weekday = int(what.get("weekday") or 0)
    grain = "weekday" if weekday else unit_of(what)
    if grain == "day" and what.has("business", "working", "trading"):
        grain = "workday"
    number = ordinal_of(what)
    return _inside(where, context, lambda period: nth_in(period, grain, number, weekday))


def read_nth_after(mention: TimeMention, context: Context) -> Reading | None:
    """ "The first Tuesday after the first Monday in November"."""
    at = next(i for i, word in enumerate(mention.words) if word in ("after", "before"))
    what, where = split_at(mention, at)
    day = read_nth(where, context)
    if day is None or day.period is None:
        return day
    side = 1 if mention.words[at] == "after" else -1
    wanted, number = int(what.get("weekday") or 1), max(ordinal_of(what), 1)
    gap = (side * (wanted - day.period.start.isoweekday())) % 7 or 7
    return dated(day.period.shift(side * (gap + 7 * (number - 1))))


def split_at(mention: TimeMention, at: int) -> tuple[TimeMention, TimeMention]:
    """The words before and behind a preposition."""
    return replace(mention, words=mention.words[:at]), replace(mention, words=mention.words[at + 1 :])


def ordinal_of(mention: TimeMention) -> int:
    """The number that an ordinal names; -1 for "last", 1 where there is none."""
    if mention.has("last"):
        return -1
    return int(mention.get("ordinal") or next((d for w in mention.words if (d := day_number(w, mention))), 1))


def _inside(
    where: TimeMention, context: Context, pick: Callable[[Period], Period | None], mod: TimexMod | None = None
) -> Reading | None:
    """What is picked from the month or year that the words name; of a month without a year, from the one
    whose pick lies nearest."""
    month = int(where.get("month") or where.get("monthabbr") or 0)
    year = year_in(where) or related_year(where, context)
    if month and year is None:
        return _of_some_year(month, where, context, pick, mod)
    if year:
        found = pick(cal.month(year, month) if month else cal.year(year))
        return dated(found, mod) if found else None
    outer = around(where, context)
    if outer.period is None:
        return outer
    found = pick(outer.period)
    return dated(found, mod) if found else None


def _of_some_year(
    month: int,
    where: TimeMention,
    context: Context,
    pick: Callable[[Period], Period | None],
    mod: TimexMod | None,
) -> Reading | None:
    if context.published is None:
        return Reading("DATE", f"XXXX-{month:02d}", mod, anchored=False)

    def make(year: int) -> Period:
        found = pick(cal.month(year, month))
        if found is None:
            raise CalendarError(f"{year}-{month} has none")
        return found

    found = nearest(make, context.published, where.tense())
    return dated(found, mod) if found else None


def around(where: TimeMention, context: Context) -> Reading:
    """The period that "this month", "the month", "last week" name."""
    related = any(where.word(cls) for cls in ("last", "next", "this", "prior", "following", "same"))
    unit = unit_of(where)
    found = None if related else read_the(replace(where, after="", following=()), context)
    return found or beside(where, context, unit)


def read_day_of_month(mention: TimeMention, context: Context) -> Reading | None:
    """ "The 2nd of this month"."""
    what, where = split_at(mention, mention.words.index("of"))
    number = next((d for w in what.words if (d := day_number(w, mention))), 0)
    return _inside(where, context, lambda period: nth_in(period, "day", number)) if number else None


def read_half_of(mention: TimeMention, context: Context) -> Reading | None:
    """ "The second half of March", "the first half of this week": the period's START or END."""
    at = next(i for i, word in enumerate(mention.words) if word in ("of", "in"))
    what, where = split_at(mention, at)
    number = ordinal_of(what)
    if number not in (1, 2, -1):
        return None
    mod: TimexMod = "START" if number == 1 else "END"
    if where.has("century"):
        century = read_century(where, context)
        if century is not None:
            return replace(century, mod=mod)
    return _inside(where, context, lambda period: period, mod)


def read_weekday_number(mention: TimeMention, context: Context) -> Reading | None:
    """ "Mon 8th": the day of some month near by that is an 8th and a Monday."""
    wanted = int(mention.get("weekday") or mention.get("weekdayabbr") or 1)
    number = next((d for w in reversed(mention.words) if (d := day_number(w, mention))), 0)
    if context.published is None:
        return Reading("DATE", f"XXXX-XX-{number:02d}", anchored=False)
    found = []
    for shift in _MONTHS_AROUND:
        here = cal.of("month", context.published).shift(shift)
        day = nth_in(here, "day", number)
        if day and day.start.isoweekday() == wanted:
            found.append(day)
    published, tense = context.published, mention.tense()
    if tense:
        found = [d for d in found if (d.start <= published) == (tense == "past")] or found
    best = min(found, key=lambda d: distance(d, published), default=None)
    return dated(best) if best else None
