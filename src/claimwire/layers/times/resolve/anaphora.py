"""Times counted from another time: "two years ago", "a week later", "the same period last year"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from claimwire.layers.times import period as cal
from claimwire.layers.times.grammar import phrase_words
from claimwire.layers.times.numbers import amount
from claimwire.layers.times.period import PARTIAL, Period
from claimwire.layers.times.resolve.durations import bound, duration_value, unit_of
from claimwire.layers.times.resolve.reading import Context, Reading, TimeMention, dated, edge_mod, unanchored
from claimwire.layers.times.resolve.years import related_year, year_in
from claimwire.lexicon import table
from claimwire.records import TimexMod

# How far back a report's quarter is still what "a year earlier" is counted from, in sentences
BUSINESS_REACH = 5


def read_ago(mention: TimeMention, context: Context) -> Reading | None:
    """ "three years ago", "a day earlier", "two weeks later", "10 days from now"."""
    unit = unit_of(mention)
    number = amount(mention.words, mention.alphabet)
    if unit == "fortnight":
        unit, number = "week", 2 * (number or 1)
    back = mention.has("ago", "back", "earlier", "before")
    deictic = mention.has("ago", "back", "now", "hence")
    mod = bound(mention)
    if number is None:
        return _vague(mention, back, deictic, unit)
    if unit == "year" and number == 1 and back and _business(mention, context):
        assert context.business is not None
        context.business_sentence = mention.sentence
        return replace(dated(context.business.shift_years(-1), mod), aside=True)
    base = context.published if deictic else context.last and context.last.start or context.published
    if not back and not deictic and context.last is None:
        base = None  # "two days later" than something that is no date
    if base is None or unit not in PARTIAL:
        return _unknown(unit, number, mod, base is None)
    found = _shifted(mention, context, unit, number, -1 if back else 1, deictic)
    if not back and not deictic and _is_unlikely(found, mention, context):
        return unanchored(unit, mod)
    return dated(found, mod)


def _is_unlikely(found: Period, mention: TimeMention, context: Context) -> bool:
    """ "108 years later, it is over": counted from something else than the time last mentioned."""
    ahead = context.published is not None and found.start > context.published
    return ahead and (mention.tense() == "past" or found.start.year > _FARTHEST)


_FARTHEST = 2100


_YEARS = {"decade": 10, "century": 100}  # of units that may be halved: "half a century ago"


def _shifted(
    mention: TimeMention, context: Context, unit: str, number: float, side: int, deictic: bool
) -> Period:
    if number != int(number) and unit in _YEARS:
        unit, number = "year", number * _YEARS[unit]
    if number != int(number) and unit == "year":
        unit, number = "month", number * 12
    last = None if deictic else context.last
    parts = ("quarter", "half", "month", "season", "day")
    other = last and (last.grain != "day" or last.start != context.published)
    if last and other and unit == "year" and last.grain in parts and side < 0:
        return cal.of(last.grain, last.start).shift_years(side * int(number))
    base = last.start if last else context.published
    assert base is not None
    return cal.of(unit, base).shift(side * int(number))


def _vague(mention: TimeMention, back: bool, deictic: bool, unit: str) -> Reading:
    if not deictic:
        return Reading("DURATION", duration_value(None, unit), bound(mention))
    return Reading("DATE", "PAST_REF" if back else "FUTURE_REF")


def _unknown(unit: str, number: float, mod: TimexMod | None, no_base: bool) -> Reading:
    if unit in PARTIAL:
        return unanchored(unit, mod)
    return Reading("DURATION", duration_value(number, unit), mod, anchored=not no_base)


def _business(mention: TimeMention, context: Context) -> bool:
    return context.business is not None and mention.sentence - context.business_sentence <= BUSINESS_REACH


def read_vague_ago(mention: TimeMention, context: Context) -> Reading:
    """ "years ago"."""
    return Reading("DATE", "PAST_REF")


def read_year_ago(mention: TimeMention, context: Context) -> Reading | None:
    """ "year-earlier", "the year-ago quarter": the report's period one year before."""
    quarter = mention.get("ordinal")
    if quarter and context.published:
        period = cal.quarter(context.published.year - 1, int(quarter))
        return dated(period)
    number = amount([w for w in mention.words if w != "year"], mention.alphabet)
    if number and mention.word("units"):
        return Reading("DURATION", duration_value(number, unit_of(mention)))
    if context.business and _business(mention, context):
        context.business_sentence = mention.sentence
        return replace(dated(context.business.shift_years(-1)), aside=True)
    if context.published is None:
        return unanchored("year")
    return dated(cal.of("year", context.published).shift(-1))


def read_same_period(mention: TimeMention, context: Context) -> Reading | None:
    """ "the same period last year", "the 1988 quarter": the period last mentioned, in another year."""
    year = year_in(mention) or related_year(mention, context)
    if year is None and context.published and mention.has("ago", "earlier", "before"):
        base = context.published if context.last is None else context.last.start
        year = base.year - 1
    if year is None:
        return unanchored("year")
    return replace(dated(_same_period(mention, context, year)), aside=True)


def _same_period(mention: TimeMention, context: Context, year: int) -> Period:
    ordinal = mention.get("ordinal")
    if ordinal and mention.has("quarter") and 1 <= int(ordinal) <= 4:
        return cal.quarter(year, int(ordinal))
    wanted = next((w for w in ("quarter", "half", "month", "week") if mention.has(w)), None)
    for base in (context.business, context.last):
        if base and (base.grain == wanted or wanted is None and base is context.business):
            there = base.shift_years(year - base.start.year)
            return there.shift_years(-1) if there == base else there
    return cal.year(year)


def read_before(mention: TimeMention, context: Context) -> Reading | None:
    """ "the year before": one unit before the time last mentioned."""
    unit = unit_of(mention)
    if unit == "fortnight":
        return Reading("DURATION", "P2W")
    if unit not in PARTIAL:
        return None
    base = context.last.start if context.last else context.published
    if base is None:
        return unanchored(unit)
    return dated(cal.of(unit, base).shift(1 if mention.has("after") else -1))


def read_the_time(mention: TimeMention, context: Context) -> Reading | None:
    """ "at that time": the time last mentioned; "at the time": some time past."""
    if mention.has("that", "same", "then") and context.last:
        return dated(context.last)
    return Reading("DATE", "PAST_REF")


def read_the_same(mention: TimeMention, context: Context) -> Reading | None:
    """ "the same period": the stretch or time last mentioned."""
    return context.latest and replace(context.latest, aside=True)


def read_reference(mention: TimeMention, context: Context) -> Reading | None:
    """ "now", "recently", "the future"."""
    value = _references().get(" ".join(mention.words))
    return Reading("DATE", value, edge_mod(mention)) if value else None


@cache
def _references() -> dict[str, str]:
    return {" ".join(phrase_words(row["phrase"])): row["value"] for row in table("time_references")}


def read_single(mention: TimeMention, context: Context) -> Reading | None:
    """ "a week", "over a year", "a day and a half"."""
    words = mention.words[: mention.words.index("or")] if mention.has("or") else mention.words
    return Reading(
        "DURATION", duration_value(amount(words, mention.alphabet), unit_of(mention)), bound(mention)
    )
