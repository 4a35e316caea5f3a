"""When statements say that something is so, as far as it tells whether they can contradict each other."""

from __future__ import annotations

import datetime as dt
import re

from claimwire.linking.digest import Day, Statement
from claimwire.linking.words import stem

YEAR, MONTH, DAY = 1, 2, 3
# Days between two times beyond which numbers are of two times, whatever is counted.
LONG = 300
_NOW = re.compile(r"(?:\b(?:is|are|am)|['’](?:s|re|m))\s+(?:\w+\s+)?(\w+ing)\b", re.I)
Span = tuple[dt.date, dt.date]


def grain(day: Day) -> int:
    """How finely a time is given: YEAR, MONTH or DAY."""
    if day.earliest[:4] != day.latest[:4] or (day.earliest[5:], day.latest[5:]) == ("01-01", "12-31"):
        return YEAR
    return DAY if day.earliest == day.latest else MONTH


def other_time(one: Statement, published: str | None, two: Statement, published_too: str | None) -> bool:
    """Whether two statements speak of two times: of two periods, or of days most of a year apart.

    A statement that names no time speaks of the day of its publication.
    """
    x, y = _span(one, published), _span(two, published_too)
    if not x or not y:
        return False
    apart = max((y[0] - x[1]).days, (x[0] - y[1]).days)
    return apart > (0 if _period(one) and _period(two) else LONG)


def going_on(s: Statement) -> bool:
    """Whether a statement says that its act happens as it is written: "is testifying"."""
    found = _NOW.search(s.text)
    return s.modality == "asserted" and bool(found and stem(found[1]) == stem(s.predicate))


def _period(s: Statement) -> bool:
    return bool(s.days) and all(grain(d) != DAY for d in s.days)


def _span(s: Statement, published: str | None) -> Span | None:
    days = [d for x in s.days for d in (_date(x.earliest), _date(x.latest)) if d]
    own = _date(published)
    return (min(days), max(days)) if days else (own, own) if own else None


def _date(iso: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None
