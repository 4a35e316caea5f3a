"""Which year a month, a day or a quarter without one belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from claimwire.layers.times.period import CalendarError, Period
from claimwire.layers.times.resolve.reading import Tense


def nearest(
    make: Callable[[int], Period], published: date, tense: Tense, weekday: str | None = None
) -> Period | None:
    """The period of the years around a day that its clause's tense allows, the nearest without one.

    weekday: ISO number that the day must have, as in "Friday, March 3"; ignored where no near year has it.
    """
    found = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            found.append(make(year))
        except CalendarError:
            continue
    if weekday:
        found = [p for p in found if p.start.isoweekday() == int(weekday)] or found
    if tense == "past":
        allowed = [p for p in found if p.start <= published][-1:]
    elif tense == "future":
        allowed = [p for p in found if p.end >= published][:1]
    else:
        allowed = []
    allowed = [p for p in allowed if not _far_fetched(p, found, published)]
    return min(allowed or found, key=lambda p: _strain(p, published), default=None)


# Against a period so near, the tense does not win for one as far as FAR: news says "extended to Nov. 20",
# "will report on the third quarter", and of a month nearly a year back "last March"
FAR = 240
_NEAR = {"day": 75, "quarter": 75, "month": 31}


def _far_fetched(period: Period, others: list[Period], published: date) -> bool:
    if period.grain not in _NEAR or (period.grain == "month" and period.start > published):
        return False
    near = any(distance(p, published) <= _NEAR[period.grain] for p in others)
    return near and distance(period, published) > FAR


def _strain(period: Period, published: date) -> int:
    """Distance, counted double ahead: news speaks more of what was."""
    return distance(period, published) * (2 if period.start > published else 1)


def distance(period: Period, day: date) -> int:
    """Days between a period and a day outside it, 0 inside."""
    if period.contains(day):
        return 0
    return (period.start - day).days if period.start > day else (day - period.end).days
