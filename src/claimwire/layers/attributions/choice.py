"""A decided attribution in terms of tokens, and the interface of what decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from claimwire.layers.attributions.content import ContentCandidate
from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.sources import SourceCandidate
from claimwire.layers.attributions.view import View


@dataclass(frozen=True, slots=True)
class Choice:
    """Cue, source (head -1: nobody named) and content of one attribution.

    cue_score: how likely the words report anything; score: how likely the whole is right; both 0..1.
    """

    cue: CueCandidate
    source: SourceCandidate
    content: ContentCandidate
    cue_score: float
    score: float
    rule: str


class Decider(Protocol):
    """What finds the attributions of a document: rules, or a trained model."""

    def __call__(self, view: View) -> list[Choice]:
        """The attributions of a document, in the order of their cues."""
        ...
