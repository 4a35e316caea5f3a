"""From acceptance logits to confidences: isotonic regression at training, interpolation at use."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

_KNOTS = 25


def fit(logits: np.ndarray, right: np.ndarray, least: float) -> tuple[list[float], list[float]]:
    """Knots (logit, share right) of a monotone curve over the accepted proposals (logit >= least)."""
    from sklearn.isotonic import IsotonicRegression

    kept = logits >= least
    x, y = logits[kept], right[kept].astype(float)
    if len(x) < _KNOTS:
        return [0.0], [float(y.mean()) if len(y) else 0.0]
    curve = IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip").fit(x, y)
    knots = np.unique(np.quantile(x, np.linspace(0, 1, _KNOTS)))
    return knots.round(4).tolist(), curve.predict(knots).round(4).tolist()


def curve(knots: tuple[Sequence[float], Sequence[float]]) -> Callable[[float], float | None]:
    """The function from a logit to a confidence, rounded to three places."""
    x, y = knots
    return lambda logit: round(float(np.interp(logit, x, y)), 3) if math.isfinite(logit) else None


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float, float, int]]:
    """Per tenth of confidence: its lower end, mean confidence, share right, how many."""
    out = []
    for k in range(10):
        rows = [j for j, c in enumerate(confidences) if k <= c * 10 < k + 1 or (k == 9 and c >= 1)]
        if rows:
            mean = sum(confidences[j] for j in rows) / len(rows)
            out.append((k / 10, mean, sum(right[j] for j in rows) / len(rows), len(rows)))
    return out
