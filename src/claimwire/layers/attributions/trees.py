"""Gradient-boosted trees as plain arrays, applied to many rows at once by numpy alone."""

from __future__ import annotations

import numpy as np

_ARRAYS = ("feature", "threshold", "left", "right", "value")


class Trees:
    """An ensemble. Arrays have one row a tree and one column a node; a leaf points at itself.

    feature, threshold: the test x[feature] <= threshold; left, right: the next node; value: of leaves.
    """

    __slots__ = ("feature", "threshold", "left", "right", "value", "base", "depth", "roots")

    def __init__(self, base: float, depth: int, **arrays: np.ndarray) -> None:
        self.base, self.depth = base, depth
        trees, nodes = arrays["feature"].shape
        self.roots = np.arange(trees, dtype=np.intp) * nodes
        shift = self.roots[:, None]
        self.feature = arrays["feature"].astype(np.intp).ravel()
        self.threshold = arrays["threshold"].astype(np.float32).ravel()
        self.left = (arrays["left"].astype(np.intp) + shift).ravel()
        self.right = (arrays["right"].astype(np.intp) + shift).ravel()
        self.value = arrays["value"].astype(np.float32).ravel()

    def predict(self, rows: np.ndarray) -> np.ndarray:
        """The raw score of each row (a logit where the ensemble was trained to classify)."""
        n, width = rows.shape
        if not n:
            return np.zeros(0, dtype=np.float32)
        flat = np.ascontiguousarray(rows, dtype=np.float32).ravel()
        offset = (np.arange(n, dtype=np.intp) * width)[:, None]
        at = np.broadcast_to(self.roots, (n, len(self.roots)))
        for _ in range(self.depth):
            goes_left = flat.take(self.feature.take(at) + offset) <= self.threshold.take(at)
            at = np.where(goes_left, self.left.take(at), self.right.take(at))
        scores: np.ndarray = self.base + self.value.take(at).sum(axis=1)
        return scores

    @classmethod
    def from_arrays(cls, arrays: dict[str, np.ndarray], name: str) -> Trees:
        """The ensemble that training exported under this name."""
        base, depth = arrays[f"{name}.base"]
        return cls(float(base), int(depth), **{k: arrays[f"{name}.{k}"] for k in _ARRAYS})


def export(model: object, name: str) -> dict[str, np.ndarray]:
    """A scikit-learn HistGradientBoosting model (one output) as the arrays that `Trees` reads."""
    predictors = [p[0].nodes for p in model._predictors]  # type: ignore[attr-defined]
    width = max(len(n) for n in predictors)
    out = {k: np.zeros((len(predictors), width)) for k in _ARRAYS}
    for t, nodes in enumerate(predictors):
        k = len(nodes)
        leaf = nodes["is_leaf"].astype(bool)
        here = np.arange(k)
        out["feature"][t, :k] = np.where(leaf, 0, nodes["feature_idx"])
        out["threshold"][t, :k] = np.where(leaf, 0.0, nodes["num_threshold"])
        out["left"][t, :k] = np.where(leaf, here, nodes["left"])
        out["right"][t, :k] = np.where(leaf, here, nodes["right"])
        out["value"][t, :k] = np.where(leaf, nodes["value"], 0.0)
    depth = max(int(n["depth"].max()) for n in predictors)
    base = float(np.ravel(model._baseline_prediction)[0])  # type: ignore[attr-defined]
    kinds = {
        "feature": np.uint8,
        "threshold": np.float32,
        "left": np.uint16,
        "right": np.uint16,
        "value": np.float32,
    }
    arrays = {f"{name}.{k}": v.astype(kinds[k]) for k, v in out.items()}
    return arrays | {f"{name}.base": np.array([base, depth], dtype=np.float32)}
