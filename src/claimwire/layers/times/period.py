"""Calendar arithmetic on periods: a stretch of the calendar with a granularity, and its TIMEX3 value.

A period is one day, week, month, ... of the Gregorian calendar; weeks are ISO weeks. Values follow the
TIMEX3 guidelines (TimeML annotation guidelines 1.2.1): 2004, 2004-05, 2004-W19, 2004-Q2, 2004-SU, 199.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
             "millennium": 12000}  # fmt: skip
DAYS_OF = {"day": 1, "week": 7, "weekend": 7}
SEASONS = ("SP", "SU", "FA", "WI")
# A partial value says of what kind the period is when nothing tells which one (TIMEX3: X for unknown places)
PARTIAL = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
           "quarter": "XXXX-QX", "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX",
           "century": "XX", "millennium": "X"}  # fmt: skip
# Meteorological seasons of the northern hemisphere: the first month of spring is March; winter runs into
# the next year and bears the year in which it begins.
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class CalendarError(ValueError):
    """A period outside the years 1 to 9999, or a date that the calendar does not have."""


@dataclass(frozen=True, slots=True)
class Period:
    """`start`: first day. `grain`: a key of MONTHS_OF or DAYS_OF. `time`: TIMEX3 time of a day ("TMO")."""

    grain: str
    start: date
    time: str = ""

    @property
    def end(self) -> date:
        """Last day, inclusive."""
        if self.grain in DAYS_OF:
            days = 1 if self.grain == "weekend" else DAYS_OF[self.grain] - 1
            return self.start + timedelta(min(days, (date.max - self.start).days))
        year, month = divmod(_month_index(self.start) + MONTHS_OF[self.grain] - 1, 12)
        if year > 9999:
            return date.max
        return date(year, month + 1, monthrange(year, month + 1)[1])

    @property
    def value(self) -> str:
        """TIMEX3 value."""
        y, m = f"{self.start.year:04d}", self.start.month
        if self.grain in ("week", "weekend"):
            iso = self.start.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.grain == "weekend" else "")
        if self.grain == "day":
            return self.start.isoformat() + self.time
        if self.grain == "season":
            return f"{y}-{SEASONS[m // 3 - 1]}"
        short = {
            "month": f"{y}-{m:02d}",
            "quarter": f"{y}-Q{(m + 2) // 3}",
            "half": f"{y}-H{1 if m < 7 else 2}",
        }
        return (
            short.get(self.grain) or y[: {"year": 4, "decade": 3, "century": 2, "millennium": 1}[self.grain]]
        )

    def shift(self, n: int) -> Period:
        """The n-th period of the same granularity after this one (before it: n < 0). Raises CalendarError."""
        if self.grain in DAYS_OF:
            try:
                return replace(self, start=self.start + timedelta(n * DAYS_OF[self.grain]))
            except OverflowError as error:
                raise CalendarError(str(error)) from error
        return replace(self, start=_month_start(_month_index(self.start) + n * MONTHS_OF[self.grain]))

    def shift_years(self, n: int) -> Period:
        """The same period n years later: the same day, month, quarter or ISO week number of that year."""
        if self.grain in ("week", "weekend"):
            moved = of(
                self.grain, add_months(self.start + timedelta(3 if self.grain == "week" else 0), 12 * n)
            )
            return replace(moved, time=self.time)
        if self.grain == "day":
            return replace(self, start=add_months(self.start, 12 * n))
        return of(self.grain, add_months(self.start, 12 * n))

    def contains(self, day: date) -> bool:
        """Whether a day lies in this period."""
        return self.start <= day <= self.end


def of(grain: str, day: date) -> Period:
    """The period of this granularity that holds a day (a weekend: the one of the day's ISO week)."""
    if grain in ("week", "weekend"):
        monday = day - timedelta(day.weekday())
        if (date.max - monday).days < 6:
            raise CalendarError(f"the week of {day} ends after the calendar")
        return Period(grain, monday if grain == "week" else monday + timedelta(5))
    if grain == "day":
        return Period(grain, day)
    index = _month_index(day)
    if grain == "season":
        return Period(grain, _month_start(index - day.month % 3))
    if grain in ("decade", "century", "millennium"):
        return Period(
            grain, date(max(day.year // (MONTHS_OF[grain] // 12) * (MONTHS_OF[grain] // 12), 1), 1, 1)
        )
    return Period(grain, _month_start(index - (day.month - 1) % MONTHS_OF[grain]))


def year(number: int) -> Period:
    """A calendar year. Raises CalendarError."""
    return Period("year", _date(number, 1, 1))


def month(number: int, month_number: int) -> Period:
    """A month of a year. Raises CalendarError."""
    return Period("month", _date(number, month_number, 1))


def quarter(number: int, which: int) -> Period:
    """Quarter 1 to 4 of a year. Raises CalendarError."""
    return Period("quarter", _date(number, 3 * which - 2, 1))


def half(number: int, which: int) -> Period:
    """Half 1 or 2 of a year. Raises CalendarError."""
    return Period("half", _date(number, 6 * which - 5, 1))


def season(number: int, which: str) -> Period:
    """A season ("SP", "SU", "FA", "WI") that begins in a year. Raises CalendarError."""
    return Period("season", _date(number, _SEASON_MONTH[which], 1))


def day(number: int, month_number: int, day_number: int) -> Period:
    """A day of the calendar. Raises CalendarError."""
    return Period("day", _date(number, month_number, day_number))


def add_months(start: date, n: int) -> date:
    """The day n months later; the last day of a shorter month stands for its missing days."""
    first = _month_start(_month_index(start) + n)
    return first.replace(day=min(start.day, monthrange(first.year, first.month)[1]))


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_start(index: int) -> date:
    return _date(index // 12, index % 12 + 1, 1)


def _date(y: int, m: int, d: int) -> date:
    try:
        return date(y, m, d)
    except (ValueError, OverflowError) as error:
        raise CalendarError(str(error)) from error
