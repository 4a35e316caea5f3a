"""Times of day: clock times and parts of the day."""

from __future__ import annotations

import re
from dataclasses import replace

from claimwire.layers.times import period as cal
from claimwire.layers.times.numbers import amount, number_word, plain
from claimwire.layers.times.period import CalendarError, Period
from claimwire.layers.times.resolve.days import day_word, read_full, weekday_near
from claimwire.layers.times.resolve.durations import bound
from claimwire.layers.times.resolve.reading import Context, Reading, TimeMention, edge_mod
from claimwire.layers.times.resolve.relative import relation
from claimwire.records import TimexMod

_DOTTED = re.compile(r"\d{1,2}\.\d\d")
UNKNOWN_DAY = "XXXX-XX-XX"


def read_clock(mention: TimeMention, context: Context) -> Reading | None:
    """ "7:15 p.m. EST", "noon Thursday", "5 o'clock"."""
    time = clock_value(mention)
    return _at(mention, context, time, bound(mention)) if time else None


def read_daypart(mention: TimeMention, context: Context) -> Reading | None:
    """ "this morning", "Thursday night", "late yesterday afternoon"."""
    part = mention.get("daypart") or "NI"
    return _at(mention, context, f"T{part}", edge_mod(mention))


def read_past(mention: TimeMention, context: Context) -> Reading | None:
    """ "Half past six", "a quarter to nine", "ten minutes past five"."""
    at = next(i for i, w in enumerate(mention.words) if w in ("past", "to", "after"))
    hour = number_word(mention.words[at + 1], mention.alphabet)
    before = mention.words[:at]
    minutes = 30 if "half" in before else 15 if "quarter" in before else amount(before, mention.alphabet)
    if hour is None or minutes is None or not 0 < minutes < 60 or not 0 <= hour <= 24:
        return None
    half = mention.get("ampm") or ("pm" if mention.has("afternoon", "evening", "night") else "")
    whole = int(hour) % 12 + 12 * (half == "pm") if half else int(hour)
    total = (60 * whole + (-1 if "to" in mention.words else 1) * int(minutes)) % (24 * 60)
    day = replace(mention, words=mention.words[at + 1 :])  # "past" would be a relation
    return _at(day, context, f"T{total // 60:02d}:{total % 60:02d}", None)


def read_first_clock(mention: TimeMention, context: Context) -> Reading | None:
    """The first end of "5 to 6pm", "11 - 1.30 p.m.": it lies in the half day before the second."""
    hour, minute = _hour(mention.words[0], mention)
    behind = replace(mention, words=mention.outer[2:], outer=[])
    half = (
        _half_behind(replace(mention, following=tuple(mention.outer[1:])), hour) if hour is not None else None
    )
    if hour is None or half is None or minute > 59:
        return None
    return _at(behind, context, f"T{hour % 12 + 12 * (half == 'pm'):02d}:{minute:02d}", None)


def read_early_hours(mention: TimeMention, context: Context) -> Reading | None:
    """ "The early hours of Thursday"."""
    return _at(mention, context, "TMO", "START")


def read_lap_time(mention: TimeMention, context: Context) -> Reading | None:
    """ "2:03:04", "3:43.13": hours, minutes and seconds; of two parts the last are seconds."""
    parts = mention.words[0].split(":")
    if len(parts) == 2:
        parts = [*parts, "0"] if "marathon" in mention.following else ["0", *parts]
    told = [f"{plain(float(n))}{unit}" for n, unit in zip(parts, "HMS", strict=True) if float(n)]
    return Reading("DURATION", "PT" + "".join(told)) if told else None


def _at(mention: TimeMention, context: Context, time: str, mod: TimexMod | None) -> Reading | None:
    try:
        day = _day_of(mention, context)
    except CalendarError:
        return None
    if day is None:
        return Reading("TIME", UNKNOWN_DAY + time, mod, anchored=False)
    return Reading("TIME", day.start.isoformat() + time, mod, replace(day, time=time))


def _day_of(mention: TimeMention, context: Context) -> Period | None:
    """The day named beside the time, else the day last mentioned, else that of the publication."""
    published = cal.of("day", context.published) if context.published else None
    if mention.word("dayword"):
        return day_word(mention, context.published) if context.published else None
    if (
        mention.get("month")
        or mention.get("monthabbr")
        or any("/" in w or w.count("-") == 2 for w in mention.words)
    ):
        reading = read_full(mention, context)
        return reading.period if reading else None
    weekday = mention.get("weekday") or mention.get("weekdayabbr")
    if weekday:
        return weekday_near(mention, published, int(weekday)) if published else None
    if mention.word("dayword2") or mention.word("this"):
        return published
    shift, anaphoric = relation(mention)
    if anaphoric:
        base = context.day or published
        return base.shift(shift) if base else None
    if shift:
        return published.shift(shift) if published else None
    return context.day or published


def clock_value(mention: TimeMention) -> str | None:
    """TIMEX3 clock time, "T19:15" with "Z" for GMT; None where the words name no hour of a day."""
    values = mention.alphabet.values
    zone = "Z" if mention.has("gmt", "utc") else ""
    for i, word in enumerate(mention.words):
        if (word, "point") in values:
            return values[word, "point"]
        hour, minute = _hour(word, mention)
        if hour is None or not _is_time(mention, i):
            continue
        half = mention.get("ampm") or _half_behind(mention, hour)
        late = half == "pm" or mention.has("afternoon", "evening", "night")
        if late and hour < 12 and not mention.has("midnight"):
            hour += 12
        if half == "am" and hour == 12:
            hour = 0
        return f"T{hour:02d}:{minute:02d}{zone}" if hour < 25 and minute < 60 else None
    return None


_JOINING = frozenset({"-", "–", "to", "and", "until", "till"})


def _half_behind(mention: TimeMention, hour: int) -> str | None:
    """ "On Tuesday at 2:00 - 2:30 pm": the half of the day that the second end tells."""
    behind = mention.following
    if len(behind) < 3 or behind[0] not in _JOINING or hour > 12:
        return None
    half = mention.alphabet.values.get((behind[2], "ampm"))
    second, _ = _hour(behind[1], mention)
    if half is None or second is None or second > 12:
        return None
    return half if hour % 12 <= second % 12 else "am" if half == "pm" else "pm"


def _is_time(mention: TimeMention, i: int) -> bool:
    word, behind = mention.words[i], mention.words[i + 1 : i + 3]
    if ":" in word or _DOTTED.fullmatch(word) or not behind:
        return ":" in word or _DOTTED.fullmatch(word) is not None
    if len(word) == 4 and word.isdecimal():
        return (behind[0], "zone") in mention.alphabet.values or behind[1:] == ["time"]
    return (
        (behind[0], "ampm") in mention.alphabet.values or behind[0].startswith("o") or behind == ["in", "the"]
    )


def _hour(word: str, mention: TimeMention) -> tuple[int | None, int]:
    for mark in (":", ".", "h"):
        if word[0].isdecimal() and mark in word:
            hour, minute = word.split(mark)[:2]
            return int(hour), int(minute)
    if len(word) == 4 and word.isdecimal():
        return int(word[:2]), int(word[2:])
    number = number_word(word, mention.alphabet)
    return (int(number), 0) if number is not None and number == int(number) else (None, 0)
