"""Figures for the report: bars and a timeline, as plain numbers that the template draws in SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from claimwire.records import Claim
from claimwire.view.words import speaker_of

MOST_BARS = 12
MOST_BINS = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A label, its count, and the count's share of the greatest (0..100)."""

    label: str
    count: int
    share: float


def _bars(counts: list[tuple[str, int]]) -> list[Bar]:
    top = max((n for _, n in counts), default=0)
    return [Bar(label, n, round(100 * n / top, 2)) for label, n in counts]


def claims_per_speaker(claims: Iterable[Claim]) -> list[Bar]:
    """The speakers with most claims, the article's own voice apart."""
    counts = Counter(name for c in claims if (name := speaker_of(c)))
    return _bars(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:MOST_BARS])


def timeline(claims: Iterable[Claim]) -> list[Bar]:
    """How many dated statements fall in each year, or in each month when they lie within two years."""
    days = [d.earliest for c in claims for d in c.dates if d.earliest]
    if not days:
        return []
    width = 7 if int(max(days)[:4]) - int(min(days)[:4]) < 2 else 4
    counts = sorted(Counter(day[:width] for day in days).items())
    return _bars(counts[-MOST_BINS:])
