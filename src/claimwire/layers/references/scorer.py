"""Scores of an anaphor's candidates, and of nobody, by a small network beside the encoder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimwire.encoder.card import WeightsError
from claimwire.layers.references.discourse import Actor
from claimwire.layers.references.features import Scene

FILE = "references.json"
# Of the features that the weights were fitted on
FORMAT = 2
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """Who an anaphor is: None for nobody, or where the scorer is not sure enough.

    best: the likeliest entity, also where it was not sure enough; rival: the next, None for nobody.
    """

    actor: Actor | None
    best: Actor | None
    probability: float
    rival: Actor | None
    rival_probability: float


class Scorer:
    """Two layers over the features of anaphor and candidate; one logit each, and one for nobody."""

    def __init__(self, weights: dict[str, Any]) -> None:
        if weights["format"] != FORMAT:
            raise ValueError(f"made for format {weights['format']}, not {FORMAT}")
        self._candidate = [tuple(np.array(x) for x in layer) for layer in weights["candidate"]]
        self._nobody = [tuple(np.array(x) for x in layer) for layer in weights["nobody"]]
        self._temperature: float = weights["temperature"]
        self._least: dict[str, float] = weights["least"]

    def probabilities(self, scene: Scene) -> Floats:
        """How likely the anaphor is nobody (first), and each candidate."""
        logits = _through(self._nobody, scene.own.astype(np.float64)[None])
        if scene.rows:
            rows = np.stack([np.concatenate([scene.own, row]) for row in scene.rows]).astype(np.float64)
            logits = np.concatenate([logits, _through(self._candidate, rows)])
        logits = logits / self._temperature
        found = np.exp(logits - logits.max())
        shares: Floats = found / found.sum()
        return shares

    def choose(self, scene: Scene) -> Choice:
        """The entity that is likely enough for the anaphor's class, or nobody."""
        p = self.probabilities(scene)
        order = [int(k) for k in np.argsort(-p, kind="stable")]
        named = [k for k in order if k]
        if not named:
            return Choice(None, None, float(p[0]), None, 0.0)
        best = named[0]
        rest = [k for k in order if k != best][0]
        actor = scene.candidates[best - 1]
        sure = p[best] >= self._least[scene.anaphor.cls]
        rival = scene.candidates[rest - 1] if rest else None
        return Choice(actor if sure else None, actor, float(p[best]), rival, float(p[rest]))


def _through(layers: list[tuple[Floats, ...]], rows: Floats) -> Floats:
    for k, (weight, bias) in enumerate(layers):
        rows = rows @ weight.T + bias
        if k + 1 < len(layers):
            rows = np.maximum(rows, 0.0)
    found: Floats = rows[:, 0]
    return found


@lru_cache(maxsize=4)
def scorer_of(folder: Path) -> Scorer:
    """The scorer of a folder of weights. Raises WeightsError."""
    try:
        return Scorer(json.loads((folder / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(
            f"no weights for references in {folder} that fit this version: install claimwire again"
        ) from error
