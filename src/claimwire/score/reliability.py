"""Whether probabilities say what happens: calibration error, and how well they put right before wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

BANDS = 10
Rated = Sequence[tuple[float, bool]]


class Band(NamedTuple):
    """Claims of one tenth of confidence: from, how many, mean confidence, share right (all 0..1)."""

    low: float
    size: int
    mean: float
    right: float


def bands(rated: Rated) -> list[Band]:
    """The items, each a probability and whether it was right, by tenths of probability."""
    found: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for p, right in rated:
        found[min(BANDS - 1, int(p * BANDS))].append((p, right))
    return [
        Band(k / BANDS, len(rows), sum(p for p, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows))
        for k, rows in sorted(found.items())
    ]


def calibration_error(rated: Rated) -> float:
    """The mean distance of confidence from the share right, over the bands, in points of 100."""
    n = len(rated)
    return 100 * sum(b.size * abs(b.mean - b.right) for b in bands(rated)) / n if n else 0.0


def auc(rated: Rated) -> float | None:
    """The chance (0..1) that a right item has more confidence than a wrong one, ties half.

    None where all are right or all are wrong.
    """
    ranked = sorted(p for p, _ in rated)
    places: dict[float, list[int]] = defaultdict(list)
    for place, p in enumerate(ranked, 1):
        places[p].append(place)
    rank = {p: sum(found) / len(found) for p, found in places.items()}
    right = [rank[p] for p, ok in rated if ok]
    wrong = len(rated) - len(right)
    if not right or not wrong:
        return None
    return (sum(right) - len(right) * (len(right) + 1) / 2) / (len(right) * wrong)


def upper_half(rated: Rated) -> float | None:
    """The share (0..1) right among the half with more confidence; None where there are no two items."""
    best = sorted(rated, key=lambda item: -item[0])[: len(rated) // 2]
    return sum(right for _, right in best) / len(best) if best else None
