"""Clauses made into claim records: the fields decided by the rooms beside this one, put together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from claimwire.layers.claims.arguments import Part, arguments
from claimwire.layers.claims.attributed import Attributed, Contents
from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.evidential import evidential
from claimwire.layers.claims.extent import before_closing_dash, cutter, extent
from claimwire.layers.claims.modality import Decision, modality
from claimwire.layers.claims.polarity import polarity
from claimwire.layers.claims.quotes import Marks
from claimwire.layers.claims.resolved import NameWriter
from claimwire.layers.claims.resolving import Resolver
from claimwire.layers.claims.subject import Phrase, subject
from claimwire.layers.claims.unheld import unheld
from claimwire.layers.grammar.trimming import trimmed
from claimwire.layers.grammar.verbs import subject_of
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import Parse
from claimwire.records import (
    Argument,
    Attribution,
    Claim,
    Date,
    Entity,
    Evidence,
    Predicate,
    Quantity,
    Subject,
)
from claimwire.version import RULES

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What earlier layers found, in order of the text, and the indexes over it."""

    mentions: Mentions
    contents: Contents
    marks: Marks
    entities: Sequence[Entity] = ()
    quantities: Sequence[Quantity] = ()
    dates: Sequence[Date] = ()

    def inside(self, start: int, end: int) -> dict[str, Any]:
        """The entities, quantities and dates that stand wholly inside a span."""
        return {
            "entities": _within(self.entities, start, end),
            "quantities": _within(self.quantities, start, end),
            "dates": _within(self.dates, start, end),
        }


def _within(items: Sequence[Any], start: int, end: int) -> tuple[Any, ...]:
    at = bisect_left(items, start, key=lambda r: r.start)
    out = []
    while at < len(items) and items[at].start < end:
        if items[at].end <= end:
            out.append(items[at])
        at += 1
    return tuple(out)


