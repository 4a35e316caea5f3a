"""From the logits of a cue's window to words: which are its source, which the cue, which the content."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimwire.encoder.labels import CONTENT, CUE, OTHER, ROLES, SOURCE
from claimwire.layers.attributions.choice import Frame, Interval

Floats = NDArray[np.float32]

_OTHER, _SOURCE, _CUE, _CONTENT = (ROLES.index(r) for r in (OTHER, SOURCE, CUE, CONTENT))
# Words without the role that a source may have inside.
_HOLE = 2
# How much surer, as a sum of log odds over its words, a stretch must be of its role to part from what is
# around it, as a hole in a content.
_PARTS = 2.0


def probabilities(logits: Floats) -> Floats:
    """Softmax over the last axis."""
    e = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)  # type: ignore[no-any-return]


def decode(logits: Floats, at: int, first: int, cue_probability: float) -> Frame | None:
    """The frame of the cue that begins at row `at`; rows are words, the first of them is word `first`.

    None where the encoder sees no content.
    """
    chances = probabilities(logits)
    roles = chances.argmax(axis=-1)
    roles[at] = _CUE
    cue = _around(roles.tolist(), at)
    contents = _smoothed(roles, np.log((chances[:, _CONTENT] + 1e-6) / (chances[:, _OTHER] + 1e-6)))
    if not contents:
        return None
    sources = _filled(_runs(roles == _SOURCE), roles.tolist())
    source = max(sources, key=lambda s: float(chances[s[0] : s[1], _SOURCE].sum()), default=None)
    taken = chances[roles == _CONTENT, _CONTENT]
    if source:
        taken = np.concatenate((taken, chances[source[0] : source[1], _SOURCE]))
    return Frame(
        cue=_shift(cue, first),
        source=_shift(source, first) if source else None,
        content=tuple(_shift(c, first) for c in contents),
        cue_probability=cue_probability,
        probability=float(np.exp(np.log(taken.clip(1e-6)).mean())),
    )


def _around(roles: Sequence[int], at: int) -> Interval:
    stop = at + 1
    while stop < len(roles) and roles[stop] == _CUE:
        stop += 1
    return at, stop


def _runs(inside: NDArray[np.bool_]) -> list[Interval]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _smoothed(roles: NDArray[np.int64], odds: Floats) -> list[Interval]:
    """The pieces of content; odds: log odds of content against no role, a word each."""
    runs = _runs(roles == _CONTENT)
    if not runs:
        return []
    joined = [runs[0]]
    for a, b in runs[1:]:
        hole = slice(joined[-1][1], a)
        if not roles[hole].any() and -odds[hole].sum() < _PARTS:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _filled(runs: list[Interval], roles: Sequence[int]) -> list[Interval]:
    """Sources with few words between them, none of which has a role, as one."""
    out: list[Interval] = []
    for a, b in runs:
        if out and a - out[-1][1] <= _HOLE and not any(roles[out[-1][1] : a]):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _shift(interval: Interval, first: int) -> Interval:
    return interval[0] + first, interval[1] + first
