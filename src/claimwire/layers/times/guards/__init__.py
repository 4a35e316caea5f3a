"""What must hold around a match before it is a time expression: capitals, parse, names, neighbours."""

from __future__ import annotations

from collections.abc import Callable

from claimwire.layers.times.guards import amounts, calendar, clocks, deixis, names, years
from claimwire.layers.times.match_context import MatchContext

Guard = Callable[[MatchContext], bool]

# The guards of each rule of `time_rules.tsv`; those of "*" hold for all
GUARDS: dict[str, tuple[Guard, ...]] = {
    "*": (names.has_capitals,),
    "date.month": (names.bare_month,),
    "date.year": (years.bare_year,),
    "date.yearend": (years.year_range,),
    "date.season": (calendar.season_alone,),
    "date.day": (names.no_title,),
    "date.weekday": (names.no_weekday_name,),
    "duration.number": (amounts.no_share, amounts.true_second, amounts.whole_quarters, names.plain_units),
    "duration.half": (amounts.no_share,),
    "duration.agegroup": (amounts.bare_age,),
    "date.then": (deixis.then,),
    "date.before": (amounts.clause_end,),
    "date.agobefore": (amounts.clause_end,),
    "date.decade": (calendar.two_digits,),
    "duration.single": (amounts.no_share, amounts.true_second, amounts.measured, amounts.no_initials),
    "duration.the": (amounts.share_or_period,),
    "duration.of": (amounts.no_fraction,),
    "duration.theunits": (amounts.no_fraction,),
    "duration.bare": (amounts.no_fraction,),
    "date.the": (names.plain_units, amounts.no_share, amounts.true_second, deixis.the_day),
    "date.thetime": (deixis.the_time,),
    "date.quarteradj": (amounts.no_share, calendar.quarter_of_year),
    "date.relative": (amounts.no_share, amounts.true_second),
    "date.quarter": (calendar.quarter_of_year,),
    "date.halfyear": (calendar.half_of_year,),
    "time.clock": (amounts.hour, clocks.time_of_day),
    "time.first": (clocks.two_clocks,),
    "time.dotclock": (clocks.no_price,),
    "time.dotfirst": (clocks.no_price,),
    "time.quarterpast": (clocks.spoken,),
    "time.minutespast": (clocks.spoken,),
    "duration.laptime": (clocks.takes_time,),
    "date.ago": (amounts.not_than, amounts.no_shift),
    "date.vagueago": (amounts.no_shift,),
    "date.nth": (calendar.counted_days,),
    "duration.recent": (amounts.not_ahead_of,),
    "time.edgepart": (amounts.no_late_night,),
    "date.beyond": (calendar.ends_with_last,),
    "date.full": (names.no_model,),
    "date.weekdayweek": (calendar.no_long_week,),
    "date.edgeof": (calendar.mid_unit, names.no_name),
    "date.weekdom": (calendar.ends_there, names.no_name),
    "date.dayrange4": (calendar.counts_nothing,),
    "date.daylist4": (calendar.counts_nothing,),
    "date.daylist5": (calendar.counts_nothing,),
    "date.daylist6": (calendar.counts_nothing,),
    "date.era": (calendar.capital_era,),
    "date.ref": (deixis.refers, deixis.soon_to_come),
    "date.holiday": (names.no_name, names.holiday_name),
    "set.frequency": (names.common_frequency,),
    "set.rate": (amounts.no_unit,),
    "time.daypart": (names.no_name, names.plain_part),
    "set.by": (deixis.by_the_unit,),
}
