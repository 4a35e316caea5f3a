"""The publication date that a dateline tells: "LONDON, Feb 8, 2005 (Agency) -"."""

from __future__ import annotations

import re
from datetime import date

from claimwire.layers.times import period as cal
from claimwire.lexicon import table

# A dateline stands at the head of an article
REACH = 600

_PLACE = r"^[ \t]*[A-Z][A-Z.’' -]{2,}(?:,[ \t]*[A-Z][\w.’' -]{1,30})?"
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_DATELINE = re.compile(
    rf"{_PLACE}[,:]?[ \t]+"
    rf"(?:\(?{_MONTH}[ \t]+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})[ \t]+(?P<month2>[A-Z][a-z]{{2,8}})\.?)"
    r"(?:,?[ \t]+(?P<year>(?:19|20)\d\d))?\)?[ \t]*(?:[,.:]?[ \t]*\([^)\n]{2,40}\))?[ \t]*(?:[-–—:]|--|_|/)",
    re.MULTILINE,
)


def dateline_date(text: str) -> date | None:
    """The date of a dateline with a year; None where there is none or the year is not told."""
    found = _DATELINE.search(text[:REACH])
    if not found or not found["year"]:
        return None
    name = (found["month"] or found["month2"]).lower()
    months = {r["word"]: int(r["value"]) for r in table("time_words") if r["class"] in ("month", "monthabbr")}
    try:
        return cal.day(int(found["year"]), months.get(name, 0), int(found["day"] or found["day2"])).start
    except cal.CalendarError:
        return None
