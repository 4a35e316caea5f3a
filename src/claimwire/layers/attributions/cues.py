"""Candidate cues: the words that may report something, with their extent and kind."""

from __future__ import annotations

from dataclasses import dataclass

from claimwire.layers.attributions.view import View
from claimwire.layers.parse import Parse
from claimwire.records import CueKind


@dataclass(frozen=True, slots=True)
class CueCandidate:
    """Tokens (first, last + 1) of a possible cue and the token that heads it."""

    head: int
    first: int
    stop: int
    kind: CueKind


def cue_of(parse: Parse, head: int) -> CueCandidate:
    """The cue headed by a token: a verb with its particle, "according to", a noun, a colon."""
    pos = parse.pos[head]
    if parse.lower[head] == "according" or pos in ("ADP", "SCONJ"):
        stop = head + 1
        if stop < len(parse) and parse.lower[head] == "according" and parse.lower[stop] == "to":
            stop += 1
        return CueCandidate(head, head, stop, "phrase")
    if pos == "PUNCT":
        return CueCandidate(head, head, head + 1, "punctuation")
    if pos in ("VERB", "AUX"):
        stop = head + 1
        for child in parse.children[head]:
            if child == stop and parse.dep[child] == "prt":
                stop = child + 1
        return CueCandidate(head, head, stop, "verb")
    return CueCandidate(head, head, head + 1, "noun" if pos in ("NOUN", "PROPN") else "phrase")


def surroundings(view: View, cue: CueCandidate) -> tuple[int, int]:
    """First token and last + 1 of the cue's sentence."""
    return view.parse.sents[view.parse.sent[cue.head]]
