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

FORMAT = 2


@dataclass(slots=True)
class Weights:
    """All that a trained decider of one scope needs.

    nouns: "lemma/POS" of the nouns and adjectives that may be cues. floor: cue logit below which a candidate
    is dropped at once. threshold: least acceptance logit. calibration: acceptance logits and the share of
    right attributions at each, ascending.
    """

    cue: Linear
    source: Linear
    content_linear: Linear
    content: Trees
    accept: Trees
    nouns: frozenset[str]
    floor: float
    threshold: float
    calibration: tuple[list[float], list[float]]
    about: dict[str, object]


def file_of(scope: str) -> str:
    """Name of the file that holds the weights of a scope."""
    return f"{scope}.npz"


@cache
def load(scope: str, folder: str | None = None) -> Weights:
    """Weights of a scope, from a folder or the shipped ones. Raises ValueError where they cannot be read."""
    path = (Path(folder) if folder else Path(__file__).parent) / file_of(scope)
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
        threshold=about.pop("threshold"),
        calibration=tuple(about.pop("calibration")),
        about=about,
    )


def save(folder: Path, scope: str, arrays: dict[str, np.ndarray], about: dict[str, object]) -> Path:
    """Write weights of a scope to a folder, which is made where it is not there. Returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(about | {"format": FORMAT}, sort_keys=True)
    path = folder / file_of(scope)
    held: dict[str, Any] = {**arrays, "about": np.frombuffer(text.encode(), dtype=np.uint8)}
    np.savez_compressed(path, **held)
    return path
