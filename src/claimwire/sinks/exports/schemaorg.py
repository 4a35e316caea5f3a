"""schema.org: a Claim for each claim, a Quotation for each verbatim quotation (https://schema.org/Claim)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimwire.records import Attribution, ClaimRecord, Document, Source, Subject
from claimwire.sinks.exports.jsonld import article_iri, iri, without_nulls, write_items
from claimwire.sinks.reading import Loaded
from claimwire.sinks.rows import calendar_day

CONTEXT = "https://schema.org"
# OntoNotes labels as types of schema.org; what is not here is a Thing.
_TYPES = {
    "PERSON": "Person", "ORG": "Organization", "NORP": "Organization", "GPE": "AdministrativeArea",
    "LOC": "Place", "FAC": "Place", "PRODUCT": "Product", "EVENT": "Event", "WORK_OF_ART": "CreativeWork",
    "LAW": "Legislation",
}  # fmt: skip


def article(document: Document) -> dict[str, Any]:
    """The article that claims and quotations point to."""
    at = article_iri(document)
    return without_nulls(
        {
            "@type": "NewsArticle",
            "@id": at,
            "identifier": document.id,
            "url": at if at.startswith("http") else None,
            "author": {"@type": "Person", "name": document.author} if document.author else None,
            "inLanguage": document.language,
            "headline": document.title.text if document.title else None,
            "datePublished": calendar_day(document.date),
        }
    )


def claim_item(document: Document, claim: ClaimRecord) -> dict[str, Any]:
    """A claim; `author` is who is said to make it.

    It is absent where the article speaks itself, and where the source denies, doubts, asks or withholds it.
    """
    said = claim.attribution
    speaker = said.source if said and said.stance == "asserts" else None
    return without_nulls(
        {
            "@type": "Claim",
            "@id": iri("claim", document.id, claim.id),
            "text": claim.text,
            "description": claim.resolved,
            "author": _speaker(speaker) if speaker else None,
            "about": _thing(claim.subject) if claim.subject and claim.subject.name else None,
            "appearance": {"@id": article_iri(document)},
        }
    )


def quotation_items(document: Document, attribution: Attribution) -> list[dict[str, Any]]:
    """The verbatim parts of an attribution."""
    return [
        without_nulls(
            {
                "@type": "Quotation",
                "@id": iri("quotation", document.id, attribution.id, str(number)),
                "text": part.text,
                "spokenByCharacter": _speaker(attribution.source) if attribution.source else None,
                "isPartOf": {"@id": article_iri(document)},
            }
        )
        for number, part in enumerate(attribution.quotes, 1)
    ]


def _speaker(source: Source) -> dict[str, Any]:
    """Speakers are a Person or an Organization, as the ranges ask; a state speaks as the latter."""
    person = source.label in ("PERSON", None)
    return without_nulls(
        {
            "@type": "Person" if person else "Organization",
            "name": source.name or source.text,
            "jobTitle": source.role if person else None,
        }
    )


def _thing(subject: Subject) -> dict[str, Any]:
    return {"@type": _TYPES.get(subject.label or "", "Thing"), "name": subject.name}


def _items(documents: Iterable[Loaded], seen: list[str]) -> Iterator[dict[str, Any]]:
    for loaded in documents:
        document = loaded.document
        seen.append(document.id)
        yield article(document)
        for claim in loaded.claims:
            yield claim_item(document, claim)
        said = {a.id: a for a in document.attributions}
        said |= {c.attribution.id: c.attribution for c in loaded.claims if c.attribution}
        for attribution in said.values():
            yield from quotation_items(document, attribution)


def write(documents: Iterable[Loaded], path: Path) -> int:
    """Write one graph with articles, claims and quotations."""
    seen: list[str] = []
    write_items(path, {"@context": CONTEXT}, "@graph", _items(documents, seen))
    return len(seen)
