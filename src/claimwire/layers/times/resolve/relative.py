"""Units beside the present or the last time mentioned: "last week", "the following month", "year-end"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from claimwire.layers.times import period as cal
from claimwire.layers.times.period import PARTIAL, Period
from claimwire.layers.times.resolve.days import read_full
from claimwire.layers.times.resolve.durations import unit_of
from claimwire.layers.times.resolve.reading import Context, Reading, TimeMention, dated, edge_mod, unanchored

# Up to this ISO weekday "the weekend" is the one gone by
MIDWEEK = 3
# "The millennium" of the news is the turn to the year 2000
_MILLENNIUM = "2000"
_UNRESOLVED = ("second", "minute", "hour")


def read_relative(mention: TimeMention, context: Context) -> Reading | None:
    """ "last week", "early next year", "the previous month", "this quarter", "the past decade"."""
    unit = unit_of(mention)
    if mention.words[-1] == "period":
        return _period(mention, context)
    if unit in _UNRESOLVED:
        return None
    if unit == "night":
        return _night(mention, context)
    if unit == "fortnight":
        return Reading("DURATION", "P2W")
    return beside(mention, context, unit)


def beside(mention: TimeMention, context: Context, unit: str) -> Reading:
    """A unit before, at or after the publication date, or the last time mentioned."""
    mod = edge_mod(mention)
    shift, anaphoric = relation(mention)
    base = context.last.start if anaphoric and context.last else context.published
    if mention.word("same") and context.last and context.last.grain == unit:
        return dated(context.last, mod)
    if base is None:
        return unanchored(unit, mod)
    if unit == "quarter" and mention.word("latest") and _reported(mention, context):
        assert context.business is not None
        return dated(context.business, mod)
    here = cal.of(unit, base)
    if unit == "quarter" and mention.word("latest"):
        shift = -1
    if unit == "weekend" and not anaphoric and mention.word("last") and here.end < base:
        shift = 0
    found = here.shift(shift)
    fiscal = mention.word("fiscal") not in (None, "calendar")
    return Reading("DATE", found.value, mod, found, bounded=not fiscal and unit != "millennium")


def _period(mention: TimeMention, context: Context) -> Reading | None:
    """ "The latest period", "this period": that of the report."""
    if context.business is None:
        return None
    context.business_sentence = mention.sentence
    return dated(context.business, edge_mod(mention))


def _reported(mention: TimeMention, context: Context) -> bool:
    """Whether the last quarter named is over, so that it can be the latest one."""
    over = context.business is not None and (
        context.published is None or context.business.end < context.published
    )
    if over:
        context.business_sentence = mention.sentence
    return over


def relation(mention: TimeMention) -> tuple[int, bool]:
    """How many units before (negative) or after, and whether from the last time mentioned."""
    for cls in ("prior", "following", "same"):
        value = mention.get(cls)
        if value:
            return int(value), True
    if _the_next(mention.words) and mention.tense() != "future":
        return 1, True
    for cls in ("last", "next", "this"):
        value = mention.get(cls)
        if value:
            return int(value), False
    return 0, False


def _the_next(words: list[str]) -> bool:
    return ("the", "next") in zip(words, words[1:], strict=False)


def _night(mention: TimeMention, context: Context) -> Reading:
    shift, anaphoric = relation(mention)
    base = context.day.start if anaphoric and context.day else context.published
    if base is None:
        return Reading("TIME", "XXXX-XX-XXTNI", edge_mod(mention), anchored=False)
    return dated(Period("day", base, "TNI").shift(shift), edge_mod(mention))


def read_the(mention: TimeMention, context: Context) -> Reading | None:
    """ "the quarter", "the end of the week": the one last mentioned, else that of the publication."""
    unit = unit_of(mention)
    mod = edge_mod(mention)
    if unit in _UNRESOLVED or unit == "night":
        return None
    if unit == "fortnight":
        return Reading("DURATION", "P2W", mod)
    if unit == "millennium":
        return Reading("DATE", _MILLENNIUM, mod)
    ended = _ended(mention, context, unit)
    if ended is not None:
        return ended
    if unit in ("quarter", "half") and context.business and context.business.grain == unit:
        context.business_sentence = mention.sentence
        return dated(context.business, mod)
    if context.last and context.last.grain == unit and (unit != "year" or context.published is None):
        return dated(replace(context.last, time=""), mod)
    if unit == "year" and mention.after in ("ended", "ending", "ends", "to"):
        return Reading("DURATION", "P1Y")
    base = context.published or (context.last.start if context.last else None)
    if base is None:
        return unanchored(unit, mod)
    found = cal.of(unit, base)
    if unit == "weekend" and base.isoweekday() <= MIDWEEK and mention.tense() != "future":
        found = found.shift(-1)
    return dated(found, mod)


def _ended(mention: TimeMention, context: Context, unit: str) -> Reading | None:
    """ "The week to March 6", "the quarter ended July 31": the one that a day behind it closes."""
    if unit not in _BACK or mention.after not in _ENDS:
        return None
    named = context.business is not None and mention.sentence - context.business_sentence <= _FISCAL_REACH
    if unit == "quarter" and named:
        return None  # a quarter of the firm's own year
    last = read_full(replace(mention, words=list(mention.following[1:]), outer=[]), context)
    if last is None or last.period is None or last.period.grain != "day":
        return None
    return dated(cal.of(unit, last.period.start - _BACK[unit]), edge_mod(mention))


_FISCAL_REACH = 2  # sentences
_ENDS = frozenset({"ended", "ending", "to", "through"})
# From its last day back into the unit's middle: a fiscal quarter that ends in July lies mostly in the second
_BACK = {"week": timedelta(0), "quarter": timedelta(45)}


def read_this_season(mention: TimeMention, context: Context) -> Reading:
    """ "This season": the year in which it began, for most sports the year before until spring is over."""
    found = beside(mention, context, "year")
    if found.period is None or context.published is None or context.published.month > _SEASONS_OVER:
        return found
    return dated(found.period.shift(-1))


def read_moments_later(mention: TimeMention, context: Context) -> Reading:
    """ "Moments later": the day that is spoken of."""
    day = context.day or (cal.of("day", context.published) if context.published else None)
    return Reading("TIME", day.start.isoformat() if day else PARTIAL["day"], anchored=day is not None)


_SEASONS_OVER = 5  # month


def read_edge_only(mention: TimeMention, context: Context) -> Reading | None:
    """ "year-end", "mid-year", "year's end", "midweek": that of the publication."""
    inner = mention.get("midunit")
    unit = inner or unit_of(mention)
    mod = "MID" if inner else edge_mod(mention) or "END"
    if context.published is None:
        return unanchored(unit, mod)
    return dated(cal.of(unit, context.published), mod)
