"""CSV (RFC 4180, UTF-8, with a header): one row a claim, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from claimwire.records import ClaimRecord, Date, Quantity
from claimwire.sinks.jsonl import atomic
from claimwire.sinks.reading import Loaded

COLUMNS = (
    "document", "source", "date", "claim", "start", "end", "text", "resolved", "subject", "predicate",
    "polarity", "modality", "evidential", "attribution", "stance", "speaker", "speaker_role", "cue",
    "quantities", "dates", "confidence", "resolved_confidence",
)  # fmt: skip
_SEPARATOR = "; "


def row(claim: ClaimRecord) -> tuple[object, ...]:
    """The cells of a claim; several quantities or dates share a cell."""
    said, subject = claim.attribution, claim.subject
    speaker = said.source if said else None
    key = claim.document
    return (
        key.id, key.source, key.date, claim.id, claim.start, claim.end, claim.text, claim.resolved,
        (subject.name or subject.text) if subject else None,
        claim.predicate.lemma if claim.predicate else None, claim.polarity, claim.modality,
        claim.evidential, said.type if said else None, said.stance if said else None,
        (speaker.name or speaker.text) if speaker else None,
        speaker.role if speaker else None, said.cue.text if said and said.cue else None,
        _SEPARATOR.join(map(_number, claim.quantities)), _SEPARATOR.join(map(_day, claim.dates)),
        claim.confidence, claim.resolved_confidence,
    )  # fmt: skip


def _number(q: Quantity) -> str:
    value = _plain(q.value) if q.value is not None else f"{_plain(q.low)}..{_plain(q.high)}"
    per = f"per {q.per}" if q.per else None
    return " ".join(filter(None, (q.modifier, value, q.unit, per, q.counted.text if q.counted else None)))


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def _day(d: Date) -> str:
    return f"{d.mod} {d.value}" if d.mod else d.value


def write(documents: Iterable[Loaded], path: Path) -> int:
    """Write the claims of all documents."""
    count = 0
    with atomic(path) as binary:
        file = io.TextIOWrapper(binary, "utf-8", newline="")
        cells = csv.writer(file)
        cells.writerow(COLUMNS)
        for count, loaded in enumerate(documents, 1):  # noqa: B007
            cells.writerows(row(claim) for claim in loaded.claims)
        file.detach()
    return count
