"""brat standoff: a folder with `ID.txt`, `ID.ann` and the `annotation.conf` that brat needs to show them.

Format: https://brat.nlplab.org/standoff.html. Offsets are code points; a span over a line end is written in
fragments, one a line, as brat asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from claimwire.sinks.errors import SinkError
from claimwire.sinks.exports import text_of
from claimwire.sinks.reading import Loaded

CONFIG = """[entities]
Name
\tPERSON
\tORG
\tGPE
\tLOC
\tFAC
\tNORP
\tPRODUCT
\tEVENT
\tWORK_OF_ART
\tLAW
Reference
Quantity
Date
Speaker
Cue
Content
Medium
Claim
Subject
Predicate

[relations]
Source\tArg1:Content, Arg2:Speaker
ReportedBy\tArg1:Content, Arg2:Cue
SaidIn\tArg1:Content, Arg2:Medium
Continues\tArg1:Content, Arg2:Content
HasSubject\tArg1:Claim, Arg2:Subject
HasPredicate\tArg1:Claim, Arg2:Predicate
AttributedTo\tArg1:Claim, Arg2:Content
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Negated\tArg:Claim
Modality\tArg:Claim, Value:asserted|predicted|planned|possible|necessary|conditional
Evidential\tArg:Claim, Value:reported|alleged|believed
Type\tArg:Content, Value:direct|mixed|indirect
Stance\tArg:Content, Value:asserts|denies|doubts|asks|withholds
"""
_LINE = re.compile(r"[^\r\n]+")


class _Annotations:
    """The lines of one .ann file, numbered as they come."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[str] = []
        self._counts = {"T": 0, "R": 0, "A": 0, "#": 0}

    def _add(self, kind: str, rest: str) -> str:
        self._counts[kind] += 1
        id_ = f"{kind}{self._counts[kind]}"
        self.lines.append(f"{id_}\t{rest}")
        return id_

    def span(self, type_: str, span: Any, note: str | None = None) -> str:
        """A text-bound annotation, with a note for what brat has no field for; its id."""
        parts = [(m.start(), m.end()) for m in _LINE.finditer(self.text, span.start, span.end)]
        places = ";".join(f"{start} {end}" for start, end in parts)
        words = " ".join(self.text[start:end] for start, end in parts)
        id_ = self._add("T", f"{type_} {places}\t{words}")
        if note:
            self._add("#", f"AnnotatorNotes {id_}\t{' '.join(note.split())}")
        return id_

    def relation(self, type_: str, one: str, other: str) -> None:
        """A relation between two annotations."""
        self._add("R", f"{type_} Arg1:{one} Arg2:{other}")

    def attribute(self, type_: str, of: str, value: str = "") -> None:
        """An attribute of an annotation; one without a value is binary."""
        self._add("A", f"{type_} {of} {value}".rstrip())


def standoff(loaded: Loaded) -> str:
    """The .ann file of a document."""
    document = loaded.document
    out = _Annotations(text_of(loaded))
    for e in document.entities:
        out.span(e.label, e, e.name)
    for r in document.references:
        out.span("Reference", r, r.name)
    for q in document.quantities:
        value = q.value if q.value is not None else f"{q.low}..{q.high}"
        per = f"per {q.per}" if q.per else None
        out.span("Quantity", q, " ".join(str(v) for v in (q.modifier, value, q.unit, per) if v is not None))
    for d in document.dates:
        out.span("Date", d, " ".join(filter(None, (d.type, d.value, d.mod))))
    contents = {a.id: _attribution(out, a) for a in document.attributions}
    for claim in loaded.claims:
        id_ = out.span("Claim", claim, claim.resolved)
        out.attribute("Modality", id_, claim.modality)
        if claim.polarity == "negated":
            out.attribute("Negated", id_)
        if claim.evidential:
            out.attribute("Evidential", id_, claim.evidential)
        if claim.subject:
            out.relation("HasSubject", id_, out.span("Subject", claim.subject, claim.subject.name))
        if claim.predicate:
            out.relation("HasPredicate", id_, out.span("Predicate", claim.predicate, claim.predicate.lemma))
        if claim.attribution and contents.get(claim.attribution.id):
            out.relation("AttributedTo", id_, contents[claim.attribution.id])
    return "".join(f"{line}\n" for line in out.lines)


def _attribution(out: _Annotations, a: Any) -> str:
    """The spans of an attribution, tied to the first span of its content; the id of that span."""
    ids = [out.span("Content", s) for s in a.content]
    if not ids:
        return ""
    out.attribute("Type", ids[0], a.type)
    out.attribute("Stance", ids[0], a.stance)
    for other in ids[1:]:
        out.relation("Continues", ids[0], other)
    if a.source:
        out.relation("Source", ids[0], out.span("Speaker", a.source, a.source.name))
    if a.cue:
        out.relation("ReportedBy", ids[0], out.span("Cue", a.cue, a.cue.lemma))
    if a.medium:
        out.relation("SaidIn", ids[0], out.span("Medium", a.medium))
    return ids[0]


def write(documents: Iterable[Loaded], path: Path) -> int:
    """Write the folder; files of documents that are not given stay."""
    count = 0
    try:
        path.mkdir(parents=True, exist_ok=True)
        for count, loaded in enumerate(documents, 1):  # noqa: B007
            name = quote(loaded.document.id, safe=" ")
            # Line ends stay as they are, so that offsets stay true.
            (path / f"{name}.txt").write_bytes(text_of(loaded).encode())
            (path / f"{name}.ann").write_bytes(standoff(loaded).encode())
        (path / "annotation.conf").write_text(CONFIG, encoding="utf-8")
    except OSError as error:
        raise SinkError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    return count