class Assembler:
    """Makes the claim records of one article."""

    def __init__(
        self, parse: Parse, clauses: dict[int, Clause], neighbours: Neighbours, writer: NameWriter
    ) -> None:
        self.parse = parse
        self.clauses = clauses
        self.neighbours = neighbours
        self.lent = frozenset(c.lent for c in clauses.values() if c.lent is not None)
        self.writer = writer
        self.resolver = Resolver(parse, clauses, writer, neighbours.marks, self._reach)
        self.digest = sha256(parse.text.encode("utf-8")).hexdigest()

    def claim(self, clause: Clause) -> Claim:
        """The record of one clause; its confidence is set later."""
        parse, clauses = self.parse, self.clauses
        said = subject(parse, clause, clauses)
        found = self._holding(clause)
        first, stop = self._reach(clause)[0]
        start, end = parse.chars(first, stop)
        cue = found.cue_above(clause, parse) if found else None
        mode = modality(parse, clause, clauses, cue)
        denied, mode = (found.denies(clause, parse), mode) if found else unheld(parse, clause, mode)
        sign = polarity(parse, clause, clauses, denied)
        hearsay = evidential(parse, clause, clauses)
        parts = arguments(parse, clause, said.head if said else None, clauses)
        return Claim(
            **self._place(start, end, parse.start[clause.group.first]),
            resolved=self.resolver.text(
                clause,
                withheld=cue is not None and found is not None and _is_withheld(found),
                speaker=found.voice() if found else None,
            ),
            sentence=parse.sent[clause.head],
            subject=self._subject(said),
            predicate=Predicate(
                *_chars(parse, clause.group.first, clause.group.stop), parse.lemma[clause.group.main]
            ),
            arguments=tuple(self._argument(p) for p in parts),
            polarity=sign.value,  # type: ignore[arg-type]
            modality=mode.value,  # type: ignore[arg-type]
            attribution=found.attribution if found else None,
            **self.neighbours.inside(start, end),
            evidential=hearsay.value if hearsay else None,  # type: ignore[arg-type]
            evidence=tuple(_evidence(parse, clause, (mode, sign, hearsay), said, found)),
        )

    def without_clause(self, attribution: Attribution) -> Claim:
        """The record of an attribution whose content has no clause: predicate and subject are null."""
        start, end = attribution.content[0].start, attribution.content[-1].end
        token = max(self.parse.token_at(start), 0)
        return Claim(
            **self._place(start, end, start),
            resolved=self.writer.text(start, end),
            sentence=self.parse.sent[token] if len(self.parse) else 0,
            subject=None,
            predicate=None,
            attribution=attribution,
            **self.neighbours.inside(start, end),
            evidence=(Evidence("clause", "content without a clause", start, end),),
        )

    def _place(self, start: int, end: int, key: int) -> dict[str, Any]:
        """The fields that say where a claim stands. key: offset of its predicate, to tell claims apart."""
        text = self.parse.text
        ident = sha256(f"{self.digest}:{start}:{end}:{key}:{RULES}".encode()).hexdigest()[:16]
        return {
            "id": ident,
            "start": start,
            "end": end,
            "text": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        }

    def _holding(self, clause: Clause) -> Attributed | None:
        """The attribution that holds a clause; a verb joined to another takes part in what holds that one."""
        found = self._covering(clause)
        above = self.clauses.get(clause.above) if clause.above is not None else None
        if above is None or subject_of(self.parse, clause.head) is not None:
            return found
        if found is not None and not found.is_reported_by(self.parse, above):
            return found
        moved = self.parse.head[clause.head] != above.head
        return self._covering(above) if moved or found is not None else None

    def _covering(self, clause: Clause) -> Attributed | None:
        return self.neighbours.contents.of(self.parse.start[clause.head])

    def _reach(self, clause: Clause) -> tuple[tuple[int, int], int]:
        """Tokens [first, stop) of a clause, and the token that the content that holds it ends at."""
        found = self._covering(clause)
        if found is not self._holding(clause):
            found = None
        limit = found.bounds(self.parse, clause.head)[1] if found else len(self.parse)
        return self._extent(clause, found), limit

    def _extent(self, clause: Clause, found: Attributed | None) -> tuple[int, int]:
        """Tokens [first, stop) of the clause, inside the content that holds it."""
        parse, keep = self.parse, (clause.group.first, clause.group.stop)
        cut = cutter(parse, self.clauses, clause, self.lent)
        bounds = found.bounds(parse, clause.head) if found else (0, len(parse))
        first, stop = extent(parse, clause.head, keep, cut, bounds)
        if clause.lent is not None:
            first = min(first, trimmed(parse, parse.left[clause.lent], clause.lent + 1)[0])
        stop = before_closing_dash(parse, first, keep[1], stop)
        return self.neighbours.marks.settled(min(first, keep[0]), max(stop, keep[1]), keep)

    def _subject(self, said: Phrase | None) -> Subject | None:
        if said is None:
            return None
        named = self.neighbours.mentions.of(said.first, said.stop, said.head)
        span = _chars(self.parse, said.first, said.stop)
        return Subject(*span, named.name, named.label, named.entity) if named else Subject(*span)

    def _argument(self, part: Part) -> Argument:
        named = None
        if part.role != "clause":
            named = self.neighbours.mentions.of(part.first, part.stop, part.head)
        name, entity = (named.name, named.entity) if named else (None, None)
        return Argument(*_chars(self.parse, part.first, part.stop), part.role, part.marker, name, entity)


def _chars(parse: Parse, first: int, stop: int) -> tuple[int, int, str]:
    return (*parse.chars(first, stop), parse.phrase(first, stop))


def _evidence(
    parse: Parse,
    clause: Clause,
    decisions: tuple[Decision | None, ...],
    said: Phrase | None,
    found: Attributed | None,
) -> Iterable[Evidence]:
    yield Evidence("clause", clause.kind, *_token(parse, clause.head))
    if said is not None:
        yield Evidence("subject", said.rule, *parse.chars(said.first, said.stop))
    for field, finding in zip(("modality", "polarity", "evidential"), decisions, strict=True):
        if finding is not None:
            yield Evidence(field, finding.rule, *_token(parse, finding.token))
    if found is not None:
        yield found.evidence()


def _is_withheld(found: Attributed) -> bool:
    """Whether who speaks does not put the content forward: denies, doubts, asks or withholds it."""
    return found.attribution.stance != "asserts"


def _token(parse: Parse, token: int | None) -> tuple[int | None, int | None]:
    return (None, None) if token is None else (parse.start[token], parse.end[token])
