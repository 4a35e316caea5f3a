"""From the words of a time expression to its TIMEX3 reading."""

from __future__ import annotations

from collections.abc import Callable

from claimwire.layers.times import period as cal
from claimwire.layers.times.period import CalendarError
from claimwire.layers.times.resolve import (
    anaphora,
    beyond,
    calendar,
    clock,
    counted,
    days,
    durations,
    relative,
)
from claimwire.layers.times.resolve.reading import Context, Reading, TimeMention

# Reports speak of "the nine months"; "a year earlier" beside it is the year before
_REPORTED = ("P6M", "P9M", "P12M")

RESOLVERS: dict[str, Callable[[TimeMention, Context], Reading | None]] = {
    "amount": durations.read_amount,
    "single": anaphora.read_single,
    "vague": durations.read_vague,
    "recent": durations.read_recent,
    "age": durations.read_age,
    "first": durations.read_first,
    "every": durations.read_every,
    "frequency": durations.read_frequency,
    "rate": durations.read_rate,
    "ago": anaphora.read_ago,
    "vagueago": anaphora.read_vague_ago,
    "yearago": anaphora.read_year_ago,
    "sameperiod": anaphora.read_same_period,
    "before": anaphora.read_before,
    "thetime": anaphora.read_the_time,
    "sameone": anaphora.read_the_same,
    "ref": anaphora.read_reference,
    "day": days.read_day,
    "weekday": days.read_weekday,
    "full": days.read_full,
    "dayrange": days.read_range_start,
    "weekof": days.read_week_of,
    "holiday": days.read_holiday,
    "month": calendar.read_month,
    "year": calendar.read_year,
    "year2": calendar.read_second_year,
    "decade": calendar.read_decade,
    "century": calendar.read_century,
    "season": calendar.read_season,
    "quarter": calendar.read_quarter,
    "half": calendar.read_half,
    "relative": relative.read_relative,
    "the": relative.read_the,
    "edgeonly": relative.read_edge_only,
    "weekdayof": beyond.read_weekday_of,
    "weekdaysof": beyond.read_weekdays_of,
    "beyond": beyond.read_beyond,
    "beyondday": beyond.read_day_beyond,
    "weekdayweek": beyond.read_weekday_week,
    "weekon": beyond.read_weekday_week,
    "agoday": beyond.read_ago_day,
    "nthafter": counted.read_nth_after,
    "nth": counted.read_nth,
    "domof": counted.read_day_of_month,
    "weekdom": counted.read_weekday_number,
    "halfof": counted.read_half_of,
    "seasons": durations.read_seasons,
    "thisseason": relative.read_this_season,
    "momentslater": relative.read_moments_later,
    "dayside": beyond.read_beside_day,
    "named": days.read_named,
    "fullrange": days.read_first_of_two,
    "monthrange": calendar.read_month_of_several,
    "yearnumber": calendar.read_year_number,
    "era": calendar.read_era,
    "past": clock.read_past,
    "clockfirst": clock.read_first_clock,
    "laptime": clock.read_lap_time,
    "clock": clock.read_clock,
    "daypart": clock.read_daypart,
    "earlyhours": clock.read_early_hours,
}


def resolve(mention: TimeMention, context: Context) -> Reading | None:
    """The reading of a mention, or None where it is no time after all. Updates the context."""
    try:
        reading = RESOLVERS[mention.resolver](mention, context)
    except CalendarError:
        return None
    if reading is not None:
        remember(mention, reading, context)
    return reading


def _report(mention: TimeMention, reading: Reading, context: Context) -> None:
    """Keep the quarter or half that a report is on: "the six months to 30 June"."""
    end = reading.period
    if context.months and end is not None and end.grain in ("day", "month"):
        last = cal.of("month", end.start)
        grain = "quarter" if context.months == 3 else "half"
        there = cal.of(grain, last.start)
        if there.end == last.end:
            context.business, context.business_sentence = there, mention.sentence
    context.months = _MONTHS.get(reading.value, 0) if mention.after in _TO else 0


# Stretches that a report may be on, in months, and what joins them to their last day
_MONTHS = {"P3M": 3, "P6M": 6}
_TO = frozenset({"to", "ended", "ending", "through", "until"})


def remember(mention: TimeMention, reading: Reading, context: Context) -> None:
    """Keep what later anaphoric expressions are counted from."""
    _report(mention, reading, context)
    if reading.type == "DURATION" or reading.period is not None:
        context.latest = reading
    if mention.rule == "duration.the" and reading.value in _REPORTED and context.published:
        context.business = cal.of("year", context.published)
        context.business_sentence = mention.sentence
    if reading.period is None or reading.aside:
        return
    context.last = reading.period
    if reading.period.grain == "day":
        context.day = cal.of("day", reading.period.start)
    if reading.period.grain in ("quarter", "half") and mention.tense() != "future":
        context.business, context.business_sentence = reading.period, mention.sentence
