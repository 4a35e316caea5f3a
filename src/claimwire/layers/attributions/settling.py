"""Quoted words that two attributions claim, or that a tag cannot have: each goes to one speaker or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimwire import lexicon
from claimwire.layers.attributions.choice import Choice, Interval
from claimwire.layers.attributions.quoted_parse import Pieces, QuotedParse

# What ends quoted words whose speaker follows
_GO_ON = frozenset({",", "?", "!", "…", "-", "–", "—"})
# Tokens between a quotation's last word and the tag behind it: the marks
_NEAR = 3


def settle_quotes(view: QuotedParse, choices: Sequence[Choice]) -> list[Choice]:
    """The choices with each quoted stretch at one of those that claim it, and without what is another's."""
    kept = [_without_others(view, c, choices) for c in choices if not _is_reaction(view, c)]
    found = [c for c in kept if c.content]
    found = [replace(c, content=_by_quotation(view, c.content)) for c in found]
    claimed: dict[Interval, list[int]] = {}
    for k, c in enumerate(found):
        for piece in c.content:
            if view.quoted((piece,)):
                claimed.setdefault(piece, []).append(k)
    lost: dict[int, set[Interval]] = {}
    for piece, rivals in claimed.items():
        if len({view.block[found[k].cue.head] for k in rivals}) == 1 < len(rivals):
            winner = min(rivals, key=lambda k: _away(view, found[k], piece))
            for k in rivals:
                if k != winner:
                    lost.setdefault(k, set()).add(piece)
    out = [replace(c, content=_less(c.content, lost.get(k, ()))) for k, c in enumerate(found)]
    return [c for c in out if c.content]


def _by_quotation(view: QuotedParse, content: Pieces) -> Pieces:
    """The content with each quotation that it holds whole as a piece of its own."""
    out: list[Interval] = []
    for a, b in content:
        at = a
        for r in view.regions_in(a, b):
            x, y = view.regions[r]
            if at <= x and y <= b and (x, y) != (a, b):
                out += [p for p in (view.trim(at, x), (x, y)) if p[0] < p[1] and view.count(*p)]
                at = y
        rest = view.trim(at, b) if at > a else (a, b)
        if rest[0] < rest[1] and view.count(*rest):
            out.append(rest)
    return tuple(out)


def _less(content: Pieces, lost: Iterable[Interval]) -> Pieces:
    return tuple(p for p in content if p not in set(lost))


def _away(view: QuotedParse, c: Choice, piece: Interval) -> tuple[int, int]:
    """How far a tag is from quoted words: one right behind them, where they go on to it, is nearest."""
    first = min(c.cue.first, c.source.first if c.source else c.cue.first)
    stop = max(c.cue.stop, c.source.stop if c.source else c.cue.stop)
    behind = first - piece[1]
    inner = piece[1] - 1
    while inner > piece[0] and not view.parse.orth[inner].strip("\"'“”‘’"):
        inner -= 1
    goes_on = view.parse.orth[inner] in _GO_ON
    if 0 <= behind <= _NEAR:
        return (0 if goes_on else 2, behind)
    return (1, piece[0] - stop if stop <= piece[0] else behind)


def _without_others(view: QuotedParse, c: Choice, choices: Sequence[Choice]) -> Choice:
    """The choice without paragraphs in which another's tag stands: a closing mark was forgotten there."""
    own = view.block[c.cue.head]
    tags = [o.cue.head for o in choices if o is not c and view.block[o.cue.head] != own]
    pieces: list[Interval] = []
    for a, b in c.content:
        if any(a <= t < b for t in tags):
            parts = (view.trim(max(a, x), min(b, y)) for x, y in view.paragraphs if x < b and a < y)
            pieces += [p for p in parts if p[0] < p[1] and not any(p[0] <= t < p[1] for t in tags)]
        else:
            pieces.append((a, b))
    return replace(c, content=tuple(pieces))


def _is_reaction(view: QuotedParse, c: Choice) -> bool:
    """Whether a sentence behind a closed quotation only tells what somebody did: "…." Cole nodded."""
    parse = view.parse
    if c.cue.kind != "verb" or parse.lemma[c.cue.head] in _reporting() or not c.content:
        return False
    a, b = c.content[-1]
    first = min(c.cue.first, c.source.first if c.source else c.cue.first)
    whole = view.quoted(c.content) == sum(view.count(x, y) for x, y in c.content)
    stopped = any(parse.orth[k] == "." for k in range(max(a, b - 2), min(b + 2, first)))
    return whole and b <= first <= b + _NEAR and stopped


def _reporting() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicon.table("report_verbs"))
