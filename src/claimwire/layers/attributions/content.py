"""Candidate contents of a cue: constituents, parts of its sentence, quotations, and what goes on behind them.

A candidate is a set of token intervals. The shapes follow the constructions of reported speech: complement
clause, object, object of a preposition, the sentence around a parenthetic cue, a quotation before, behind
or on both sides, and its later sentences and paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.view import Pieces, View, subtract
from claimwire.layers.parse import Parse

_SKIP = frozenset({"punct", "aux", "auxpass", "neg", "prt", "cc", "conj", "det", "case", "intj", "preconj"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_MODIFIERS = frozenset({"relcl", "advcl", "conj", "cc", "parataxis", "appos"})
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "pcomp", "relcl", "csubj", "parataxis"})
# How many dependents behind a cue are looked at, quotations one may run on over, ancestors tried.
_RIGHT, _RUN, _UP = 5, 12, 4
_CHILDREN = 60  # dependents of one word that are looked at


@dataclass(frozen=True, slots=True)
class ContentCandidate:
    """Token intervals, the shape that made them, and the head of the constituent (-1: none)."""

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

    for stretches, shape, head in _cores(view, cue, source):
        add(stretches, shape, head)
    for core in list(found.values()):
        for stretches, grown in _grow(view, cue, core):
            add(stretches, core.shape, core.head, grown)
    for stretches, shape in _beyond(view, cue):
        add(stretches, shape)
    return list(found.values())


def _cores(view: View, cue: CueCandidate, source: tuple[int, int] | None):  # type: ignore[no-untyped-def]
    parse = view.parse
    first, stop = parse.sents[parse.sent[cue.head]]
    children = [c for c in parse.children[cue.head] if parse.dep[c] not in _SKIP and not view.edge[c]]
    inside = source or (-1, -1)
    right = [c for c in children if c > cue.head and not inside[0] <= c < inside[1]][:_RIGHT]
    left = [c for c in children if c < cue.head and not inside[0] <= c < inside[1]]
    yield from _dependents(parse, right)
    for c in left:
        yield [(parse.left[c], parse.right[c] + 1)], "left_" + parse.dep[c], c
    for c in parse.dependents(cue.head, "conj"):
        if c > cue.head and parse.dep[cue.head] in ("ccomp", "ROOT", "advcl", "parataxis"):
            yield [(parse.left[c], parse.right[c] + 1)], "conj", c
    yield from _subjects(parse, cue, right)
    yield from _ancestors(parse, cue)
    edge = min([cue.first] + ([source[0]] if source and source[1] <= cue.first else []))
    far = max([cue.stop] + ([source[1]] if source and source[0] >= cue.stop else []))
    yield [(first, edge)], "before", -1
    yield [(far, stop)], "after", -1
    yield [(first, edge), (far, stop)], "around", -1


def _dependents(parse: Parse, right: list[int]):  # type: ignore[no-untyped-def]
    """Dependents behind the cue, alone and in runs; a preposition's object alone too."""
    for i, a in enumerate(right):
        for b in right[i:]:
            shape = parse.dep[a] if a == b else parse.dep[a] + "+" + parse.dep[b]
            yield [(parse.left[a], parse.right[b] + 1)], shape, a
        inner = [c for c in parse.children[a] if c > a and parse.dep[c] not in _SKIP]
        if parse.dep[a] in ("prep", "agent", "dative") and inner:
            yield [(parse.left[inner[0]], parse.right[a] + 1)], parse.dep[inner[0]], inner[0]
            for b in right[i + 1 :]:
                yield (
                    [(parse.left[inner[0]], parse.right[b] + 1)],
                    parse.dep[inner[0]] + "+" + parse.dep[b],
                    inner[0],
                )
            inner = [c for c in parse.children[inner[0]] if parse.dep[c] in ("prep", "acl", "relcl", "pcomp")]
        for c in inner:
            if parse.dep[c] in _CLAUSAL:
                yield [(parse.left[c], parse.right[c] + 1)], "inner_" + parse.dep[c], c
            elif parse.dep[c] == "prep":
                for d in parse.children[c]:
                    if d > c:
                        yield [(parse.left[d], parse.right[c] + 1)], "inner_" + parse.dep[d], d
        cut = [parse.left[c] for c in parse.children[a] if c > a and parse.dep[c] in _MODIFIERS]
        if cut:
            yield [(parse.left[a], min(cut))], parse.dep[a] + "_short", a
            if len(cut) > 1:
                yield [(parse.left[a], cut[-1])], parse.dep[a] + "_shorter", a


