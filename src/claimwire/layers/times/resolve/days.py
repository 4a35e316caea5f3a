"""Days: deictic words, weekdays, dates, holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claimwire.layers.times import period as cal
from claimwire.layers.times.holidays import holiday_in
from claimwire.layers.times.numeric import is_numeric, read_numeric
from claimwire.layers.times.period import CalendarError, Period
from claimwire.layers.times.resolve.choose import nearest
from claimwire.layers.times.resolve.reading import Context, Reading, TimeMention, dated, edge_mod, unanchored
from claimwire.layers.times.resolve.years import related_year, two_digit_year, year_in
from claimwire.lexicon import table
from claimwire.records import TimexMod

# A holiday nearer than so many days is the one that is spoken of, whatever the tense
HOLIDAY_REACH = 30


def read_day(mention: TimeMention, context: Context) -> Reading:
    """ "today", "late yesterday"."""
    mod = edge_mod(mention)
    if context.published is None:
        return unanchored("day", mod)
    return dated(day_word(mention, context.published), mod)


def day_word(mention: TimeMention, published: date) -> Period:
    """The day that "today", "yesterday" or "tomorrow" names."""
    return cal.of("day", published).shift(int(mention.get("dayword") or 0))


def read_weekday(mention: TimeMention, context: Context) -> Reading:
    """ "Wednesday", "last Friday", "the previous Monday"."""
    wanted = int(mention.get("weekday") or mention.get("weekdayabbr") or 1)
    mod = edge_mod(mention)
    anaphoric = mention.word("prior") or mention.word("following") or mention.word("same")
    if anaphoric and context.day:
        return dated(_beside(mention, context.day, wanted), mod)
    if context.published is None:
        return Reading("DATE", f"XXXX-WXX-{wanted}", mod, anchored=False)
    return dated(weekday_near(mention, cal.of("day", context.published), wanted), mod)


def _beside(mention: TimeMention, day: Period, wanted: int) -> Period:
    gap = (wanted - day.start.isoweekday()) % 7
    if mention.word("same"):
        return day if gap == 0 else day.shift(gap - 7)
    if mention.word("prior"):
        return day.shift(gap - 7)
    return day.shift(gap or 7)


def weekday_near(mention: TimeMention, published: Period, wanted: int) -> Period:
    """The weekday a reader of that day understands: by "last", "next", by tense; the day itself counts."""
    gap = (wanted - published.start.isoweekday()) % 7
    if mention.word("last"):
        return published.shift(gap - 7)
    if mention.word("next"):
        return published.shift(gap or 7)
    if mention.word("this"):
        return published.shift(wanted - published.start.isoweekday())
    if mention.tense() in ("future", "present"):
        return published.shift(gap)
    return published.shift(gap - 7 if gap else 0)


def read_full(mention: TimeMention, context: Context) -> Reading | None:
    """ "Oct. 5", "5 October 2004", "Friday, March 3", "2004-05-06"."""
    mod = edge_mod(mention)
    try:
        return _full(mention, context, mod)
    except CalendarError:
        return None


def _full(mention: TimeMention, context: Context, mod: TimexMod | None) -> Reading | None:
    figures = next((w for w in mention.words if is_numeric(w)), None)
    if figures:
        day_of = read_numeric(figures, context.day_first())
        return dated(cal.of("day", day_of), mod) if day_of else None
    month, day = month_day(mention)
    if not month or not day:
        return None
    year = year_in(mention) or year_in(replace(mention, words=mention.outer)) or _short_year(mention.words)
    if year:
        return dated(cal.day(year, month, day), mod)
    cal.day(2000, month, day)  # a day no year has is no date
    if context.published is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", mod, anchored=False)
    year = _year_of_event(f"{month:02d}-{day:02d}", mention)
    if year and year <= context.published.year:
        return dated(cal.day(year, month, day), mod)
    weekday = mention.get("weekday")
    found = nearest(lambda y: cal.day(y, month, day), context.published, mention.tense(), weekday)
    return dated(found, mod) if found else None


def _year_of_event(day: str, mention: TimeMention) -> int | None:
    """The year of a day that the words behind it make an event of: "the Sept. 11 attacks"."""
    rows = (row for row in table("time_day_events") if row["day"] == day)
    near = set(mention.following[:_EVENT_REACH])
    return next((int(row["year"]) for row in rows if not near.isdisjoint(row["words"].split())), None)


# Words behind a day in which the event is named: "the Sept. 11 terrorist attacks"
_EVENT_REACH = 2


def _short_year(words: list[str]) -> int | None:
    """The year of "19-Nov-12"."""
    short = len(words) > 4 and words[-4:-1:2] == ["-", "-"] and len(words[-1]) == 2 and words[-1].isdecimal()
    return two_digit_year(int(words[-1])) if short else None


def read_range_start(mention: TimeMention, context: Context) -> Reading | None:
    """An end of "27-28 January", "24, 25 and 26 May": month and year stand behind the last one."""
    behind = mention.outer[len(mention.words) :]
    at = next((i for i, word in enumerate(behind) if _month(word, mention)), 0)
    return read_full(replace(mention, words=[*mention.words, *behind[at:]], outer=[]), context)


def read_first_of_two(mention: TimeMention, context: Context) -> Reading | None:
    """The first end of "20 December to 3 January 2025": its year stands behind the second."""
    second = replace(mention, words=mention.outer[len(mention.words) :], outer=[])
    year = year_in(second)
    if year is None:
        return read_full(mention, context)
    month, day = month_day(replace(mention, outer=[]))
    if (month, day) > month_day(second):
        year -= 1
    return dated(cal.day(year, month, day))


def read_named(mention: TimeMention, context: Context) -> Reading | None:
    """ "9/11": a day that is known by its figures."""
    named = {row["name"]: row["day"] for row in table("time_named_days")}
    return replace(dated(cal.of("day", date.fromisoformat(named[mention.words[0]]))), aside=True)


def read_week_of(mention: TimeMention, context: Context) -> Reading | None:
    """ "the week of March 6"."""
    day = read_full(mention, context)
    unit = mention.get("unit")
    if day is None or day.period is None or unit not in ("week", "weekend"):
        return None
    return dated(cal.of(unit, day.period.start))


def month_day(mention: TimeMention) -> tuple[int, int]:
    """Month and day of the month; 0 where one is missing."""
    words = mention.words if mention.word("month") or mention.word("monthabbr") else mention.outer
    at = next((i for i, w in enumerate(words) if _month(w, mention)), None)
    if at is None:
        return 0, 0
    month = _month(words[at], mention)
    if words is mention.outer:  # the second end of "May 3-5"
        return month, day_number(mention.words[0], mention)
    if words[at - 1 : at] == ["-"] and at > 1 and words[at + 1 : at + 2] == ["-"]:  # 19-Nov-12
        return month, day_number(words[at - 2], mention)
    beside = words[at + 1 : at + 3] + words[max(0, at - 2) : at][::-1]
    return month, next((d for w in beside if (d := day_number(w, mention))), 0)


def _month(word: str, mention: TimeMention) -> int:
    values = mention.alphabet.values
    return int(values.get((word, "month")) or values.get((word, "monthabbr")) or 0)


def day_number(word: str, mention: TimeMention) -> int:
    """The day of the month that a word names; 0 where it names none."""
    if word[0].isdecimal():
        digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
        number = int(digits) if digits.isdecimal() else 0
    else:
        number = int(mention.alphabet.values.get((word, "ordinal"), 0))
    return number if 1 <= number <= 31 else 0


def read_holiday(mention: TimeMention, context: Context) -> Reading | None:
    """ "Christmas Day", "last Thanksgiving", "Easter 2004"."""
    text = " ".join(mention.words)
    year = year_in(mention) or related_year(mention, context, "year")
    if year:
        day = holiday_in(text, year)
        return _around(mention, day) if day else None
    if context.published is None:
        return Reading("DATE", "XXXX-XX-XX", anchored=False)
    return _near_holiday(mention, text, context.published)


def _around(mention: TimeMention, day: date) -> Reading:
    """The holiday itself, or the weekend or week that bears its name."""
    grain = next((u for u in ("weekend", "week") if mention.has(u)), "day")
    return dated(cal.of(grain, day))


def _near_holiday(mention: TimeMention, text: str, published: date) -> Reading | None:
    tense = "past" if mention.word("last") else "future" if mention.word("next") else mention.tense()
    days = [d for y in (-1, 0, 1) if (d := holiday_in(text, published.year + y))]
    nearest_one = min(days, key=lambda d: abs(d - published), default=None)
    if nearest_one and abs(nearest_one - published).days > HOLIDAY_REACH and tense in ("past", "future"):
        days = [d for d in days if (d <= published) == (tense == "past")] or days
    best = min(days, key=lambda d: abs(d - published), default=None)
    return _around(mention, best) if best else None
