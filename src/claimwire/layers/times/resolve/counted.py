"""Days, weeks and months counted inside a longer period, or beyond the next one.

"The first Tuesday in November", "Friday of last week", "the week before last", "the 2nd of this month".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from claimwire.layers.times import period as cal
from claimwire.layers.times.numbers import amount
from claimwire.layers.times.numeric import is_numeric
from claimwire.layers.times.period import CalendarError, Period
from claimwire.layers.times.resolve.calendar import read_century, read_month, read_season
from claimwire.layers.times.resolve.choose import distance, nearest
from claimwire.layers.times.resolve.days import (
    day_number,
    day_word,
    read_day,
    read_full,
    read_holiday,
    read_weekday,
)
from claimwire.layers.times.resolve.durations import unit_of
from claimwire.layers.times.resolve.reading import (
    Context,
    Reading,
    TimeMention,
    dated,
    edge_mod,
    unanchored,
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
    what, where = _split(mention, at)
    weekday = int(what.get("weekday") or 0)
    grain = "weekday" if weekday else unit_of(what)
    if grain == "day" and what.has("business", "working", "trading"):
        grain = "workday"
    number = _number(what)
    return _inside(where, context, lambda period: nth_in(period, grain, number, weekday))


def read_nth_after(mention: TimeMention, context: Context) -> Reading | None:
    """ "The first Tuesday after the first Monday in November"."""
    at = next(i for i, word in enumerate(mention.words) if word in ("after", "before"))
    what, where = _split(mention, at)
    day = read_nth(where, context)
    if day is None or day.period is None:
        return day
    side = 1 if mention.words[at] == "after" else -1
    wanted, number = int(what.get("weekday") or 1), max(_number(what), 1)
    gap = (side * (wanted - day.period.start.isoweekday())) % 7 or 7
    return dated(day.period.shift(side * (gap + 7 * (number - 1))))


def _split(mention: TimeMention, at: int) -> tuple[TimeMention, TimeMention]:
    """The words before and behind a preposition."""
    return replace(mention, words=mention.words[:at]), replace(mention, words=mention.words[at + 1 :])


def _number(mention: TimeMention) -> int:
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
    what, where = _split(mention, mention.words.index("of"))
    number = next((d for w in what.words if (d := day_number(w, mention))), 0)
    return _inside(where, context, lambda period: nth_in(period, "day", number)) if number else None


def read_half_of(mention: TimeMention, context: Context) -> Reading | None:
    """ "The second half of March", "the first half of this week": the period's START or END."""
    at = next(i for i, word in enumerate(mention.words) if word in ("of", "in"))
    what, where = _split(mention, at)
    number = _number(what)
    if number not in (1, 2, -1):
        return None
    mod: TimexMod = "START" if number == 1 else "END"
    if where.has("century"):
        century = read_century(where, context)
        if century is not None:
            return replace(century, mod=mod)
    return _inside(where, context, lambda period: period, mod)


def read_weekday_of(mention: TimeMention, context: Context) -> Reading | None:
    """ "Tuesday of last week", "Friday next week", "Monday of the week before last"."""
    wanted = int(mention.get("weekday") or 1)
    week = _week(mention, context)
    if week is None or week.period is None:
        return Reading("DATE", f"XXXX-WXX-{wanted}", edge_mod(mention), anchored=False)
    return dated(cal.of("day", week.period.start).shift(wanted - 1), edge_mod(mention))


def read_weekdays_of(mention: TimeMention, context: Context) -> Reading | None:
    """One of "Monday and Tuesday of last week": the week stands behind the last."""
    values = mention.alphabet.values
    last = max(i for i, word in enumerate(mention.outer) if (word, "weekday") in values)
    return read_weekday_of(replace(mention, words=[*mention.words, *mention.outer[last + 1 :]]), context)


def _week(mention: TimeMention, context: Context) -> Reading | None:
    if mention.has("before", "after"):
        return read_beyond(replace(mention, words=["week", *mention.words[-2:]]), context)
    at = next(i for i, w in enumerate(mention.words) if (w, "weekday") in mention.alphabet.values)
    return beside(replace(mention, words=mention.words[at + 1 :]), context, "week")


