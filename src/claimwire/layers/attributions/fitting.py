"""Fitting the models of a stage, with scores of every row by a model that has not seen its article."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from claimwire.layers.attributions.linear import Linear

FOLDS = 5
_RARE = 3  # signs seen less often are not learnt


class SignTable:
    """Rows of signs, kept as integers."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.cells, self.ends = array("i"), array("q", [0])

    def add(self, row: Sequence[str]) -> None:
        """Append one row."""
        ids = self.ids
        self.cells.extend(sorted({ids.setdefault(s, len(ids)) for s in row}))
        self.ends.append(len(self.cells))

    def matrix(self) -> Any:
        """The rows as a sparse matrix of ones."""
        from scipy.sparse import csr_matrix

        cells = np.frombuffer(self.cells, dtype=np.int32)
        ends = np.frombuffer(self.ends, dtype=np.int64)
        shape = (len(ends) - 1, len(self.ids))
        return csr_matrix((np.ones(len(cells), np.float32), cells, ends), shape=shape)


def fit_linear(
    table: SignTable, y: np.ndarray, use: np.ndarray, folds: np.ndarray, strength: float
) -> tuple[Linear, np.ndarray]:
    """A logistic regression over the rows in `use`; and each row's logit from a model without its fold."""
    from sklearn.linear_model import LogisticRegression

    x = table.matrix()
    common = np.flatnonzero(np.bincount(x.indices, minlength=x.shape[1]) >= _RARE)
    x = x[:, common]
    held_out = np.zeros(len(y))
    for k in range(FOLDS):
        model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
        train = use & (folds != k)
        model.fit(x[train], y[train])
        held_out[folds == k] = model.decision_function(x[folds == k])
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0).fit(x[use], y[use])
    names = list(table.ids)
    weights = {names[j]: float(w) for j, w in zip(common, model.coef_[0], strict=True)}
    return Linear(weights, float(model.intercept_[0])), held_out


def fit_trees(
    make: Callable[[], Any], x: np.ndarray, y: np.ndarray, use: np.ndarray, folds: np.ndarray
) -> tuple[Any, np.ndarray]:
    """Boosted trees over the rows in `use`; and each row's raw score from a model without its fold."""
    held_out = np.zeros(len(x))
    for k in range(FOLDS):
        train = use & (folds != k)
        model = make().fit(x[train], y[train])
        held_out[folds == k] = model._raw_predict(x[folds == k])[:, 0]
    return make().fit(x[use], y[use]), held_out
