"""The cues of a text and what belongs to each, as the encoder reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from claimwire.layers.attributions.choice import Frame, Interval
from claimwire.layers.attributions.decoding import decode
from claimwire.layers.encoded import Encoded

# How much of two contents must be the same for two cues to be two readings of one attribution.
_SAME = 0.8


def frames_of(encoded: Encoded, column: int, threshold: float) -> list[Frame]:
    """The frames of a text whose score reaches the threshold, in order of their cues.

    column: which of the encoder's notions of an attribution, an index of `encoder.labels.SCOPES`.
    """
    found = [f for f in _all(encoded, column, threshold) if f.score >= threshold]
    return without_duplicates(found)


def _all(encoded: Encoded, column: int, threshold: float) -> Iterator[Frame]:
    """Every frame whose cue alone is likely enough."""
    chances = 1 / (1 + np.exp(-encoded.cues[:, column]))
    for k, place in enumerate(encoded.places):
        cues = (place.first + np.flatnonzero(chances[place.first : place.stop] >= threshold)).tolist()
        if not cues:
            continue
        for word, logits in zip(cues, encoded.frames(k, cues, column), strict=True):
            frame = decode(logits, word - place.first, place.first, float(chances[word]))
            if frame is not None:
                yield frame


def without_duplicates(frames: Sequence[Frame]) -> list[Frame]:
    """Of two frames that are readings of one attribution the likelier: cues that overlap or, with no other
    source, the same content."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda f: (-f.score, f.cue)):
        if not any(_one(frame, other) for other in kept):
            kept.append(frame)
    return sorted(kept, key=lambda f: f.cue)


def _one(a: Frame, b: Frame) -> bool:
    if _shared([a.cue], [b.cue]):
        return True
    same_source = a.source == b.source or a.source is None or b.source is None
    return same_source and likeness(a.content, b.content) >= _SAME


def likeness(a: Sequence[Interval], b: Sequence[Interval]) -> float:
    """Shared share of two sets of stretches: intersection over union."""
    shared = _shared(a, b)
    return shared / (_size(a) + _size(b) - shared)


def _shared(a: Sequence[Interval], b: Sequence[Interval]) -> int:
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def _size(a: Sequence[Interval]) -> int:
    return sum(stop - first for first, stop in a)


def outermost(frames: Sequence[Frame]) -> list[Frame]:
    """The frames whose cue stands in no other's content; of two that hold
    each other's cues the one with more content."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda f: (-_size(f.content), f.cue)):
        if not any(_shared([frame.cue], other.content) for other in kept):
            kept.append(frame)
    return sorted(kept, key=lambda f: f.cue)
