"""Months, quarters, halves, seasons, years, decades and centuries by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimwire.layers.times import period as cal
from claimwire.layers.times.period import Period
from claimwire.layers.times.resolve.choose import nearest
from claimwire.layers.times.resolve.reading import (
    Context,
    Reading,
    Tense,
    TimeMention,
    dated,
    edge_mod,
)
from claimwire.layers.times.resolve.years import related_year, year_in


def _within_year(
    mention: TimeMention, context: Context, make: Callable[[int], Period], partial: str, tense: Tense
) -> Reading | None:
    """A part of a year: of the year named, else of the year that fits the publication date and tense."""
    mod = edge_mod(mention)
    year = year_in(mention) or related_year(mention, context)
    if year is None and mention.has("year") and mention.has("ago", "earlier") and context.published:
        year = context.published.year - 1
    if year is None and mention.has("year") and context.published:
        year = context.published.year
    if year:
        return dated(make(year), mod)
    if context.published is None:
        return Reading("DATE", partial, mod, anchored=False)
    if tense == "present":  # "goes on sale in the spring"
        tense = "future"
    found = nearest(make, context.published, tense)
    return dated(found, mod) if found else None


def _tense(mention: TimeMention, default: Tense) -> Tense:
    if mention.word("last") or mention.word("latest"):
        return "past"
    if mention.word("next"):
        return "future"
    return mention.tense() or default


def read_month(mention: TimeMention, context: Context) -> Reading | None:
    """ "October last year", "mid-March", "May 2004", "last June"."""
    month = int(mention.get("month") or mention.get("monthabbr") or 0)
    tense = _tense(mention, None)
    anaphoric = mention.word("prior") or mention.word("following") or mention.word("same")
    if anaphoric and context.last and not mention.has("year"):
        return dated(_month_beside(mention, context.last, month), edge_mod(mention))
    if context.published and not mention.has("year") and not year_in(mention):
        if mention.word("last"):
            return dated(_strictly(mention, context, month, -1), edge_mod(mention))
        if mention.word("this"):
            return dated(cal.month(context.published.year, month), edge_mod(mention))
    return _within_year(mention, context, lambda y: cal.month(y, month), f"XXXX-{month:02d}", tense)


def read_month_of_several(mention: TimeMention, context: Context) -> Reading | None:
    """An end of "April-July 2024", "May, June and July last year": the year stands behind the last."""
    behind = replace(mention, words=mention.outer[len(mention.words) :])
    month = int(mention.get("month") or mention.get("monthabbr") or 0)
    year = year_in(behind) or related_year(behind, context)
    if year is None:
        return read_month(mention, context)
    values = mention.alphabet.values
    named = [values.get((w, "month")) or values.get((w, "monthabbr")) for w in mention.outer]
    last = int([m for m in named if m][-1])
    return dated(cal.month(year - 1 if month > last else year, month))


def _strictly(mention: TimeMention, context: Context, month: int, side: int) -> Period:
    assert context.published is not None
    here = cal.month(context.published.year, month)
    return here if here.end < context.published else here.shift_years(side)


def _month_beside(mention: TimeMention, last: Period, month: int) -> Period:
    here = cal.month(last.start.year, month)
    if mention.word("prior") and here.end >= last.start:
        return here.shift_years(-1)
    if mention.word("following") and here.start <= last.end:
        return here.shift_years(1)
    return here


def read_quarter(mention: TimeMention, context: Context) -> Reading | None:
    """ "the third quarter of 1984", "Q3", "the year-ago third quarter", "H1 2024"."""
    which = int(mention.get("ordinal") or 0)
    grain = "quarter"
    for word in mention.words:
        if len(word) == 2 and word[0] in "qh" and word[1].isdecimal():
            which, grain = int(word[1]), "quarter" if word[0] == "q" else "half"
    which = 4 if which == -1 else which
    if not 1 <= which <= (4 if grain == "quarter" else 2):
        return None
    code = f"XXXX-{'Q' if grain == 'quarter' else 'H'}{which}"
    make = cal.quarter if grain == "quarter" else cal.half
    tense: Tense = "future" if _tense(mention, None) == "future" else "past"
    found = _within_year(mention, context, lambda y: make(y, which), code, tense)
    if found and mention.word("fiscal") not in (None, "calendar"):
        return replace(found, bounded=False)
    return found


def read_half(mention: TimeMention, context: Context) -> Reading | None:
    """ "the second half of last year", "first-half"; of a decade: its START or END."""
    ordinal = mention.get("ordinal")
    before = mention.words[max(0, mention.words.index("half") - 2) : mention.words.index("half")]
    which = 2 if {"last", "past"} & set(before) or ordinal == "-1" else int(ordinal or 0)
    if which not in (1, 2):
        return None
    decade = _decade_of(mention)
    if decade:
        return dated(decade, "START" if which == 1 else "END")
    tense: Tense = "future" if _tense(mention, None) == "future" else "past"
    return _within_year(mention, context, lambda y: cal.half(y, which), f"XXXX-H{which}", tense)


def read_season(mention: TimeMention, context: Context) -> Reading | None:
    """ "last summer", "the winter of 1994", "this fall"."""
    code = mention.get("season") or ""
    if context.published and not year_in(mention) and not mention.has("year"):
        here = nearest(lambda y: cal.season(y, code), context.published, "past")
        if mention.word("last") and here and not mention.word("this"):
            return dated(here if here.end < context.published else here.shift_years(-1), edge_mod(mention))
        if mention.word("this"):
            return dated(cal.season(context.published.year, code), edge_mod(mention))
        if mention.word("next") and here and here.contains(context.published):
            return dated(here.shift_years(1), edge_mod(mention))
    return _within_year(
        mention, context, lambda y: cal.season(y, code), f"XXXX-{code}", _tense(mention, None)
    )


def read_year(mention: TimeMention, context: Context) -> Reading | None:
    """ "1998", "fiscal 1989", "FY05". A fiscal year keeps its number; its bounds differ from firm to firm."""
    year = year_in(mention)
    if year is None:
        return None
    fiscal = mention.word("fiscal") not in (None, "calendar") or mention.words[-1].startswith("fy")
    found = cal.year(year)
    return Reading("DATE", found.value, edge_mod(mention), found, bounded=not fiscal)


def read_year_number(mention: TimeMention, context: Context) -> Reading | None:
    """ "The year 2525", "the year 800": any number of a year."""
    number = mention.words[-1]
    return dated(cal.year(int(number))) if number.isdecimal() and len(number) <= 4 else None


def read_era(mention: TimeMention, context: Context) -> Reading | None:
    """ "AD 79", "44 BC"; the calendar of the records begins with the year 1."""
    number = int(next((w for w in mention.words if w.isdecimal()), 0))
    if not 0 < number < 10_000:
        return None
    if mention.has("bc", "bce"):
        return Reading("DATE", f"BC{number:04d}")
    return dated(cal.year(number))


def read_second_year(mention: TimeMention, context: Context) -> Reading | None:
    """The second end of "1998-99": two digits belong to the century of the first."""
    number = int(mention.words[0])
    first = int(mention.outer[0])
    if number < 100:
        number += first // 100 * 100
    return dated(cal.year(number)) if first < number <= first + 100 else None


def read_decade(mention: TimeMention, context: Context) -> Reading | None:
    """ "the 1990s", "the early '80s", "the mid-nineties"."""
    found = _decade_of(mention)
    return dated(found, edge_mod(mention)) if found else None


def _decade_of(mention: TimeMention) -> Period | None:
    for word in mention.words:
        digits = word.rstrip("s").strip("'’‘")
        if word[-1] == "s" and digits.isdecimal():
            number = int(digits)
            if len(digits) == 2:
                number = number + (1900 if number >= 20 else 2000)
            grain = "century" if number % 100 == 0 and number < 2000 else "decade"
            return cal.of(grain, cal.year(number).start) if 1000 <= number <= 2100 else None
    value = mention.get("decadeword")
    return cal.of("decade", cal.year(1900 + int(value)).start) if value else None


def read_century(mention: TimeMention, context: Context) -> Reading | None:
    """ "the 20th century" is 19."""
    for word in mention.words:
        number = (
            int(word[:-2]) if word[0].isdecimal() else int(mention.alphabet.values.get((word, "ordinal"), 0))
        )
        if 1 <= number <= 21:
            return dated(cal.of("century", cal.year(max(number * 100 - 100, 1)).start), edge_mod(mention))
    return None
