"""Calendar arithmetic: every period's value, bounds and neighbours agree."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.layers.times import period as cal
from claimwire.layers.times.period import CalendarError, Period
from tests.layers.times.values import parse_value

GRAINS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
days = st.dates(min_value=date(1010, 1, 1), max_value=date(2990, 12, 31))
grains = st.sampled_from(GRAINS)


@given(grains, days)
def test_the_value_of_a_period_reads_back_as_the_same_period(grain, day):
    period = cal.of(grain, day)
    assert parse_value(period.value) == period
    assert period.start <= period.end


@given(st.sampled_from([g for g in GRAINS if g != "weekend"]), days)
def test_a_day_lies_in_its_own_period_and_in_no_neighbour(grain, day):
    period = cal.of(grain, day)
    assert period.contains(day)
    assert not period.shift(1).contains(day)
    assert not period.shift(-1).contains(day)


@given(st.sampled_from([g for g in GRAINS if g != "weekend"]), days, st.integers(-40, 40))
def test_periods_follow_each_other_without_a_gap(grain, day, n):
    period = cal.of(grain, day).shift(n) if grain not in ("decade", "century") else cal.of(grain, day)
    assert period.shift(1).start == period.end + timedelta(1)
    assert period.shift(3).shift(-3) == period


@given(grains, days, st.integers(-9, 9))
def test_a_year_later_is_the_same_part_of_that_year(grain, day, n):
    period = cal.of(grain, day)
    moved = period.shift_years(n)
    assert moved.grain == grain
    if grain in ("month", "quarter", "half", "season"):
        assert moved.start == period.start.replace(year=period.start.year + n)


@pytest.mark.parametrize(
    ("period", "value", "start", "end"),
    [
        (cal.of("week", date(2021, 1, 1)), "2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        (cal.of("weekend", date(2026, 1, 21)), "2026-W04-WE", date(2026, 1, 24), date(2026, 1, 25)),
        (cal.month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (cal.quarter(2025, 4), "2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
        (cal.half(2025, 1), "2025-H1", date(2025, 1, 1), date(2025, 6, 30)),
        (cal.season(2024, "WI"), "2024-WI", date(2024, 12, 1), date(2025, 2, 28)),
        (cal.of("decade", date(1994, 5, 5)), "199", date(1990, 1, 1), date(1999, 12, 31)),
        (cal.of("century", date(1994, 5, 5)), "19", date(1900, 1, 1), date(1999, 12, 31)),
        (Period("day", date(2026, 1, 23), "TMO"), "2026-01-23TMO", date(2026, 1, 23), date(2026, 1, 23)),
    ],
)
def test_values_and_bounds(period, value, start, end):
    assert (period.value, period.start, period.end) == (value, start, end)


def test_the_winter_of_january_began_the_year_before():
    assert cal.of("season", date(2026, 1, 23)).value == "2025-WI"


def test_a_missing_day_of_a_month_becomes_its_last():
    assert cal.day(2024, 2, 29).shift_years(1).value == "2025-02-28"


@pytest.mark.parametrize("value", ["XXXX-10", "P3M", "PRESENT_REF", "2025-13", "2025-02-30", "2023-W53", ""])
def test_what_names_no_period_reads_as_none(value):
    assert parse_value(value) is None


def test_the_calendar_has_ends():
    with pytest.raises(CalendarError):
        cal.year(9999).shift(1)
    with pytest.raises(CalendarError):
        cal.day(2025, 2, 30)
