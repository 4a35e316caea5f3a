"""Attributions of one document made to agree with one another."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.endings import cut
from claimwire.layers.attributions.sources import SourceCandidate
from claimwire.layers.attributions.view import View
from claimwire.layers.attributions.words import subject_of
from claimwire.layers.parse import Parse

_HELD = 60  # cues of one content that are compared with its own


def consistent(view: View, choices: list[Choice]) -> list[Choice]:
    """The choices without the less likely of two that report each other.

    A content that runs on over "according to X" ends there instead; and of a verb and its object noun with
    one content ("rejected the claim that S") it is the noun that reports.
    """
    nouns = {c.content.pieces: c.cue.head for c in choices if c.cue.kind == "noun"}
    kept = sorted(
        (c for c in choices if c.cue.kind != "verb" or nouns.get(c.content.pieces, -1) < c.cue.head),
        key=lambda c: c.cue.head,
    )
    kept = [_own_source(view, c) for c in kept]
    heads = [c.cue.head for c in kept]
    now = dict(zip(heads, kept, strict=True))
    for c in kept:
        for a, b in c.content.pieces:
            low = bisect_left(heads, a)
            for d in kept[low : min(bisect_left(heads, b), low + _HELD)]:
                if d.cue.head in now and c.cue.head in now and _holds(d, c):
                    _settle(view, now, c, d)
    return list(now.values())


def _own_source(view: View, choice: Choice) -> Choice:
    """With the whole subject for a noun inside it ("a memo at the firm"), and a speaker inside the speech.

    The latter where the clause of the cue, or the one that it continues, has a subject.
    """
    parse, quote, cue = view.parse, view.quote, choice.cue.head
    source = choice.source.head
    subject = subject_of(parse, cue)
    if choice.cue.kind == "verb" and source >= 0 and subject >= 0 and _part_of(parse, source, subject):
        return replace(choice, source=SourceCandidate(subject, "nsubj"))
    if quote[cue] < 0 or source < 0 or quote[source] == quote[cue]:
        return choice
    first, k = cue, 0
    while parse.dep[first] == "conj" and subject_of(parse, first) < 0 and k < _HELD:
        first, k = parse.head[first], k + 1
    subject = subject_of(parse, first)
    if subject < 0 or quote[subject] != quote[cue]:
        return choice
    return replace(choice, source=SourceCandidate(subject, "up0_conj"))


def _part_of(parse: Parse, noun: int, subject: int) -> bool:
    """Whether a noun hangs on a subject by a preposition, with no verb between."""
    below, k = noun, 0
    while below != subject and parse.dep[below] in ("pobj", "prep", "compound", "amod") and k < 8:
        below, k = parse.head[below], k + 1
    return below == subject != noun and parse.pos[subject] in ("NOUN", "PROPN")


def _settle(view: View, now: dict[int, Choice], c: Choice, d: Choice) -> None:
    """Let one of two that hold each other's cues give way."""
    if d.cue.kind == "phrase" and c.content.pieces[-1][0] < d.cue.first and c.cue.head < d.cue.head:
        now[c.cue.head] = cut(view, now[c.cue.head], d.cue.first)
    elif c.cue.kind != "phrase" or c.cue.head < d.cue.head:
        del now[min(c, d, key=lambda x: x.score).cue.head]


def _holds(c: Choice, d: Choice) -> bool:
    return any(a <= d.cue.head < b for a, b in c.content.pieces)
