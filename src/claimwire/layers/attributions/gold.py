"""Annotated attributions mapped onto tokens, to learn from and to compare with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.content import ContentCandidate, contents
from claimwire.layers.attributions.cues import cue_of
from claimwire.layers.attributions.sources import SourceCandidate, source_span
from claimwire.layers.attributions.view import Pieces, View
from claimwire.layers.parse import Parse

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution: the tokens of its cue and source, the word tokens of its content."""

    cue: Tokens
    source: Tokens
    content: Tokens


def gold_of(view: View, attributions: Iterable[Mapping[str, Any]]) -> list[Gold]:
    """Annotations {"source", "cue", "content": [[start, end], …]} (characters) as tokens."""
    out = []
    for a in attributions:
        cue, source, content = (_tokens(view.parse, a.get(r) or []) for r in ("cue", "source", "content"))
        words = frozenset(i for i in content if view.count(i, i + 1))
        if cue and words:
            out.append(Gold(cue, source, words))
    return out


def _tokens(parse: Parse, pieces: Sequence[Sequence[int]]) -> Tokens:
    found: set[int] = set()
    for start, end in pieces:
        first = max(0, parse.token_at(start))
        found.update(i for i in range(first, bisect_left(parse.start, end)) if parse.end[i] > start)
    return frozenset(found)


def overlap(view: View, pieces: Pieces, gold: Tokens) -> float:
    """Jaccard index of the words of a candidate content and a gold one."""
    size = sum(view.count(a, b) for a, b in pieces)
    shared = sum(1 for i in gold if any(a <= i < b for a, b in pieces))
    return shared / (size + len(gold) - shared) if shared else 0.0


def same_source(view: View, gold: Gold, cue_head: int, head: int) -> bool:
    """Whether a candidate source shares a token with the gold one, or both are absent."""
    if head < 0 or not gold.source:
        return head < 0 and not gold.source
    first, stop = source_span(view, cue_of(view.parse, cue_head), head)
    return any(i in gold.source for i in range(first, stop))


def cue_head(view: View, gold: Gold, candidates: frozenset[int]) -> int:
    """The candidate token of a gold cue from which its content is best reached (-1: none).

    Of "tended to support" it is "support" that governs the content; the highest token wins a tie.
    """
    parse = view.parse
    found = sorted(gold.cue & candidates)
    if len(found) < 2:
        return found[0] if found else -1
    source = _interval(gold.source)
    best, chosen = -1.0, -1
    for i in found:
        reached = contents(view, cue_of(parse, i), source)
        fit = max((overlap(view, c.pieces, gold.content) for c in reached), default=0.0)
        fit += 0.1 * (parse.head[i] not in gold.cue or parse.head[i] == i)
        if fit > best:
            best, chosen = fit, i
    return chosen


def as_choice(view: View, gold: Gold, head: int) -> Choice:
    """An annotated attribution in the form of a decided one, its cue headed by a token."""
    cue = cue_of(view.parse, head)
    source = SourceCandidate(min(gold.source, default=-1), "gold")
    content = ContentCandidate(view.pieces((i, i + 1) for i in gold.content), "gold")
    return Choice(cue, source, content, 1.0, 1.0, "gold")


def _interval(tokens: Tokens) -> tuple[int, int] | None:
    return (min(tokens), max(tokens) + 1) if tokens and max(tokens) - min(tokens) < len(tokens) + 3 else None
