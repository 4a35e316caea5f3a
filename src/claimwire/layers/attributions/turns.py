"""Transcripts: lines "NAME: ..." or "Q: / A:" that alternate are turns, each an attribution of who is named.

The colon is the cue. Lists have such lines too ("Bonds: ...", "Dollar: ..."); in a transcript somebody speaks
again after somebody else.
"""

from __future__ import annotations

import re
from collections import Counter

from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.content import ContentCandidate
from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.signed import SCORE
from claimwire.layers.attributions.sources import NOBODY, SourceCandidate
from claimwire.layers.attributions.view import View

_WORD = r"[^\W\d_a-z][\w.'’-]{0,40}"  # begins with a capital letter
_LABEL = re.compile(rf"^[ \t]*({_WORD}(?: {_WORD}){{0,3}})[ \t]*:[ \t]+(?=\S)", re.MULTILINE)
_LETTERS = frozenset({"Q", "A"})  # question and answer: nobody is named
_LEAST, _PARAGRAPHS = 3, 3  # labelled lines of a transcript; paragraphs of a turn


def add_turns(view: View, choices: list[Choice]) -> list[Choice]:
    """The choices with the turns of a transcript, which replace what else was made of their colons."""
    turns = {t.cue.head: t for t in turns_of(view)}
    return [c for c in choices if c.cue.head not in turns] + list(turns.values())


def turns_of(view: View) -> list[Choice]:
    """The turns of a document, [] where it is no transcript."""
    text = view.parse.text
    labels = list(_LABEL.finditer(text))
    if not _alternate([m[1] for m in labels]):
        return []
    often = Counter(m[1] for m in labels)
    labels = [m for m in labels if often[m[1]] > 1 or not _in_headline(view, m)]  # "Interview: Ann Lee"
    out = []
    for k, m in enumerate(labels):
        stop = labels[k + 1].start() if k + 1 < len(labels) else len(text)
        turn = _turn(view, m, _end(text, m.end(), stop, k + 1 == len(labels)))
        if turn is not None:
            out.append(turn)
    return out


def _in_headline(view: View, label: re.Match[str]) -> bool:
    return view.headline[view.parse.sent[view.parse.token_at(label.start(1))]]


def _alternate(labels: list[str]) -> bool:
    """Whether one of at least three labels comes again after another one."""
    if len(labels) < _LEAST:
        return False
    last: dict[str, int] = {}
    for k, label in enumerate(labels):
        if k - last.get(label, k) > 1:
            return True
        last[label] = k
    return False


def _end(text: str, start: int, stop: int, final: bool) -> int:
    """Where a turn ends: at the next label, but after its own line where that is the last or far away."""
    line = text.find("\n", start, stop)
    far = sum(1 for part in text[start:stop].split("\n") if part.strip()) > _PARAGRAPHS
    return line if line >= 0 and (final or far) else stop


def _turn(view: View, label: re.Match[str], stop: int) -> Choice | None:
    parse = view.parse
    named = parse.tokens_in(label.start(1), label.end(1))
    colon = parse.token_at(label.end(0) - 1)
    while colon >= 0 and parse.orth[colon] != ":" and parse.start[colon] > label.start(1):
        colon -= 1
    said = parse.tokens_in(label.end(0), stop)
    if not named or not said or colon < 0 or parse.orth[colon] != ":":
        return None
    pieces = view.pieces([(said.start, said.stop)])
    if not pieces:
        return None
    source = NOBODY if label[1] in _LETTERS else SourceCandidate(named[-1], "turn")
    content = ContentCandidate(pieces, "turn")
    return Choice(
        CueCandidate(colon, colon, colon + 1, "punctuation"),
        source,
        content,
        1.0,
        SCORE,
        "turn_of_transcript",
    )
