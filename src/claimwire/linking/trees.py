"""Boosted decision trees as three arrays: read and asked without the library that grew them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.profile import Floats, Ints

DEPTH = 3


@dataclass(frozen=True, slots=True)
class Trees:
    """Complete trees of DEPTH. Below node n are 2n + 1 (the feature is not above its bound) and 2n + 2.

    features and bounds: (trees, 2**DEPTH - 1); leaves: (trees, 2**DEPTH); bias: what stands without a tree.
    """

    bias: float
    features: Ints
    bounds: Floats
    leaves: Floats

    def __call__(self, x: NDArray[np.float32]) -> Floats:
        """The sum of the leaves that each row of features reaches: the log of the odds."""
        splits = 2**DEPTH - 1
        first = np.arange(len(self.features)) * splits
        row = (np.arange(len(x)) * x.shape[1])[:, None]
        node = np.zeros((len(x), len(first)), dtype=np.int64)
        for _ in range(DEPTH):
            place = first + node
            above = x.take(row + self.features.take(place)) > self.bounds.take(place)
            node = 2 * node + 1 + above
        leaf = np.arange(len(first)) * (splits + 1) + node - splits
        summed: Floats = self.leaves.take(leaf).sum(axis=1) + self.bias
        return summed


def trees(held: dict[str, Any], names: Sequence[str]) -> Trees:
    """The trees of a weights file: {"bias", "trees": [[names of features], [bounds], [leaves]]}."""
    place = {name: i for i, name in enumerate(names)}
    features = [[place[name] for name in split] for split, _, _ in held["trees"]]
    bounds, leaves = ([tree[i] for tree in held["trees"]] for i in (1, 2))
    return Trees(
        held["bias"], np.array(features, np.int64), np.array(bounds, np.float64), np.array(leaves, np.float64)
    )
