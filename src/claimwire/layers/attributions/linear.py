"""A linear model over strings, as a dictionary: what training exports and documents are scored with."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

import numpy as np

_NOTHING = repeat(0.0)


class Linear:
    """Weights by sign; the score of a thing is the sum over its signs, a logit."""

    __slots__ = ("weights", "bias")

    def __init__(self, weights: dict[str, float], bias: float = 0.0) -> None:
        self.weights, self.bias = weights, bias

    def score(self, signs: Iterable[str]) -> float:
        """The logit of a thing with these signs, which must be distinct; unknown ones count nothing."""
        return self.bias + sum(map(self.weights.get, signs, _NOTHING))

    def arrays(self, name: str) -> dict[str, np.ndarray]:
        """The model as plain arrays: signs as one UTF-8 text with NULs between, weights in half precision."""
        keys = sorted(k for k, w in self.weights.items() if abs(w) >= 0.01 and "\0" not in k)
        return {
            f"{name}.signs": np.frombuffer("\0".join(keys).encode(), dtype=np.uint8),
            f"{name}.weights": np.array([self.weights[k] for k in keys], dtype=np.float16),
            f"{name}.bias": np.array([self.bias], dtype=np.float32),
        }

    @classmethod
    def from_arrays(cls, arrays: dict[str, np.ndarray], name: str) -> Linear:
        """The model that `arrays` wrote."""
        text = bytes(arrays[f"{name}.signs"]).decode()
        weights = arrays[f"{name}.weights"].astype(float).tolist()
        signs = text.split("\0") if text else []
        return cls(dict(zip(signs, weights, strict=True)), float(arrays[f"{name}.bias"][0]))
