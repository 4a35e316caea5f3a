"""How likely two statements of two articles state the same, by weights learned from hand-joined articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.features import COMMON, NAMES, NUMBERS, pair_features
from claimwire.linking.profile import Floats, Profile

WEIGHTS = "pairs.json"
LEAST = 2.0  # of common weight: about one rare word


@dataclass(frozen=True, slots=True)
class Scorer:
    """A logistic regression over the features of a pair.

    `threshold` is how alike two groups are at least when they are joined; `floor` under which a pair is
    taken for none, so that it need not be kept; `name` tells these weights from others.
    """

    name: str
    bias: float
    weights: Floats
    threshold: float
    floor: float

    def __call__(self, a: Profile, b: Profile) -> Floats:
        """The probability of every pair: (statements of a, statements of b)."""
        features = pair_features(a, b)
        z = features @ self.weights + self.bias
        scores: Floats = np.where(likely(features), 1.0 / (1.0 + np.exp(-np.clip(z, -30.0, 30.0))), 0.0)
        return scores


def likely(features: Floats) -> NDArray[np.bool_]:
    """Which pairs have anything rare in common; all others are none."""
    found: NDArray[np.bool_] = (features[..., COMMON] >= LEAST) | (features[..., NUMBERS] > 0)
    return found


@cache
def scorer() -> Scorer:
    """The shipped weights. Raises ValueError where they are of other features than the code's."""
    return loaded(files("claimwire.linking.weights").joinpath(WEIGHTS).read_text("utf-8"))


def loaded(text: str) -> Scorer:
    """The scorer of a weights file."""
    held = json.loads(text)
    weights: dict[str, float] = held["weights"]
    if set(weights) != set(NAMES):
        raise ValueError("the weights are of other features than this claimwire computes")
    ordered = np.array([weights[n] for n in NAMES], dtype=np.float32)
    return Scorer(held["name"], held["bias"], ordered, held["threshold"], held["floor"])
