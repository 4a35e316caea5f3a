"""Durations and sets."""

from __future__ import annotations

import re
from functools import cache

from claimwire.layers.times import period as cal
from claimwire.layers.times.grammar import phrase_words
from claimwire.layers.times.numbers import amount, plain
from claimwire.layers.times.resolve.reading import Context, Reading, TimeMention, dated
from claimwire.lexicon import table
from claimwire.records import TimexMod

CODES = {"second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "weekend": "{}WE",
         "week": "{}W", "month": "{}M", "quarter": "{}Q", "year": "{}Y", "decade": "{}DE", "century": "{}CE",
         "millennium": "{}ML"}  # fmt: skip


def duration_value(number: float | None, unit: str) -> str:
    """TIMEX3 duration: "P30Y", "PT2H"; "PXD" where the number is vague."""
    if unit == "fortnight":
        unit, number = "week", number and number * 2
    return "P" + CODES[unit].format("X" if number is None else plain(number))


def unit_of(mention: TimeMention) -> str:
    """The granularity of the last unit word of a mention."""
    values = mention.alphabet.values
    for word in reversed(mention.words):
        for cls in ("unit", "units"):
            if (word, cls) in values:
                return values[word, cls]
    return "day"


def bound(mention: TimeMention) -> TimexMod | None:
    """The modifier of an amount: "nearly", "at least", "or so"."""
    text = f" {' '.join(mention.words)} "
    return next((mod for phrase, mod in _modifiers() if phrase in text), None)


@cache
def _modifiers() -> tuple[tuple[str, TimexMod], ...]:
    rows = [(f" {' '.join(phrase_words(r['phrase']))} ", r["mod"]) for r in table("time_modifiers")]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))  # type: ignore[arg-type]


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


def read_amount(mention: TimeMention, context: Context) -> Reading | None:
    """ "more than 30 years", "the first nine months"."""
    unit = unit_of(mention)
    number = amount(mention.words, mention.alphabet)
    if mention.words == ["one", "day"] and mention.tense() == "future":
        return Reading("DATE", "FUTURE_REF")
    if number and unit == "year" and any(_is_year(w) for w in mention.words):
        return None
    return Reading("DURATION", duration_value(number, unit), bound(mention))


def read_vague(mention: TimeMention, context: Context) -> Reading:
    """ "weeks", "for decades": no number."""
    return Reading("DURATION", duration_value(None, unit_of(mention)))


def read_recent(mention: TimeMention, context: Context) -> Reading:
    """ "recent years", "the coming weeks": a vague stretch beside the present."""
    future = mention.word("next") is not None or mention.has("ahead")
    return Reading("DATE", "FUTURE_REF" if future else "PAST_REF")


def read_age(mention: TimeMention, context: Context) -> Reading | None:
    """ "aged 30", "under-18s": ages are durations in years."""
    words = [w.rstrip("s") if w[0].isdecimal() else w for w in mention.words]
    number = amount(words, mention.alphabet)
    if number is None or number > 120:
        return None
    return Reading("DURATION", duration_value(number, "year"), bound(mention))


def read_seasons(mention: TimeMention, context: Context) -> Reading | None:
    """ "Two seasons": a season of a sport is a year; "the 2016 season" is that year."""
    year = int(mention.words[0]) if re.fullmatch(r"(?:19|20)\d\d", mention.words[0]) else None
    if year and mention.words[-1] == "season":
        return dated(cal.year(year))
    return Reading(
        "DURATION", duration_value(amount(mention.words, mention.alphabet), "year"), bound(mention)
    )


def read_first(mention: TimeMention, context: Context) -> Reading:
    """The first end of a range, whose unit stands behind the second: "12 to 18 months"."""
    outer = TimeMention("", "", mention.outer, [], 0, 0, mention.alphabet)
    return Reading(
        "DURATION", duration_value(amount(mention.words, mention.alphabet), unit_of(outer)), bound(mention)
    )


def read_every(mention: TimeMention, context: Context) -> Reading | None:
    """ "every three years", "each Thursday", "Tuesday nights"."""
    weekday = mention.get("weekday") or mention.get("weekdays")
    part = mention.get("daypart") or mention.get("dayparts")
    if weekday:
        return Reading("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if mention.get("month"):
        return Reading("SET", f"XXXX-{int(mention.get('month') or 0):02d}")
    if mention.get("season"):
        return Reading("SET", f"XXXX-{mention.get('season')}")
    if part:
        return Reading("SET", f"XXXX-XX-XXT{part}")
    words = mention.words[1:]
    number = 2.0 if "other" in words else amount(words, mention.alphabet)
    if number is None:
        number = float(mention.get("ordinal") or 1)
    return Reading("SET", duration_value(number, unit_of(mention)))


def read_frequency(mention: TimeMention, context: Context) -> Reading:
    """ "annual", "weekly"."""
    return Reading("SET", mention.get("frequency") or "")


def read_rate(mention: TimeMention, context: Context) -> Reading:
    """ "a day" in "a million barrels a day"."""
    return Reading("SET", duration_value(1, unit_of(mention)))
