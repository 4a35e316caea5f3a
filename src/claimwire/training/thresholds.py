"""From scenes that the scorer never saw: its temperature, and how sure it must be by class."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimwire.training.references import RatedScene

Floats = NDArray[np.float32]
# The precision that each class of references must keep, as far as it can be had: a wrong name in a database
# is worse than none. A noun phrase that nobody annotated counts as wrong, though it may be an apposition.
WANTED = {"he": 0.9, "she": 0.9, "I": 0.88, "we": 0.88, "it": 0.8, "they": 0.78,
          "person": 0.8, "body": 0.8, "place": 0.8, "thing": 0.8}  # fmt: skip
_STEPS = [round(0.3 + 0.02 * k, 2) for k in range(33)]
_FEWEST = 12


def temperature_of(logits: Sequence[Floats], scenes: Sequence[RatedScene]) -> float:
    """The temperature at which the probabilities are likeliest."""
    known = [(z, s) for z, s in zip(logits, scenes, strict=True) if s.known and not s.hopeless]

    def loss(t: float) -> float:
        return -sum(_right(_softmax(z / t), s) for z, s in known)

    return min((round(0.6 + 0.1 * k, 1) for k in range(25)), key=loss)


def _softmax(z: Floats) -> Floats:
    p = np.exp(z - z.max())
    found: Floats = p / p.sum()
    return found


def _right(p: Floats, s: RatedScene) -> float:
    return float(np.log(max(sum(p[k + 1] for k in s.right) if s.right else p[0], 1e-6)))


def least_of(found: Sequence[tuple[RatedScene, Floats]]) -> dict[str, float]:
    """Class -> the least probability at which an answer is taken: best F1 at the wanted precision."""
    return {cls: _least([(s, p) for s, p in found if s.cls == cls], want) for cls, want in WANTED.items()}


def _least(found: Sequence[tuple[RatedScene, Floats]], want: float) -> float:
    rated = []
    for s, p in found:
        if len(p) > 1:
            k = int(p[1:].argmax())
            rated.append((float(p[k + 1]), k in s.right))
    total = sum(bool(s.right) for s, _ in found) or 1
    best: tuple[float, float] | None = None
    for least in _STEPS:
        taken = [right for p, right in rated if p >= least]
        if len(taken) < _FEWEST:
            break
        precision, recall = sum(taken) / len(taken), sum(taken) / total
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        if precision >= want and (best is None or f1 > best[0]):
            best = f1, least
    return best[1] if best else 0.9
