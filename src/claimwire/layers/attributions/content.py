"""Candidate contents of a cue: constituents, parts of its sentence, quotations, and what goes on behind them.

A candidate is a set of token intervals. The shapes follow the constructions of reported speech: complement
clause, object, object of a preposition, the sentence around a parenthetic cue, a quotation before, behind
or on both sides, and its later sentences and paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimwire.layers.attributions.constituents import cores
from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.speeches import beyond, grown_of
from claimwire.layers.attributions.view import Pieces, View, subtract


@dataclass(frozen=True, slots=True)
class ContentCandidate:
    """Token intervals, the shape that made them, and the head of the constituent (-1: none).

    grown: which quotations a constituent took in, "" for none.
    """

    pieces: Pieces
    shape: str
    head: int = -1
    grown: str = ""


def contents(view: View, cue: CueCandidate, source: tuple[int, int] | None) -> list[ContentCandidate]:
    """Candidate contents without doubles, plain shapes first. source: its token interval, to be cut out."""
    found: dict[Pieces, ContentCandidate] = {}
    holes = [(cue.first, cue.stop)] + ([source] if source else [])

    def add(stretches: list[tuple[int, int]], shape: str, head: int = -1, grown: str = "") -> None:
        cut = [part for a, b in stretches for part in subtract(a, b, holes)]
        pieces = view.pieces(cut)
        if pieces and pieces not in found:
            found[pieces] = ContentCandidate(pieces, shape, head, grown)

    for stretches, shape, head in cores(view, cue, source):
        add(stretches, shape, head)
    for core in list(found.values()):
        for stretches, grown in grown_of(view, cue, core.pieces):
            add(stretches, core.shape, core.head, grown)
    for stretches, shape in beyond(view, cue):
        add(stretches, shape)
    return list(found.values())
