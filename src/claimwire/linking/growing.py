"""Grow the trees that `claimwire.linking.trees` reads, with scikit-learn."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.features import NAMES
from claimwire.linking.trees import DEPTH

TREES, RATE = 200, 0.04


def grow(x: NDArray[np.float32], y: NDArray[np.bool_]) -> dict[str, Any]:
    """Boosted trees for the log of the odds, as `claimwire.linking.trees` reads them."""
    from sklearn.ensemble import GradientBoostingClassifier

    model = GradientBoostingClassifier(
        n_estimators=TREES, max_depth=DEPTH, subsample=0.5, max_features=0.25, learning_rate=RATE,
        min_samples_leaf=20, random_state=0,
    ).fit(x, y)  # fmt: skip
    share = float(y.mean())
    grown = [_complete(tree.tree_) for tree in model.estimators_[:, 0]]
    return {"bias": round(float(np.log(share / (1 - share))), 5), "trees": grown}


def _complete(tree: Any) -> list[list[Any]]:
    """A tree as [names, bounds, leaves], complete: a leaf that stands higher stands for all below it."""
    names: list[str] = [NAMES[0]] * (2**DEPTH - 1)
    bounds, leaves = [0.0] * (2**DEPTH - 1), [0.0] * 2**DEPTH

    def put(place: int, node: int) -> None:
        if place >= 2**DEPTH - 1:
            leaves[place - (2**DEPTH - 1)] = round(RATE * float(tree.value[node][0][0]), 5)
            return
        split = tree.children_left[node] != -1
        if split:
            names[place], bounds[place] = NAMES[tree.feature[node]], round(float(tree.threshold[node]), 5)
        put(2 * place + 1, tree.children_left[node] if split else node)
        put(2 * place + 2, tree.children_right[node] if split else node)

    put(0, 0)
    return [names, bounds, leaves]
