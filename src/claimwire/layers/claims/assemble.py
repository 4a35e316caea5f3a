"""Clauses made into claim records: the fields decided by the rooms beside this one, put together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from claimwire.layers.claims.arguments import Part, arguments
from claimwire.layers.claims.attributed import Attributed, Contents
from claimwire.layers.claims.clauses import Clause
from claimwire.layers.claims.extent import extent
from claimwire.layers.claims.modality import Finding, modality
from claimwire.layers.claims.polarity import polarity
from claimwire.layers.claims.subject import Phrase, subject
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import Parse
from claimwire.layers.references.resolved import resolve_text
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
_OWN = frozenset({"claim", "reporting", "frame"})


@dataclass(frozen=True, slots=True)
class Layers:
    """What earlier layers found, in order of the text, and the indexes over it."""

    mentions: Mentions
    contents: Contents
    entities: Sequence[Entity] = ()
    quantities: Sequence[Quantity] = ()
    dates: Sequence[Date] = ()


def claim_of(parse: Parse, clause: Clause, clauses: dict[int, Clause], layers: Layers, digest: str) -> Claim:
    """The record of one clause. digest: sha256 of the text in hex. Confidence is set later."""
    said = subject(parse, clause, clauses)
    found = layers.contents.of(parse.start[clause.head])
    start, end = _span(parse, clause, clauses, said, found)
    cue = found.cue_above(clause, parse) if found else None
    mode, sign = modality(parse, clause, clauses, cue), polarity(parse, clause, clauses, cue)
    first, stop = clause.group.first, clause.group.stop
    parts = arguments(parse, clause, said.head if said else None, clauses)
    return Claim(
        **place(parse.text, start, end, parse.start[first], digest),
        resolved=resolve_text(layers.mentions, start, end),
        sentence=parse.sent[clause.head],
        subject=_subject(parse, said, layers.mentions),
        predicate=Predicate(*_chars(parse, first, stop), parse.lemma[clause.group.main]),
        arguments=tuple(_argument(parse, p, layers.mentions) for p in parts),
        polarity=sign.value,  # type: ignore[arg-type]
        modality=mode.value,  # type: ignore[arg-type]
        attribution=found.attribution if found else None,
        **inside(layers, start, end),
        evidence=tuple(_evidence(parse, clause, mode, sign, said, found)),
    )


def place(text: str, start: int, end: int, key: int, digest: str) -> dict:
    """The fields of a claim that say where it stands. key: offset of the predicate, to tell claims apart."""
    ident = sha256(f"{digest}:{start}:{end}:{key}:{RULES}".encode()).hexdigest()[:16]
    return {
        "id": ident,
        "start": start,
        "end": end,
        "text": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }


def inside(layers: Layers, start: int, end: int) -> dict:
    """The entities, quantities and dates that stand wholly inside a span."""
    return {
        "entities": _within(layers.entities, start, end),
        "quantities": _within(layers.quantities, start, end),
        "dates": _within(layers.dates, start, end),
    }


def _within(items: Sequence, start: int, end: int) -> tuple:
    at = bisect_left(items, start, key=lambda r: r.start)
    out = []
    while at < len(items) and items[at].start < end:
        if items[at].end <= end:
            out.append(items[at])
        at += 1
    return tuple(out)


def _span(
    parse: Parse, clause: Clause, clauses: dict[int, Clause], said: Phrase | None, found: Attributed | None
) -> tuple[int, int]:
    """Character offsets of the clause, inside the content that holds it."""
    keep = clause.group.first, clause.group.stop
    first, stop = extent(parse, clause.head, keep, _cut(clauses, clause.head))
    start, end = parse.chars(first, stop)
    return found.clip(start, end, parse.start[clause.head]) if found else (start, end)


def _cut(clauses: dict[int, Clause], head: int) -> Callable[[int], bool]:
    """Whether a token heads a clause that is cut off at the edges of this one: it is no mere part of it."""

    def cut(i: int) -> bool:
        clause = clauses.get(i)
        return clause is not None and clause.status in _OWN and i != head

    return cut


def _chars(parse: Parse, first: int, stop: int) -> tuple[int, int, str]:
    return (*parse.chars(first, stop), parse.phrase(first, stop))


def _subject(parse: Parse, said: Phrase | None, mentions: Mentions) -> Subject | None:
    if said is None:
        return None
    named = mentions.of(said.first, said.stop, said.head)
    span = _chars(parse, said.first, said.stop)
    return Subject(*span, named.name, named.label, named.entity) if named else Subject(*span)


def _argument(parse: Parse, part: Part, mentions: Mentions) -> Argument:
    named = mentions.of(part.first, part.stop, part.head) if part.role != "clause" else None
    name, entity = (named.name, named.entity) if named else (None, None)
    return Argument(*_chars(parse, part.first, part.stop), part.role, part.marker, name, entity)


def _evidence(
    parse: Parse, clause: Clause, mode: Finding, sign: Finding, said: Phrase | None, found: Attributed | None
) -> Iterable[Evidence]:
    yield Evidence("clause", clause.kind, *_place(parse, clause.head))
    if said is not None:
        yield Evidence("subject", said.rule, *parse.chars(said.first, said.stop))
    for field, finding in (("modality", mode), ("polarity", sign)):
        yield Evidence(field, finding.rule, *_place(parse, finding.token))
    if found is not None:
        yield found.evidence()


def _place(parse: Parse, token: int | None) -> tuple[int | None, int | None]:
    return (None, None) if token is None else (parse.start[token], parse.end[token])


def empty_claim(parse: Parse, attribution: Attribution, layers: Layers, digest: str) -> Claim:
    """The record of an attribution whose content has no clause: predicate and subject are null."""
    start, end = attribution.content[0].start, attribution.content[-1].end
    token = max(parse.token_at(start), 0)
    return Claim(
        **place(parse.text, start, end, start, digest),
        resolved=resolve_text(layers.mentions, start, end),
        sentence=parse.sent[token] if len(parse) else 0,
        subject=None,
        predicate=None,
        attribution=attribution,
        **inside(layers, start, end),
        evidence=(Evidence("clause", "content without a clause", start, end),),
    )
