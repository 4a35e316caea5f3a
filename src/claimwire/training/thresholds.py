"""From scenes that the scorer never saw: its temperature, and how sure it must be by class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimwire.training.references import RatedScene

Floats = NDArray[np.float32]
Rated = tuple[RatedScene, Floats]
# The precision that each class of references must keep, as far as it can be had: a wrong name in a database
# is worse than none. A noun phrase that nobody annotated counts as wrong, though it may be an apposition.
WANTED = {"he": 0.91, "she": 0.91, "I": 0.88, "we": 0.86, "it": 0.8, "they": 0.75,
          "person": 0.8, "body": 0.8, "place": 0.8, "thing": 0.8}  # fmt: skip
# An answer must at least be likelier than not
_STEPS = [round(0.5 + 0.02 * k, 2) for k in range(23)]
_FEWEST = 12
_BINS = 10


def temperature_of(unseen: Sequence[Rated]) -> float:
    """The temperature at which the probabilities are likeliest; unseen: scenes with their logits."""
    known = [(s, z) for s, z in unseen if s.known and not s.hopeless]

    def loss(t: float) -> float:
        return -sum(_right(softmax(z / t), s) for s, z in known)

    return min((round(0.6 + 0.1 * k, 1) for k in range(25)), key=loss)


def softmax(z: Floats) -> Floats:
    """Shares of logits."""
    p = np.exp(z - z.max())
    found: Floats = p / p.sum()
    return found


def _right(p: Floats, s: RatedScene) -> float:
    return float(np.log(max(sum(p[k + 1] for k in s.right) if s.right else p[0], 1e-6)))


def least_of(rated: Sequence[Rated]) -> dict[str, float]:
    """Class -> the least probability at which an answer is taken: best F1 at the wanted precision."""
    return {cls: _least([(s, p) for s, p in rated if s.cls == cls], want) for cls, want in WANTED.items()}


def _least(rated: Sequence[Rated], want: float) -> float:
    named = [found for s, p in rated if (found := _best(s, p)) is not None]
    total = sum(bool(s.right) for s, _ in rated) or 1
    best: tuple[float, float] | None = None
    for least in _STEPS:
        taken = [right for p, right in named if p >= least]
        if len(taken) < _FEWEST:
            break
        precision, recall = sum(taken) / len(taken), sum(taken) / total
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        if precision >= want and (best is None or f1 > best[0]):
            best = f1, least
    return best[1] if best else 0.9


def _best(s: RatedScene, p: Floats) -> tuple[float, bool] | None:
    """The probability of the likeliest entity, and whether it is right."""
    if len(p) < 2:
        return None
    k = int(p[1:].argmax())
    return float(p[k + 1]), k in s.right


def figures_of(rated: Sequence[Rated], least: dict[str, float]) -> dict[str, Any]:
    """Class -> precision, recall and count of the right ones, of what is annotated."""
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for s, p in rated:
        if not s.known:
            continue
        best = _best(s, p)
        taken = best is not None and best[0] >= least[s.cls]
        row = count[s.cls]
        row[0] += bool(taken and best and best[1])
        row[1] += taken
        row[2] += bool(s.right) or s.hopeless
    return {
        cls: {"P": round(100 * a / max(b, 1), 1), "R": round(100 * a / max(c, 1), 1), "gold": c}
        for cls, (a, b, c) in sorted(count.items())
    }


def calibration_of(rated: Sequence[Rated]) -> dict[str, Any]:
    """How far the probability of the likeliest entity is from the share of right ones, in points.

    error: the mean over ten bins of equal count; bins: mean probability and share right of each, in per cent.
    """
    named = sorted(best for s, p in rated if (best := _best(s, p)) is not None)
    bins = [b for b in np.array_split(np.array(named, dtype=float), _BINS) if len(b)]
    means = [(float(b[:, 0].mean()), float(b[:, 1].mean())) for b in bins]
    error = sum(len(b) * abs(p - r) for b, (p, r) in zip(bins, means, strict=True)) / max(len(named), 1)
    shown = [[round(100 * p), round(100 * r)] for p, r in means]
    return {"count": len(named), "error": round(100 * error, 1), "bins": shown}
