"""Candidate sources of a cue: the noun phrases that may be the speaker, nearest in the tree first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.view import View
from claimwire.layers.parse import Parse
from claimwire.layers.phrases import noun_phrase

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FROM = frozenset({"by", "from", "of", "to", "with", "for", "among", "in", "on", "at", "as"})
_UP = 5
_CHILDREN, _NEAR = 60, 80  # how many dependents of one word, and tokens of a sentence, are looked at


@dataclass(frozen=True, slots=True)
class SourceCandidate:
    """Head token of the noun phrase (-1: no source), and how it hangs together with the cue."""

    head: int
    path: str


NOBODY = SourceCandidate(-1, "none")


def sources(view: View, cue: CueCandidate) -> list[SourceCandidate]:
    """Candidate sources without doubles, and always NOBODY as the last."""
    found: dict[int, SourceCandidate] = {}
    pos = view.parse.pos
    for head, path in _paths(view, cue):
        if head not in found and not cue.first <= head < cue.stop and pos[head] in _NOMINAL:
            found[head] = SourceCandidate(head, path)
    return [*found.values(), NOBODY]


def _paths(view: View, cue: CueCandidate) -> Iterator[tuple[int, str]]:
    parse, h = view.parse, cue.head
    yield from _own(parse, cue)
    below = h
    for step in range(_UP):
        above = parse.head[below]
        if above == below:
            break
        dep = parse.dep[below]
        yield from _inherited(parse, above, dep, step)
        below = above
    yield from _neighbours(view, cue)


def _own(parse: Parse, cue: CueCandidate) -> Iterator[tuple[int, str]]:
    """Dependents of the cue itself."""
    for c in parse.children[cue.head]:
        dep = parse.dep[c]
        if dep in _SUBJECTS or dep in (
            "poss",
            "compound",
            "amod",
            "nmod",
            "dobj",
            "attr",
            "npadvmod",
            "appos",
        ):
            yield c, dep
        elif dep in ("agent", "prep", "dative") and parse.lower[c] in _FROM:
            for d in parse.children[c]:
                if parse.dep[d] == "pobj":
                    yield d, dep + "_" + parse.lower[c]
    if cue.kind == "phrase":
        for i in range(cue.head, min(cue.stop, len(parse))):
            for c in parse.children[i]:
                if c >= cue.stop and parse.dep[c] in ("pobj", "pcomp"):
                    yield c, "object"


def _inherited(parse: Parse, above: int, dep: str, step: int) -> Iterator[tuple[int, str]]:
    """What governs the cue, and its subject: for conjuncts, infinitives, participles, relative clauses."""
    if parse.pos[above] in ("NOUN", "PROPN", "PRON"):
        yield above, f"head{step}_{dep}"
    for c in parse.children[above][:_CHILDREN]:
        if parse.dep[c] in _SUBJECTS:
            yield c, f"up{step}_{dep}"
        elif parse.dep[c] in ("dobj", "dative", "poss") or (parse.dep[c] == "agent"):
            inner = parse.children[c][0] if parse.dep[c] == "agent" and parse.children[c] else c
            yield inner, f"up{step}_{dep}_{parse.dep[c]}"


def _neighbours(view: View, cue: CueCandidate) -> Iterator[tuple[int, str]]:
    """The nearest noun phrases around the cue outside quotations, and the last sentence's subject."""
    parse = view.parse
    k = parse.sent[cue.head]
    free = (-1, view.own(cue.head))
    first, stop = parse.sents[k]
    for i in range(cue.first - 1, max(first - 1, cue.first - 12), -1):
        if parse.pos[i] in ("PROPN", "PRON", "NOUN") and view.quote[i] in free:
            yield _head_of(parse, i), "before"
            break
    for i in range(cue.stop, min(stop, cue.stop + 12)):
        if parse.pos[i] in ("PROPN", "PRON", "NOUN") and view.quote[i] in free:
            yield _head_of(parse, i), "behind"
            break
    for c in range(first, min(stop, first + _NEAR)):
        if parse.dep[c] in _SUBJECTS and view.quote[c] in free:
            yield c, "first_subject"
            break


def _head_of(parse: Parse, i: int) -> int:
    while parse.dep[i] in ("compound", "amod", "nmod", "poss", "det", "flat") and parse.head[i] != i:
        i = parse.head[i]
    return i


def source_span(view: View, cue: CueCandidate, head: int) -> tuple[int, int]:
    """Tokens (first, last + 1) of the source headed by a token: the whole noun phrase, clear of the cue."""
    parse = view.parse
    first, stop = noun_phrase(parse, head)
    if first <= cue.head < stop:
        first, stop = (first, cue.first) if head < cue.first else (max(first, cue.stop), stop)
        if not first <= head < stop:
            first, stop = head, head + 1
    quote = view.quote
    if quote[head] < 0:  # a quotation glued on by the parser is no part of the name
        while stop - 1 > head and quote[stop - 1] >= 0:
            stop -= 1
        while first < head and quote[first] >= 0:
            first += 1
    while stop - 1 > head and view.edge[stop - 1]:
        stop -= 1
    while first < head and view.edge[first]:
        first += 1
    return first, stop


def is_relative(parse: Parse, head: int) -> bool:
    """Whether a source is a relative pronoun ("the minister, who said …")."""
    return parse.lower[head] in _RELATIVE and parse.pos[head] == "PRON"


def antecedent(parse: Parse, head: int) -> int:
    """The noun a relative pronoun stands for, a name rather than its apposition, else the token itself."""
    for above in parse.ancestors(head):
        if parse.dep[above] == "relcl":
            return named_head(parse, parse.head[above])
    return head


def named_head(parse: Parse, noun: int) -> int:
    """The name that a noun stands in apposition to ("Ada Lind, an engineer, who"), else the noun."""
    above = parse.head[noun]
    return above if parse.dep[noun] == "appos" and parse.pos[above] == "PROPN" else noun


def before_pronoun(parse: Parse, head: int, stop: int) -> int:
    """Where a source ends, less the relative pronoun of the clause that reports."""
    while stop - 1 > head and (parse.lower[stop - 1] in _RELATIVE or parse.orth[stop - 1] == ","):
        stop -= 1
    return stop
