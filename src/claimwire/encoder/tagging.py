"""From a tag's logits a word to spans: the best legal sequence of BIO tags, with probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claimwire.encoder.labels import LABELS, TAG_IDS, TAGS

Floats = NDArray[np.float32]
_NEVER = -1e4
_OUTSIDE = TAG_IDS["O"]
_BEGINS = {TAG_IDS["B-" + label]: label for label in LABELS}
_FIRST = [TAG_IDS["B-" + label] for label in LABELS]
_LATER = [TAG_IDS["I-" + label] for label in LABELS]


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words first..stop (exclusive) of a name. `votes`: the probability of each label, over its words."""

    first: int
    stop: int
    label: str
    probability: float
    votes: dict[str, float]

    @property
    def rival(self) -> tuple[str, float]:
        """The next best label and its probability."""
        rest = {k: v for k, v in self.votes.items() if k != self.label}
        best = max(rest, key=lambda k: rest[k])
        return best, rest[best]


@cache
def _steps() -> Floats:
    """0 where the column's tag may follow the row's, else a large negative number."""
    out = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for i, before in enumerate(TAGS):
        for j, tag in enumerate(TAGS):
            if tag.startswith("I-") and before[2:] != tag[2:]:
                out[i, j] = _NEVER
    return out


def log_softmax(logits: Floats) -> Floats:
    """Logarithms of the probabilities, a row a word."""
    top = logits - logits.max(-1, keepdims=True)
    found: Floats = top - np.log(np.exp(top).sum(-1, keepdims=True))
    return found


def best_tags(scores: Floats) -> list[int]:
    """The tags (indices of TAGS) of the best legal sequence; scores: log probabilities, words x tags."""
    if not len(scores):
        return []
    # where the best tag of each word makes a legal sequence, as nearly everywhere, no other can be better
    likeliest = scores.argmax(1)
    before = np.concatenate(([_OUTSIDE], likeliest[:-1]))
    if not _steps()[before, likeliest].any():
        return likeliest.tolist()  # type: ignore[no-any-return]
    return _viterbi(scores)


def _viterbi(scores: Floats) -> list[int]:
    steps = _steps()
    best = scores[0] + steps[_OUTSIDE]
    back = np.zeros(scores.shape, dtype=np.int64)
    for k in range(1, len(scores)):
        ways = best[:, None] + steps
        back[k] = ways.argmax(0)
        best = ways.max(0) + scores[k]
    out = [int(best.argmax())]
    for k in range(len(scores) - 1, 0, -1):
        out.append(int(back[k][out[-1]]))
    return out[::-1]


def tagged(logits: Floats, offset: int = 0) -> list[Tagged]:
    """The names in one window's words; offset: index of its first word."""
    scores = log_softmax(logits)
    tags = best_tags(scores)
    out = []
    for first in [k for k, tag in enumerate(tags) if tag in _BEGINS]:
        label = _BEGINS[tags[first]]
        stop = first + 1
        while stop < len(tags) and tags[stop] == TAG_IDS["I-" + label]:
            stop += 1
        out.append(span(scores, first, stop, label, offset))
    return out


def span(scores: Floats, first: int, stop: int, label: str, offset: int = 0) -> Tagged:
    """Words first..stop as a name of this label, with what the scores say of it."""
    inside = np.exp(scores[first:stop])
    either = inside[:, _FIRST] + inside[:, _LATER]  # a column a label
    votes = dict(zip(LABELS, either.mean(0).tolist(), strict=True))
    return Tagged(first + offset, stop + offset, label, float(either[:, LABELS.index(label)].min()), votes)