def read_beyond(mention: TimeMention, context: Context) -> Reading | None:
    """ "The week before last", "the Monday after next", "the summer before last"."""
    side = 1 if mention.has("after") else -1
    if context.published is None:
        weekday = mention.get("weekday")
        return Reading("DATE", f"XXXX-WXX-{weekday}", anchored=False) if weekday else unanchored("day")
    published = cal.of("day", context.published)
    if mention.get("weekday"):
        gap = (int(mention.get("weekday") or 0) - published.start.isoweekday()) % 7
        return dated(published.shift((gap or 7) + 7 if side > 0 else gap - 14))
    if mention.get("month") or mention.get("season"):
        return _year_beyond(mention, context, side)
    unit = unit_of(mention)
    if unit == "night":
        return dated(replace(published, time="TNI").shift(2 * side))
    if unit not in cal.PARTIAL:
        return None
    here = cal.of(unit, context.published)
    gone = unit == "weekend" and here.end < context.published
    return dated(here.shift(-1 if side < 0 and gone else 2 * side))


def _year_beyond(mention: TimeMention, context: Context, side: int) -> Reading | None:
    name = mention.word("month") or mention.word("season") or ""
    near = replace(mention, words=["next" if side > 0 else "last", name])
    found = read_month(near, context) if mention.get("month") else read_season(near, context)
    return dated(found.period.shift_years(side)) if found and found.period else found


def read_day_beyond(mention: TimeMention, context: Context) -> Reading | None:
    """ "The day after tomorrow", "the day before yesterday"."""
    if context.published is None:
        return unanchored("day")
    return dated(day_word(mention, context.published).shift(1 if mention.has("after") else -1))


def read_beside_day(mention: TimeMention, context: Context) -> Reading | None:
    """ "The week before Christmas", "the day after last Tuesday", "the Sunday before Easter"."""
    at = next(i for i, word in enumerate(mention.words) if word in ("before", "after"))
    what, where = _split(mention, at)
    day = _day_named(where, context)
    if day is None or day.period is None or day.period.grain != "day":
        return None
    side = 1 if mention.words[at] == "after" else -1
    unit = unit_of(what)
    if weekday := int(what.get("weekday") or 0):
        gap = (side * (weekday - day.period.start.isoweekday())) % 7 or 7
        return dated(day.period.shift(side * (gap + 7 * (max(_number(what), 1) - 1))))
    if unit == "night":
        return dated(Period("day", day.period.start, "TNI").shift(side))
    return dated(cal.of(unit, day.period.start).shift(side))


def _day_named(where: TimeMention, context: Context) -> Reading | None:
    if where.word("dayword"):
        return read_day(where, context)
    if where.get("month") or where.get("monthabbr") or any(is_numeric(w) for w in where.words):
        return read_full(where, context)
    if where.get("weekday") or where.get("weekdayabbr"):
        return read_weekday(where, context)
    return read_holiday(where, context)


def read_weekday_week(mention: TimeMention, context: Context) -> Reading | None:
    """ "Friday week": a week behind the next Friday. "A week on Sunday", "a week today"."""
    if context.published is None:
        return unanchored("day")
    published = cal.of("day", context.published)
    weeks = int(amount(mention.words, mention.alphabet) or 1) * (2 if mention.has("fortnight") else 1)
    if mention.word("dayword"):
        return dated(day_word(mention, context.published).shift(7 * weeks))
    gap = (int(mention.get("weekday") or 1) - published.start.isoweekday()) % 7
    return dated(published.shift(gap + 7 * weeks))


def read_ago_day(mention: TimeMention, context: Context) -> Reading | None:
    """ "A week ago Monday", "ten years ago today"."""
    if context.published is None:
        return unanchored("day")
    number = int(amount(mention.words[: mention.words.index("ago")], mention.alphabet) or 1)
    if mention.word("dayword"):
        return dated(_back(day_word(mention, context.published), unit_of(mention), number))
    published = cal.of("day", context.published)
    gap = (int(mention.get("weekday") or 1) - published.start.isoweekday()) % 7
    return dated(published.shift((gap - 7 if gap else 0) - 7 * number))


def _back(day: Period, unit: str, number: int) -> Period:
    days = {"day": 1, "week": 7, "fortnight": 14}
    if unit in days:
        return day.shift(-days[unit] * number)
    return replace(day, start=cal.add_months(day.start, -number * cal.MONTHS_OF.get(unit, 1)))


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
