"""A decided attribution: in words of the encoder, then in tokens of the parse."""

from __future__ import annotations

from dataclasses import dataclass

from claimwire.layers.attributions.quoted_parse import Pieces
from claimwire.records import CueKind

Interval = tuple[int, int]  # first, last + 1


@dataclass(frozen=True, slots=True)
class Frame:
    """What the encoder says of one cue, in words of the text (intervals of indices).

    source: None where nobody is named. cue_probability: that the words report something; probability: that
    the words with a role in the frame have that role, as a geometric mean. Both 0..1.
    """

    cue: Interval
    source: Interval | None
    content: tuple[Interval, ...]
    cue_probability: float
    probability: float

    @property
    def score(self) -> float:
        """How likely the whole is right, 0..1, as a ranking: the square was the best of four powers tried."""
        return self.cue_probability * self.probability**2


@dataclass(frozen=True, slots=True)
class CueWords:
    """Tokens (first, last + 1) of a cue and the token that heads it."""

    head: int
    first: int
    stop: int
    kind: CueKind


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Tokens (first, last + 1) of a source and the token that heads it."""

    head: int
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Cue, source (None: nobody named) and content of one attribution, in tokens.

    rule: what kind of decision it was ("tagged", "tag", "nested", "colon", "continued", "turn",
    "signed").
    confidence: 0..1, None where it is not known, as for rules.
    """

    cue: CueWords
    source: SourceWords | None
    content: Pieces
    rule: str
    confidence: float | None = None
