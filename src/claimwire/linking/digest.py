"""What is compared of a document: its statements and its entities, without text, marks or rules.

A digest is small (about 10 kB) and is what the links keep of a document, so that new articles can be joined
to old ones without their records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from claimwire.records import Attribution, ClaimRecord, Date, Document, Quantity

# An ISO 8601 duration of one unit, and what its letters mean.
_LENGTH = re.compile(r"(PT?)(\d+(?:\.\d+)?)([YMWDHS])")
_UNITS = {
    "PY": "year", "PM": "month", "PW": "week", "PD": "day", "PTH": "hour", "PTM": "minute", "PTS": "second",
    "PH": "hour", "PS": "second", "PTY": "year", "PTW": "week", "PTD": "day",
}  # fmt: skip
_MODIFIERS = {
    "APPROX": "approx", "MORE_THAN": "more_than", "LESS_THAN": "less_than", "EQUAL_OR_MORE": "at_least",
    "EQUAL_OR_LESS": "at_most",
}  # fmt: skip
# "another 12 people" are added to others: no number for all of them.
_ADDED = re.compile(r"\b(?:another|additional|further|extra|other)\s+(?:\w+\s+)?$", re.I)
_ADDING = re.compile(r"\b(?:another|additional|further|extra|others?|more(?!\s+than))\b", re.I)
_NOUN = re.compile(r"[\s-]+(?:old[\s-]+)?([^\W\d_]+)")


class Amount(msgspec.Struct, frozen=True, array_like=True):
    """A quantity of a statement: value or range at full scale, what it counts, where it stands."""

    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    modifier: str | None
    change: str | None
    unit: str | None
    kind: str
    counted: str


class Day(msgspec.Struct, frozen=True, array_like=True):
    """A time of a statement: the first and last day it may mean, as ISO dates."""

    text: str
    earliest: str
    latest: str


class Statement(msgspec.Struct, frozen=True, array_like=True):
    """A claim as it is compared; `quoted` when the speaker's own words stand in it."""

    claim: str
    start: int
    end: int
    sentence: int
    text: str
    resolved: str
    subject: str
    predicate: str
    objects: tuple[str, ...]
    names: tuple[str, ...]
    speaker: str | None
    attributed: bool
    quoted: bool
    negated: bool
    modality: str
    amounts: tuple[Amount, ...]
    days: tuple[Day, ...]
    confidence: float | None


class Named(msgspec.Struct, frozen=True, array_like=True):
    """An entity of a document with all forms of its name and its roles, each sorted."""

    entity: str
    label: str
    name: str
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    count: int


class Digest(msgspec.Struct, frozen=True):
    """What the links keep of a document; `outlet` is where it was published, as far as it is known."""

    id: str
    mark: str
    date: str | None
    outlet: str | None
    title: str | None
    statements: tuple[Statement, ...]
    entities: tuple[Named, ...]


def digest_of(document: Document, claims: Sequence[ClaimRecord]) -> Digest:
    """The digest of a document and its claims, which are in the order of the text."""
    title = document.title.text if document.title else None
    date = document.date[:10] if document.date else None
    return Digest(
        document.id, mark_of(document), date, outlet_of(document), title,
        tuple(_statement(c) for c in claims), _entities(document),
    )  # fmt: skip


def mark_of(document: Document) -> str:
    """By what it is seen that a document has changed: its text and what read it."""
    run = document.run
    return ":".join((document.sha256[:16], run.version, run.pipeline, run.model))


def outlet_of(document: Document) -> str | None:
    """The host of the address, else the source as given."""
    address = document.url or document.source
    if address is None:
        return None
    return address.split("://", 1)[1].split("/", 1)[0] if "://" in address else address


def _statement(c: ClaimRecord) -> Statement:
    subject = (c.subject.name or c.subject.text) if c.subject else ""
    names = {e.name for e in c.entities} | {a.name for a in c.arguments if a.name}
    if c.subject and c.subject.name:
        names.add(c.subject.name)
    said = c.attribution
    return Statement(
        c.id, c.start, c.end, c.sentence, c.text, c.resolved, subject,
        c.predicate.lemma if c.predicate else "",
        tuple(a.text for a in c.arguments if a.role in ("object", "attribute")),
        tuple(sorted(names)), _speaker(said), said is not None, _quoted(c), c.polarity == "negated",
        c.modality, (*(_amount(q, c) for q in c.quantities), *_lengths(c)), _days(c.dates, said),
        c.confidence,
    )  # fmt: skip


def _speaker(said: Attribution | None) -> str | None:
    return (said.source.name or said.source.text) if said and said.source else None


def _quoted(c: ClaimRecord) -> bool:
    return c.attribution is not None and any(
        q.start < c.end and c.start < q.end for q in c.attribution.quotes
    )


def _amount(q: Quantity, c: ClaimRecord) -> Amount:
    counted = q.counted.text if q.counted else ""
    change = q.change or ("increase" if _added(q, c) else None)
    return Amount(
        q.start, q.end, q.text, q.value, q.low, q.high, q.modifier, change, q.unit, q.kind, counted
    )  # fmt: skip


def _added(q: Quantity, c: ClaimRecord) -> bool:
    """Whether a number comes on top of another one: "an additional 300", "two more people"."""
    return bool(_ADDED.search(c.text[: max(q.start - c.start, 0)]) or _ADDING.search(q.text))


def _lengths(c: ClaimRecord) -> Iterator[Amount]:
    """Durations and ages as amounts: of an age the noun behind it is what is counted, else the subject."""
    for d in c.dates:
        length = _LENGTH.fullmatch(d.value) if d.type == "DURATION" else None
        if length:
            unit, age = _UNITS[length[1] + length[3]], d.text.endswith("old") or d.text.strip().isalnum()
            behind = _NOUN.match(c.text, d.end - c.start) if age else None
            counted = behind[1] if behind else c.subject.text if age and c.subject else ""
            yield Amount(
                d.start, d.end, d.text, float(length[2]), None, None, _MODIFIERS.get(d.mod or ""), None, unit,
                "age" if age else "length", counted,
            )  # fmt: skip


def _days(dates: Sequence[Date], said: Attribution | None) -> tuple[Day, ...]:
    """The times of a statement; those of its saying are not its own."""
    saying = {(d.start, d.end) for d in said.dates} if said else set()
    return tuple(
        Day(d.text, d.earliest, d.latest)
        for d in dates
        if d.earliest and d.latest and (d.start, d.end) not in saying and d.type in ("DATE", "TIME")
    )


def _entities(document: Document) -> tuple[Named, ...]:
    found: dict[str, list[tuple[str, str, str, str | None]]] = {}
    for e in document.entities:
        found.setdefault(e.entity or e.name, []).append((e.label, e.name, e.text, e.role))
    return tuple(_named(entity, mentions) for entity, mentions in found.items())


def _named(entity: str, mentions: list[tuple[str, str, str, str | None]]) -> Named:
    label, name = mentions[0][:2]
    forms = {name, *(text for _, _, text, _ in mentions)}
    roles = {role for *_, role in mentions if role}
    return Named(entity, label, name, tuple(sorted(forms)), tuple(sorted(roles)), len(mentions))
