"""Transcripts: lines "NAME: ..." or "Q: / A:" that alternate are turns, each an attribution of who is named.

The colon is the cue. Lists have such lines too ("Bonds: ...", "Dollar: ..."); in a transcript somebody speaks
again after somebody else. A label may describe its speaker ("DR. ANN LIND, CHEMIST:", "LIND (on tape):") or
name whom an office stands for ("The Chair (Ann Lind):").
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from claimwire.layers.attributions.choice import Choice, CueWords, SourceWords
from claimwire.layers.attributions.quoted_parse import QuotedParse

_WORD = r"[^\W\d_a-z][\w.'’-]{0,40}"  # begins with a capital letter
_LINK = r"(?:(?:of|the|and|for|de|van|von|at|in) ){0,2}"
_PART = rf"{_WORD}(?: {_LINK}{_WORD}){{0,5}}"
_MORE = rf"(?:, {_PART}){{0,4}}"
_LABEL = re.compile(
    rf"^[ \t]*(?P<who>{_PART}){_MORE}(?: \((?P<aside>[^()\n]{{1,60}})\))?{_MORE}"
    r"[ \t]*(?P<colon>:)[ \t]+(?=\S)",
    re.MULTILINE,
)
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}}")  # a person's in brackets behind an office
_OFFICE = "The "
_LETTERS = frozenset({"Q", "A"})  # question and answer: nobody is named
_LEAST, _PARAGRAPHS = 3, 3  # labelled lines of a transcript; paragraphs of a turn


@dataclass(frozen=True, slots=True)
class _Label:
    """A line's label: where the speaker's name stands, where the colon, and how the speaker is known."""

    start: int
    end: int
    colon: int
    behind: int
    key: str


def add_turns(view: QuotedParse, choices: list[Choice]) -> list[Choice]:
    """The choices with the turns of a transcript, which replace what else was made of their labels."""
    turns = turns_of(view)
    labels = {i for t in turns for i in range(t.source.first if t.source else t.cue.head, t.cue.stop)}
    return [c for c in choices if c.cue.head not in labels] + turns


def turns_of(view: QuotedParse) -> list[Choice]:
    """The turns of a document, [] where it is no transcript."""
    text = view.parse.text
    labels = [_label(m) for m in _LABEL.finditer(text)]
    if not _alternate([m.key for m in labels]):
        return []
    often = Counter(m.key for m in labels)
    labels = [m for m in labels if often[m.key] > 1 or not _in_headline(view, m)]  # "Interview: Ann Lind"
    out = []
    for k, m in enumerate(labels):
        stop = labels[k + 1].start if k + 1 < len(labels) else len(text)
        turn = _turn(view, m, _end(text, m.behind, stop, k + 1 == len(labels)))
        if turn is not None:
            out.append(turn)
    return out


def _label(found: re.Match[str]) -> _Label:
    group = "who"
    if found["who"].startswith(_OFFICE) and found["aside"] and _NAME.fullmatch(found["aside"]):
        group = "aside"
    key = found[group].split()[-1].casefold()
    return _Label(found.start(group), found.end(group), found.start("colon"), found.end(), key)


def _in_headline(view: QuotedParse, label: _Label) -> bool:
    return view.headline[view.parse.token_at(label.start)]


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


def _turn(view: QuotedParse, label: _Label, stop: int) -> Choice | None:
    named = view.tokens(label.start, label.end)
    colon = view.tokens(label.colon, label.colon + 1)[0]
    pieces = view.pieces([view.tokens(label.behind, stop)])
    if not pieces or colon < named[1]:
        return None
    nobody = label.key.upper() in _LETTERS
    source = None if nobody else SourceWords(named[1] - 1, *named)
    return Choice(CueWords(colon, colon, colon + 1, "punctuation"), source, pieces, "turn")
