"""What the encoder says of a text, computed when a layer first asks and kept as long as the Doc lives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np
from spacy.tokens import Doc

from claimwire.encoder.card import shipped
from claimwire.encoder.pieces import Word
from claimwire.encoder.session import Floats, Session, open_session
from claimwire.encoder.windows import INSIDE, QUOTE_MARK, Window, windows
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.quotations.pair import quotations


@dataclass(frozen=True, slots=True)
class Place:
    """A window in the article: it answers for words first..stop (exclusive), and its own list begins at
    word `first - window.context`."""

    window: Window
    first: int
    stop: int


class Encoded:
    """A text as the encoder reads it. All arrays have a row a word; words are in order of the text.

    words: offsets (code points), pieces and case shapes. places: the windows. vectors: 384 numbers.
    tags: logits of `labels.TAGS`. cues: logits that a word begins a cue, one column a scope.
    """

    def __init__(self, text: str, session: Session) -> None:
        self._session = session
        self.digest = session.card.digest
        self.words: list[Word] = []
        self.places: list[Place] = []
        self._vectors: list[Floats] = []
        kept: list[list[Floats]] = []
        for start, end in blocks(text):
            words = list(session.pieces.words(text, start, end))
            for window in windows(text, words, quote_states(text, start, end, words)):
                first = len(self.words)
                self.words += window.words[window.context :]
                self.places.append(Place(window, first, len(self.words)))
                found = session.read(window)
                self._vectors.append(found[0])
                kept.append([found[0][:0], *(f[window.context :] for f in found[1:])])
        self.starts = [w.start for w in self.words]
        self.ends = [w.end for w in self.words]
        _, self.tags, self.cues = _joined(kept)

    @property
    def vectors(self) -> Floats:
        """The vectors of all words."""
        own = [v[p.window.context :] for v, p in zip(self._vectors, self.places, strict=True)]
        return np.concatenate(own) if own else np.zeros((0, 384), dtype=np.float32)

    def frames(self, place: int, cues: Sequence[int], scope: int) -> Floats:
        """Logits of `labels.ROLES` for each cue, given by the word it begins at, for the words of its window
        that `Place.first..stop` names: cues x words x roles."""
        at = self.places[place]
        context = at.window.context
        inside = [word - at.first + context for word in cues]
        return self._session.frames(self._vectors[place], inside, scope)[:, context:]

    def words_in(self, start: int, end: int) -> range:
        """Indices of the words that overlap the characters start..end."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def quote_states(text: str, start: int, end: int, words: Sequence[Word]) -> list[int]:
    """For each word of a paragraph whether it stands in quotation marks, by the paragraph's own marks."""
    inside = bytearray(end - start)
    paragraph = text[start:end]
    for q in quotations(paragraph, [(0, len(paragraph))]):
        if q.depth:
            continue
        inside[q.start : q.end] = bytes([QUOTE_MARK]) * (q.end - q.start)
        for s in q.spans:
            inside[s.start : s.end] = bytes([INSIDE]) * (s.end - s.start)
    return [inside[w.start - start] for w in words]


_SIZES = ((384,), (21,), (2,))


def _joined(kept: Sequence[Sequence[Floats]]) -> list[Floats]:
    if not kept:
        return [np.zeros((0, *size), dtype=np.float32) for size in _SIZES]
    return [np.concatenate(rows) for rows in zip(*kept, strict=True)]


_cache: WeakKeyDictionary[Doc, Encoded] = WeakKeyDictionary()


def encoded_of(doc: Doc, folder: Path | None = None) -> Encoded:
    """What the encoder says of a Doc's text. folder: other weights than the shipped. Raises WeightsError."""
    session = open_session(folder or shipped())
    held = _cache.get(doc)
    if held is None or held.digest != session.card.digest:
        held = Encoded(doc.text, session)
        _cache[doc] = held
    return held
