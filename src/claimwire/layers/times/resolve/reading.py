"""What a resolver gets (a mention and its context) and what it gives back (a reading)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from claimwire.layers.times.period import PARTIAL, Period
from claimwire.layers.times.scan import Alphabet
from claimwire.records import TimexMod, TimexType

Tense = Literal["past", "present", "future"] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 reading. `period` is null for durations, sets, references and partial dates.

    bounded: whether the period's first and last day are those of the calendar (not of a fiscal year).
    aside: a time only compared with, from which nothing later is counted ("up from a year earlier").
    """

    type: TimexType
    value: str
    mod: TimexMod | None = None
    period: Period | None = None
    anchored: bool = True
    bounded: bool = True
    aside: bool = False


@dataclass(frozen=True, slots=True)
class TimeMention:
    """The words of an expression (`words`) and of the whole match around it (`outer`), lower-case.

    after: the word behind it; following: the next few. tense: that of its clause. sentence: index of its
    sentence.
    """

    rule: str
    resolver: str
    words: list[str]
    outer: list[str]
    start: int
    end: int
    alphabet: Alphabet
    tense: Callable[[], Tense] = lambda: None
    sentence: int = 0
    after: str = ""
    following: tuple[str, ...] = ()

    def get(self, cls: str) -> str | None:
        """The value of the first word of a class."""
        values = self.alphabet.values
        for word in self.words:
            if (word, cls) in values:
                return values[word, cls]
        return None

    def word(self, cls: str) -> str | None:
        """The first word of a class."""
        return next((w for w in self.words if (w, cls) in self.alphabet.values), None)

    def has(self, *words: str) -> bool:
        """Whether one of these words is part of the expression."""
        return any(w in self.words for w in words)


@dataclass(slots=True)
class Context:
    """What is known when a mention is read: the publication date, and the times mentioned before it.

    last: the last period named. business: the last quarter, half or nine-month period of a report, and
    the sentence that named it. latest: the last time or stretch of time. months: length of a report's stretch
    whose last day comes next. day_first: whether the article writes 5/12 for the fifth of December.
    """

    published: date | None = None
    last: Period | None = None
    business: Period | None = None
    business_sentence: int = -9
    day: Period | None = None
    latest: Reading | None = None
    months: int = 0
    day_first: Callable[[], bool] = lambda: False
    marks: dict[str, int] = field(default_factory=dict)


def dated(period: Period, mod: TimexMod | None = None) -> Reading:
    """The reading of a known period."""
    return Reading("TIME" if period.time else "DATE", period.value, mod, period)


def unanchored(grain: str, mod: TimexMod | None = None) -> Reading:
    """The reading of a period of which only the granularity is known."""
    return Reading("DATE", PARTIAL[grain], mod, anchored=False)


def edge_mod(mention: TimeMention) -> TimexMod | None:
    """START, MID or END by "early", "the middle of", "late"; APPROX by "around" and "or so"."""
    found = mention.get("part") or mention.get("edge") or mention.get("around")
    if found is None and "or" in mention.words:
        found = "APPROX"
    return found  # type: ignore[return-value]
