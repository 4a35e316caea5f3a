"""Counting: pairs of gold and predicted items, and the figures made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Match(NamedTuple):
    """A gold and a predicted item that are one: their places in their lists, and the wrong fields."""

    gold: int
    found: int
    wrong: tuple[str, ...]


def pair(
    gold: Sequence[Any], found: Sequence[Any], likeness: Callable[[Any, Any], float | None]
) -> list[tuple[int, int]]:
    """Places of gold and predicted items one to one, the most alike first; None from `likeness`: no match."""
    scored = [
        (score, -i, -j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (score := likeness(g, f)) is not None
    ]
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in sorted(scored, reverse=True):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((-i, -j))
    return pairs


@dataclass
class Tally:
    """Sums over documents: right, gold and predicted items a measure; right and matched items a share."""

    measures: dict[str, list[int]] = field(default_factory=dict)
    shares: dict[str, list[int]] = field(default_factory=dict)

    def measure(self, name: str, right: int, gold: int, predicted: int) -> None:
        """Add the counts of one document."""
        for place, count in enumerate((right, gold, predicted)):
            self.measures.setdefault(name, [0, 0, 0])[place] += count

    def share(self, name: str, right: bool) -> bool:
        """Add one matched item; gives back whether it was right."""
        counts = self.shares.setdefault(name, [0, 0])
        counts[0] += right
        counts[1] += 1
        return right

    def figures(self) -> dict[str, dict[str, float]]:
        """Measures as P, R, F1 and shares as accuracy, in per cent with one decimal."""
        out = {name: _figures(*counts) for name, counts in self.measures.items()}
        for name, (right, n) in self.shares.items():
            out[name] = {"accuracy": round(100 * right / n, 1), "n": n}
        return out


def _figures(right: int, gold: int, predicted: int) -> dict[str, float]:
    p, r = right / predicted if predicted else 0.0, right / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    percent = {"P": round(100 * p, 1), "R": round(100 * r, 1), "F1": round(100 * f1, 1)}
    return {**percent, "gold": gold, "predicted": predicted}
