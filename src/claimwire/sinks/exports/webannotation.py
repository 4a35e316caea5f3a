"""W3C Web Annotations: each claim anchored in its article by position and by quotation.

Model and vocabulary: https://www.w3.org/TR/annotation-model/ (Recommendation of 2017). A claim is an
annotation whose bodies are the clause as it reads alone, and tags such as `speaker: Ida Brandt`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimwire.records import ClaimRecord, Document
from claimwire.sinks.exports.jsonld import article_iri, iri, without_nulls, write_items
from claimwire.sinks.reading import Loaded

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation(document: Document, claim: ClaimRecord) -> dict[str, Any]:
    """The annotation of a claim. Offsets are code points, as the model asks."""
    selectors = [
        {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
        {
            "type": "TextQuoteSelector",
            "exact": claim.text,
            "prefix": claim.prefix,
            "suffix": claim.suffix,
        },
    ]
    return {
        "id": iri("claim", document.id, claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "generator": without_nulls(
            {"type": "Software", "name": "claimwire", "schema:softwareVersion": document.run.version or None}
        ),
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "language": document.language or "en",
                "value": claim.resolved,
            },
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in _tags(claim)),
        ],
        "target": {"source": article_iri(document), "selector": selectors},
    }


def _tags(claim: ClaimRecord) -> list[str]:
    speaker = claim.attribution.source if claim.attribution else None
    said = {
        "subject": claim.subject.name if claim.subject else None,
        "speaker": (speaker.name or speaker.text) if speaker else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "evidential": claim.evidential,
        "stance": claim.attribution.stance if claim.attribution else None,
        "confidence": claim.confidence,
    }
    return [f"{key}: {value}" for key, value in said.items() if value is not None]


def _annotations(documents: Iterable[Loaded], seen: list[str]) -> Iterator[dict[str, Any]]:
    for loaded in documents:
        seen.append(loaded.document.id)
        for claim in loaded.claims:
            yield annotation(loaded.document, claim)


def write(documents: Iterable[Loaded], path: Path) -> int:
    """Write an AnnotationPage with an annotation a claim."""
    seen: list[str] = []
    # The context knows `schema:`, so that the version of the software needs no vocabulary of our own.
    head = {"@context": CONTEXT, "id": iri("page", path.stem), "type": "AnnotationPage"}
    write_items(path, head, "items", _annotations(documents, seen))
    return len(seen)
