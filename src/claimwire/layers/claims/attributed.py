"""Which attribution holds a claim: the innermost whose content covers its verb."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.modality import Decision
from claimwire.layers.grammar.verbs import FINITE, is_subjunctive
from claimwire.layers.parse import Parse
from claimwire.lexicon import words
from claimwire.records import Attribution, Evidence, Span

_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_OPENING = frozenset("\"'“‘«`")


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution and the content span of it that holds a claim."""

    attribution: Attribution
    span: Span

    def bounds(self, parse: Parse, head: int) -> tuple[int, int]:
        """The tokens [first, stop) that the content around a claim's head reaches over.

        It goes on to the next mark or word of the report, since no content ends within a phrase.
        """
        since, until = parse.sents[parse.sent[head]]
        first, stop = self._joined(parse)
        first, stop = min(head, first), max(head + 1, stop)
        while first > since and not self._ends(parse, first - 1):
            first -= 1
        while stop < until and not self._ends(parse, stop):
            stop += 1
        return first, stop

    def _joined(self, parse: Parse) -> tuple[int, int]:
        """The piece of content, with those that only the report parts from it ("S, he said, S")."""
        own = parse.tokens_in(self.span.start, self.span.end)
        first, stop = own.start, own.stop
        pieces = [parse.tokens_in(s.start, s.end) for s in self.attribution.content]
        for p in sorted(pieces, key=lambda p: p.start):
            if p.start >= stop and self._is_interrupted(parse, stop, p.start):
                stop = p.stop
        for p in sorted(pieces, key=lambda p: -p.stop):
            if p.stop <= first and self._is_interrupted(parse, p.stop, first):
                first = p.start
        return first, stop

    def _is_interrupted(self, parse: Parse, first: int, stop: int) -> bool:
        """Whether there is no word between, or the cue."""
        cue = self.attribution.cue
        between = [k for k in range(first, stop) if parse.pos[k] not in ("PUNCT", "SPACE")]
        return not between or (cue is not None and any(parse.start[k] == cue.start for k in between))

    def _ends(self, parse: Parse, k: int) -> bool:
        """Whether a content may end at a token beyond it: a mark, or a word of its source or cue."""
        said = (self.attribution.cue, self.attribution.source)
        told = any(s is not None and s.start <= parse.start[k] < s.end for s in said)
        return told or parse.pos[k] in ("PUNCT", "SPACE", "SCONJ", "CCONJ")

    def voice(self) -> str | None:
        """Who speaks in the first person in the content: the speaker of a direct quotation, if told."""
        said = self.attribution.source
        if said is None or self.attribution.type != "direct":
            return None
        return said.name if said.entity is not None or said.how == "nominal" else None

    def cue_above(self, clause: Clause, parse: Parse) -> str | None:
        """Lemma of the cue, for a clause at the top of the content; its subordinate clauses are their own."""
        cue = self.attribution.cue
        if cue is None or clause.kind in ("relative", "adverbial"):
            return None
        if clause.kind == "complement" and not _reports(parse, clause, cue.start, cue.end):
            return None
        return cue.lemma

    def denies(self, clause: Clause, parse: Parse) -> Decision | None:
        """What negates a clause at the top of a content that its source denies ("does not think that S")."""
        if self.attribution.stance != "denies" or not self._is_top(clause, parse):
            return None
        cue = self.attribution.cue
        rule = f"denies:{cue.lemma}" if cue else "denies"
        return Decision("negated", rule, parse.token_at(cue.start) if cue else None)

    def _is_top(self, clause: Clause, parse: Parse) -> bool:
        """Whether nothing of the content stands above a clause."""
        spans = self.attribution.content
        return not any(
            s.start <= parse.start[above] < s.end for above in parse.ancestors(clause.base) for s in spans
        )

    def is_reported_by(self, parse: Parse, clause: Clause) -> bool:
        """Whether the cue is the verb of a clause."""
        cue = self.attribution.cue
        return cue is not None and any(cue.start <= parse.start[v] < cue.end for v in clause.group.verbs)

    def evidence(self) -> Evidence:
        """Why a claim carries this attribution."""
        cue = self.attribution.cue
        return Evidence("attribution", "content", cue.start if cue else None, cue.end if cue else None)