def _subjects(parse: Parse, cue: CueCandidate, right: list[int]):  # type: ignore[no-untyped-def]
    """The subject of a passive or raising cue, with what stands behind it."""
    for c in parse.children[cue.head]:
        if parse.dep[c] in _SUBJECT and c < cue.head:
            whole = (parse.left[c], parse.right[c] + 1)
            yield [whole], parse.dep[c], c
            for b in right[:3]:
                yield [whole, (parse.left[b], parse.right[b] + 1)], parse.dep[c] + "&" + parse.dep[b], c
        elif parse.dep[c] == "poss":
            yield [(parse.left[c], parse.right[c] + 1)], "poss", c


def _ancestors(parse: Parse, cue: CueCandidate):  # type: ignore[no-untyped-def]
    """The phrases around a cue that hangs on what it reports, less the cue's own."""
    below = cue.head
    for _ in range(_UP):
        head = parse.head[below]
        if head == below:
            return
        dep = parse.dep[below]
        hole = (parse.left[below], parse.right[below] + 1)
        if dep == "conj" and head < below:
            whole = [(parse.left[head], parse.left[below])]
        else:
            whole = subtract(parse.left[head], parse.right[head] + 1, [hole])
        yield whole, "up_" + dep, head
        before = [(a, min(b, hole[0])) for a, b in whole if a < hole[0]]
        if len(whole) > 1:
            yield before, "upleft_" + dep, head
            yield [(a, b) for a, b in whole if a >= hole[1]], "upright_" + dep, head
        subjects = [c for c in parse.children[head][:_CHILDREN] if parse.dep[c] in _ARGUMENTS]
        for c in subjects:
            if c != below:
                yield [(parse.left[c], parse.right[c] + 1)], f"aunt_{dep}_{parse.dep[c]}", c
        below = head


def _grow(view: View, cue: CueCandidate, core: ContentCandidate):  # type: ignore[no-untyped-def]
    """A core made whole: quotations it touches are taken in, with their later sentences and paragraphs."""
    parse, quote = view.parse, view.quote
    touched = sorted({quote[i] for a, b in core.pieces for i in (a, b - 1) if quote[i] >= 0})
    stretches = list(core.pieces)
    if not touched:
        return
    whole = stretches + [view.regions[r] for r in touched]
    yield whole, "quote"
    sentence = parse.sents[parse.sent[cue.head]]
    r = touched[-1] + 1
    same = list(whole)
    while r < len(view.regions) and view.regions[r][0] < sentence[1] and len(same) < _RUN:
        same.append(view.regions[r])
        r += 1
    if len(same) > len(whole):
        yield same, "sentence"
    run = list(same)
    after = max(cue.head, max(b for _, b in same) - 1)
    for step, region in enumerate(following(view, after)):
        run.append(region)
        if step < 2:
            yield list(run), f"run{step + 1}"
    if len(run) > len(same) + 2:
        yield list(run), "run"


def following(view: View, last: int) -> list[tuple[int, int]]:
    """Quotations behind a token that make up whole sentences, one after the other with nothing between."""
    parse = view.parse
    out: list[tuple[int, int]] = []
    if not view.regions:
        return out
    k = parse.sent[last] + 1
    while k < len(parse.sents) and len(out) < _RUN:
        first, stop = parse.sents[k]
        a, b = first, stop
        while a < b and parse.pos[a] == "SPACE":
            a += 1
        while b > a and parse.pos[b - 1] == "SPACE":
            b -= 1
        if a == b:
            k += 1
            continue
        r = view.quote[a]
        if r < 0:
            break
        end = view.regions[r][1]
        if end < b and view.count(end, b):
            break
        region = view.regions[r] if view.regions[r][0] >= first else (a, end)
        out.append(region)
        while k < len(parse.sents) and parse.sents[k][0] < end:
            k += 1
    return out


def _beyond(view: View, cue: CueCandidate):  # type: ignore[no-untyped-def]
    """Contents outside the cue's sentence: quotations and sentences before and behind it."""
    parse = view.parse
    k = parse.sent[cue.head]
    first, stop = parse.sents[k]
    here = list(view.regions_in(first, stop)[:_RUN])
    for r in here:
        yield [view.regions[r]], "region"
    if len(here) > 1:
        yield [view.regions[r] for r in here], "regions"
    if here:
        more = [view.regions[r] for r in here] + following(view, max(stop - 1, view.regions[here[-1]][1] - 1))
        yield more, "regions_run"
    run = following(view, stop - 1)
    if run:
        yield run[:1], "next_region"
        yield run, "next_regions"
    for step in (1, 2, 3):
        if k + step < len(parse.sents):
            yield [(parse.sents[k + 1][0], parse.sents[k + step][1])], f"next{step}"
    if k:
        yield [parse.sents[k - 1]], "previous"
        r = view.quote[parse.sents[k - 1][0]]
        if r >= 0:
            yield [view.regions[r]], "previous_region"
