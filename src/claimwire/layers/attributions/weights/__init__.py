"""The trained weights of the attribution layer, as plain arrays, and how they are read and written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from claimwire.layers.attributions.linear import Linear
from claimwire.layers.attributions.trees import Trees

FILE = "attributions.npz"
FORMAT = 1


@dataclass(slots=True)
class Weights:
    """All a trained decider needs.

    nouns: "lemma/POS" of the nouns and adjectives that may be cues. floor: cue logit below which a candidate
    is dropped at once. thresholds: least acceptance logit by scope. calibration: acceptance logits and the
    share of right attributions at each, ascending, by scope.
    """

    cue: Linear
    source: Linear
    content_linear: Linear
    content: Trees
    accept: Trees
    nouns: frozenset[str]
    floor: float
    thresholds: dict[str, float]
    calibration: dict[str, tuple[list[float], list[float]]]
    about: dict[str, object]


@cache
def load(folder: str | None = None) -> Weights:
    """Weights of a folder, else the shipped ones. Raises ValueError where they cannot be read."""
    path = (Path(folder) if folder else Path(__file__).parent) / FILE
    try:
        with np.load(path, allow_pickle=False) as held:
            arrays = {k: held[k] for k in held.files}
    except (OSError, ValueError) as error:
        raise ValueError(f"attributions: no weights in {path.parent}: {error}") from error
    about = json.loads(bytes(arrays["about"]).decode())
    if about.get("format") != FORMAT:
        raise ValueError(f"attributions: weights in {path.parent} have another format; train them again")
    return Weights(
        cue=Linear.from_arrays(arrays, "cue"),
        source=Linear.from_arrays(arrays, "source"),
        content_linear=Linear.from_arrays(arrays, "content_linear"),
        content=Trees.from_arrays(arrays, "content"),
        accept=Trees.from_arrays(arrays, "accept"),
        nouns=frozenset(about.pop("nouns")),
        floor=about.pop("floor"),
        thresholds=about.pop("thresholds"),
        calibration={k: (x, y) for k, (x, y) in about.pop("calibration").items()},
        about=about,
    )


def save(folder: Path, arrays: dict[str, np.ndarray], about: dict[str, object]) -> Path:
    """Write weights to a folder, which is made where it is not there. Returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(about | {"format": FORMAT}, sort_keys=True)
    path = folder / FILE
    held: dict[str, Any] = {**arrays, "about": np.frombuffer(text.encode(), dtype=np.uint8)}
    np.savez_compressed(path, **held)
    return path
