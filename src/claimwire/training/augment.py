"""Copies of examples in other case: headlines are rare in the data, and their capitals tell little."""

from __future__ import annotations

import random
from dataclasses import replace

from claimwire.encoder.pieces import LETTER, LOWER, MIXED, TITLE, UPPER, Word
from claimwire.training.examples import Example

_CASED = frozenset({LOWER, TITLE, UPPER, LETTER, MIXED})
_SMALL = 3


def recased(example: Example, rng: random.Random, share: float) -> Example:
    """The example, or with this chance a copy in title case or all in capitals; the pieces are uncased."""
    if rng.random() >= share:
        return example
    loud = rng.random() < 0.4
    words = tuple(_loud(w) if loud else _titled(w) for w in example.window.words)
    return replace(example, window=replace(example.window, words=words))


def _loud(w: Word) -> Word:
    return replace(w, shape=UPPER if w.end - w.start > 1 else LETTER) if w.shape in _CASED else w


def _titled(w: Word) -> Word:
    return replace(w, shape=TITLE) if w.shape == LOWER and w.end - w.start > _SMALL else w
