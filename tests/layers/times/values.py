"""From a TIMEX3 value back to the period that it names: the inverse of `Period.value`, to check it by."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from claimwire.layers.times.period import Period, day, half, month, quarter, season, year

_VALUE = re.compile(
    r"(?P<y>\d{4})(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d)(?P<t>T\S*)?)?|W(?P<w>\d\d)(?P<we>-WE)?|Q(?P<q>[1-4])"
    r"|H(?P<h>[12])|(?P<s>SP|SU|FA|WI)))?|(?P<de>\d{3})|(?P<ce>\d\d)|(?P<mi>\d)"
)


def parse_value(value: str) -> Period | None:
    """The period a TIMEX3 value names; None for a partial value, a duration or a reference word."""
    found = _VALUE.fullmatch(value)
    if not found:
        return None
    g = found.groupdict()
    try:
        return _from_groups(g)
    except ValueError:
        return None


def _from_groups(g: dict[str, str | None]) -> Period:
    for key, grain, years in (("de", "decade", 10), ("ce", "century", 100), ("mi", "millennium", 1000)):
        if g[key]:
            return Period(grain, date(max(int(g[key] or 0) * years, 1), 1, 1))
    y = int(g["y"] or 0)
    if g["w"]:
        weekend = bool(g["we"])
        return Period(
            "weekend" if weekend else "week", date.fromisocalendar(y, int(g["w"]), 6 if weekend else 1)
        )
    if g["q"]:
        return quarter(y, int(g["q"]))
    if g["h"]:
        return half(y, int(g["h"]))
    if g["s"]:
        return season(y, g["s"])
    if g["d"]:
        return replace(day(y, int(g["m"] or 0), int(g["d"])), time=g["t"] or "")
    return month(y, int(g["m"])) if g["m"] else year(y)
