"""How likely two statements of two articles state the same, by weights learned from hand-joined articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.features import NAMES, pair_features
from claimwire.linking.profile import Floats, Profile
from claimwire.linking.trees import Trees, trees

WEIGHTS = "pairs.json"
# A pair that the regression finds less likely than this is none; the trees are not asked.
HOPELESS = 0.02


@dataclass(frozen=True, slots=True)
class Scorer:
    """The mean of a logistic regression and of boosted trees over the features of a pair.

    `threshold` is how alike two groups are at least when they are joined; `floor` under which a pair is
    taken for none, so that it need not be kept; `name` tells these weights from others.
    """

    name: str
    bias: float
    weights: Floats
    trees: Trees
    threshold: float
    floor: float

    def __call__(self, a: Profile, b: Profile) -> list[tuple[int, int, float]]:
        """The pairs of a statement of `a` and one of `b` not under `floor`, with their probabilities."""
        pairs = pair_features(a, b)
        scores = self.likelihoods(pairs.features)
        return [
            (int(pairs.rows[i]), int(pairs.columns[i]), float(scores[i]))
            for i in np.flatnonzero(scores >= self.floor)
        ]

    def likelihoods(self, features: NDArray[np.float32]) -> Floats:
        """The probability of each row of features."""
        scores = _logistic(features @ self.weights + self.bias)
        asked = np.flatnonzero(scores >= HOPELESS)
        scores[asked] = (scores[asked] + _logistic(self.trees(features[asked]))) / 2
        return scores


def _logistic(z: Floats) -> Floats:
    likelihood: Floats = 1.0 / (1.0 + np.exp(-np.clip(z, -30.0, 30.0)))
    return likelihood


@cache
def scorer() -> Scorer:
    """The shipped weights. Raises ValueError where they are of other features than the code's."""
    return loaded(files("claimwire.linking.weights").joinpath(WEIGHTS).read_text("utf-8"))


def loaded(text: str) -> Scorer:
    """The scorer of a weights file."""
    held: dict[str, Any] = json.loads(text)
    weights: dict[str, float] = held["weights"]
    if set(weights) != set(NAMES):
        raise ValueError("the weights are of other features than this claimwire computes")
    ordered = np.array([weights[n] for n in NAMES], dtype=np.float64)
    return Scorer(
        held["name"], held["bias"], ordered, trees(held["trees"], NAMES), held["threshold"], held["floor"]
    )
