"""Constituents that may be a content: what hangs on the cue, what it hangs on, parts of its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.view import View, subtract
from claimwire.layers.parse import Parse

# Token stretches, the shape that made them, the head of the constituent (-1: none)
Core = tuple[list[tuple[int, int]], str, int]

_SKIP = frozenset({"punct", "aux", "auxpass", "neg", "prt", "cc", "conj", "det", "case", "intj", "preconj"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_MODIFIERS = frozenset({"relcl", "advcl", "conj", "cc", "parataxis", "appos"})
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "pcomp", "relcl", "csubj", "parataxis"})
# How many dependents behind a cue are looked at, and ancestors tried.
_RIGHT, _UP = 5, 4
_CHILDREN = 60  # dependents of one word that are looked at


def cores(view: View, cue: CueCandidate, source: tuple[int, int] | None) -> Iterator[Core]:
    """The constituents around a cue, likely ones first. source: tokens of who speaks, passed over."""
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


def _dependents(parse: Parse, right: list[int]) -> Iterator[Core]:
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


def _subjects(parse: Parse, cue: CueCandidate, right: list[int]) -> Iterator[Core]:
    """The subject of a passive or raising cue, with what stands behind it."""
    for c in parse.children[cue.head]:
        if parse.dep[c] in _SUBJECT and c < cue.head:
            whole = (parse.left[c], parse.right[c] + 1)
            yield [whole], parse.dep[c], c
            for b in right[:3]:
                yield [whole, (parse.left[b], parse.right[b] + 1)], parse.dep[c] + "&" + parse.dep[b], c
        elif parse.dep[c] == "poss":
            yield [(parse.left[c], parse.right[c] + 1)], "poss", c


def _ancestors(parse: Parse, cue: CueCandidate) -> Iterator[Core]:
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