def _reports(parse: Parse, clause: Clause, start: int, end: int) -> bool:
    """Whether the cue stands right above a complement clause."""
    return start <= parse.start[parse.head[clause.base]] < end


def reporting_cues(parse: Parse, attributions: Iterable[Attribution]) -> set[int]:
    """Tokens of the cues whose own clause is no claim.

    A cue reports when its content is quoted or has a finite verb; else ("we begged them to stop", "it
    announced a freeze") its clause is a claim like any other (gold guidelines, "attributions"), as is that of
    a verb of causing ("the rules ensure that S").
    """
    return {
        i
        for a in attributions
        if a.cue is not None and (_is_quoted(parse, a) or _has_finite_verb(parse, a))
        for i in parse.tokens_in(a.cue.start, a.cue.end)
        if _is_quoted(parse, a)
        or not (_has_object_only(parse, i) or parse.lemma[i] in words("causing_verbs"))
    }


def _has_object_only(parse: Parse, i: int) -> bool:
    """A verb with a direct object and no clause below it is about the object ("called back the cars").

    The verbs of telling have their hearer there.
    """
    deps = {parse.dep[c] for c in parse.children[i]}
    return "dobj" in deps and not deps & _CLAUSES and parse.lemma[i] not in words("telling_verbs")


def _is_quoted(parse: Parse, attribution: Attribution) -> bool:
    """Whether a quotation mark opens the content; one that stands around the cue as well does not count."""
    return any(s.start and parse.text[s.start - 1] in _OPENING for s in attribution.content)


def _has_finite_verb(parse: Parse, attribution: Attribution) -> bool:
    inside = (i for s in attribution.content for i in parse.tokens_in(s.start, s.end))
    return any(parse.tag[i] in FINITE or is_subjunctive(parse, i) for i in inside)


class Contents:
    """Attributions by place: the innermost whose content covers an offset, found in logarithmic time."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        pieces = [(s.start, s.end, _size(a), a, s) for a in attributions for s in a.content]
        self._starts, self._found = _segments(pieces)

    def at(self, offset: int) -> Attribution | None:
        """The attribution that `of` finds."""
        found = self.of(offset)
        return found.attribution if found is not None else None

    def speaker_at(self, offset: int) -> str | None:
        """The entity of the speaker of the innermost content that covers an offset, where it is known."""
        said = self.at(offset)
        return said.source.entity if said is not None and said.source is not None else None

    def of(self, offset: int) -> Attributed | None:
        """The innermost attribution whose content covers a character offset."""
        at = bisect_right(self._starts, offset) - 1
        return self._found[at] if at >= 0 else None


def _size(attribution: Attribution) -> int:
    return sum(s.end - s.start for s in attribution.content)


def _segments(
    pieces: list[tuple[int, int, int, Attribution, Span]],
) -> tuple[list[int], list[Attributed | None]]:
    """Offsets where the innermost content changes, and what it is from there on.

    A sweep over starts and ends; a heap with lazy removal keeps it near linear for deep nests.
    """
    from heapq import heappop, heappush

    events = sorted({p[0] for p in pieces} | {p[1] for p in pieces})
    by_start = sorted(pieces, key=lambda p: p[0])
    open_: list[tuple[int, int, int]] = []
    starts: list[int] = []
    found: list[Attributed | None] = []
    k = 0
    for at in events:
        while k < len(by_start) and by_start[k][0] == at:
            heappush(open_, (by_start[k][2], k, by_start[k][1]))
            k += 1
        while open_ and open_[0][2] <= at:
            heappop(open_)
        starts.append(at)
        found.append(Attributed(by_start[open_[0][1]][3], by_start[open_[0][1]][4]) if open_ else None)
    return starts, found
