"""Days and weeks beyond the next one, or beside another day.

"Friday of last week", "the week before last", "a week on Sunday", "the Saturday before Easter".
"""

from __future__ import annotations

from dataclasses import replace

from claimwire.layers.times import period as cal
from claimwire.layers.times.numbers import amount
from claimwire.layers.times.numeric import is_numeric
from claimwire.layers.times.period import Period
from claimwire.layers.times.resolve.calendar import read_month, read_season
from claimwire.layers.times.resolve.counted import ordinal_of, split_at
from claimwire.layers.times.resolve.days import day_word, read_day, read_full, read_holiday, read_weekday
from claimwire.layers.times.resolve.durations import unit_of
from claimwire.layers.times.resolve.reading import (
    Context,
    Reading,
    TimeMention,
    dated,
    edge_mod,
    unanchored,
)
from claimwire.layers.times.resolve.relative import beside


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
    what, where = split_at(mention, at)
    day = _day_named(where, context)
    if day is None or day.period is None or day.period.grain != "day":
        return None
    side = 1 if mention.words[at] == "after" else -1
    unit = unit_of(what)
    if weekday := int(what.get("weekday") or 0):
        gap = (side * (weekday - day.period.start.isoweekday())) % 7 or 7
        return dated(day.period.shift(side * (gap + 7 * (max(ordinal_of(what), 1) - 1))))
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
