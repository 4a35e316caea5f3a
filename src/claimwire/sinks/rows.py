"""Records to rows: pure, the same for every store."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from claimwire.records import Attribution, ClaimRecord, Date, Document, Entity, Quantity, Reference, Span
from claimwire.sinks.tables import TABLES

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows of one document, by table; each row in the order of the table's columns."""

    id: str
    tables: Rows


# The escape of NUL in JSON, unless its backslash is itself escaped.
_NUL_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def without_nul(rows: DocumentRows) -> DocumentRows:
    """The same rows with U+FFFD in the place of NUL, which PostgreSQL cannot hold; offsets stay true."""

    def clean(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return _NUL_ESCAPE.sub(r"\1\\ufffd", value.replace("\0", "\ufffd"))

    return DocumentRows(
        rows.id, {name: [tuple(map(clean, row)) for row in some] for name, some in rows.tables.items()}
    )


def merged(documents: Iterable[DocumentRows]) -> Rows:
    """The rows of several documents, by table, in the order of `TABLES`."""
    rows: Rows = {table.name: [] for table in TABLES}
    for document in documents:
        for name, some in document.tables.items():
            rows[name] += some
    return rows


def calendar_day(text: str | None) -> str | None:
    """An ISO date, or the day of an ISO time stamp; null for what is no day of the calendar (`XXXX-10`)."""
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def document_rows(document: Document, claims: Sequence[ClaimRecord], complete: bool = True) -> DocumentRows:
    """The rows of a document and its claims.

    `complete` says whether the document's own record was at hand, or only its claims. A finding that stands
    in the document and in a claim, or in several claims, gives one row: places and ids decide.
    """
    owner = document.id
    unique = {claim.id: claim for claim in claims}
    kept = list(unique.values())
    attributions = {a.id: a for a in document.attributions}
    for claim in kept:
        if claim.attribution is not None:
            attributions.setdefault(claim.attribution.id, claim.attribution)
    said = attributions.values()
    entities = _Numbered([document.entities, *(c.entities for c in kept)])
    quantities = _Numbered([document.quantities, *(c.quantities for c in kept)])
    dates = _Numbered([document.dates, *(c.dates for c in kept), *(a.dates for a in said)])
    rows: Rows = {
        "documents": [_document_row(document, complete)],
        "document_warnings": [(owner, n, w.code, w.message) for n, w in enumerate(document.warnings, 1)],
        "entities": [_entity_row(owner, n, e) for n, e in entities.numbered],
        "references": [_reference_row(owner, n, r) for n, r in _Numbered([document.references]).numbered],
        "quantities": [_quantity_row(owner, n, q) for n, q in quantities.numbered],
        "dates": [_date_row(owner, n, d) for n, d in dates.numbered],
        "attributions": [_attribution_row(owner, a) for a in said],
        "contents": [row for a in said for row in _content_rows(owner, a)],
        "claims": [_claim_row(owner, c) for c in kept],
        "arguments": [
            (owner, c.id, n, a.role, a.marker, a.start, a.end, a.text, a.name, a.entity)
            for c in kept
            for n, a in enumerate(c.arguments, 1)
        ],
        "evidence": [
            (owner, c.id, n, e.field, e.rule, e.start, e.end, e.probability, e.rival)
            for c in kept
            for n, e in enumerate(c.evidence, 1)
        ],
        "claim_entities": [(owner, c.id, n) for c in kept for n in entities.ids(c.entities)],
        "claim_quantities": [(owner, c.id, n) for c in kept for n in quantities.ids(c.quantities)],
        "claim_dates": [(owner, c.id, n) for c in kept for n in dates.ids(c.dates)],
        "attribution_dates": [(owner, a.id, n) for a in said for n in dates.ids(a.dates)],
    }
    return DocumentRows(owner, rows)


class _Numbered:
    """Findings of a document, one for a place in the text, numbered from 1 in the order of the text."""

    def __init__(self, groups: Iterable[Sequence[Any]]) -> None:
        places: dict[tuple[int, int], Any] = {}
        for group in groups:
            for span in group:
                places.setdefault((span.start, span.end), span)
        self.numbered = [(n, places[place]) for n, place in enumerate(sorted(places), 1)]
        self._number = {(s.start, s.end): n for n, s in self.numbered}

    def ids(self, spans: Sequence[Any]) -> list[int]:
        """The numbers of these findings, each once."""
        if not spans:
            return []
        return sorted({self._number[s.start, s.end] for s in spans})


def _span(span: Span | None) -> Row:
    return (None, None, None) if span is None else (span.text, span.start, span.end)


def _document_row(d: Document, complete: bool) -> Row:
    title = d.title.text if d.title else None
    made = (d.run.version, d.run.pipeline, d.run.model) if complete else (None, None, None)
    read = (title, d.url, d.reader, d.author, d.date_source, d.language)
    return (d.id, d.source, d.sha256, calendar_day(d.date), *read, *made, complete, d.text)


def _entity_row(owner: str, n: int, e: Entity) -> Row:
    return (owner, n, e.start, e.end, e.text, e.label, e.name, e.entity, e.role, e.rule, e.confidence)


def _reference_row(owner: str, n: int, r: Reference) -> Row:
    return (owner, n, r.start, r.end, r.text, r.name, r.entity, r.kind, r.label, r.rule, r.confidence)


def _quantity_row(owner: str, n: int, q: Quantity) -> Row:
    what = (q.value, q.low, q.high, q.modifier, q.change, q.unit, q.per, q.kind)
    return (owner, n, q.start, q.end, q.text, *what, *_span(q.counted), q.rule)


def _date_row(owner: str, n: int, d: Date) -> Row:
    days = (calendar_day(d.earliest), calendar_day(d.latest))
    return (owner, n, d.start, d.end, d.text, d.type, d.value, d.mod, *days, d.anchored, d.rule)


def _attribution_row(owner: str, a: Attribution) -> Row:
    s, cue = a.source, a.cue
    speaker = (s.name or s.text, s.label, s.entity, s.role, s.how, s.confidence) if s else (None,) * 6
    words = (cue.text, cue.lemma, cue.kind, cue.start, cue.end) if cue else (None,) * 5
    quote = " ".join(q.text for q in a.quotes) or None
    content = " ".join(c.text for c in a.content)
    said = (content, quote, *_span(a.medium), a.confidence, a.rule)
    return (owner, a.id, a.type, a.stance, *speaker, *_span(s), *words, *said)


def _content_rows(owner: str, a: Attribution) -> list[Row]:
    parts = [(False, s) for s in a.content] + [(True, s) for s in a.quotes]
    return [(owner, a.id, n, verbatim, s.start, s.end, s.text) for n, (verbatim, s) in enumerate(parts, 1)]


def _claim_row(owner: str, c: ClaimRecord) -> Row:
    s, p = c.subject, c.predicate
    subject = (s.text, s.name, s.label, s.entity, s.start, s.end) if s else (None,) * 6
    predicate = (p.text, p.lemma, p.start, p.end) if p else (None,) * 4
    said = c.attribution.id if c.attribution else None
    return (
        owner, c.id, c.sentence, c.start, c.end, c.text, c.resolved, *subject, *predicate,
        c.polarity, c.modality, c.evidential, said, c.confidence, c.resolved_confidence, _encode(c).decode(),
    )  # fmt: skip
