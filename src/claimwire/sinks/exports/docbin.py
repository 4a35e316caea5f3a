"""spaCy DocBin: names as `doc.ents`, the other layers as `doc.spans`, the whole record in `doc.user_data`.

Tokens are those of spaCy's English tokenizer; a finding that ends inside a token takes the whole token.
Groups: `claims` (label: modality), `quantities` (kind), `dates` (TIMEX3 type), `speakers`, `cues`, `contents`
(type of the attribution). Span ids are those of the records.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from claimwire.records import Document, Span
from claimwire.sinks.exports import text_of
from claimwire.sinks.jsonl import atomic
from claimwire.sinks.reading import Loaded, decoded

if TYPE_CHECKING:
    from spacy.tokens import Doc

USER_DATA_KEY = "claimwire"


def doc_of(loaded: Loaded, nlp: Any) -> Doc:
    """A Doc with the layers of a document. `nlp` needs to tokenise only."""
    from spacy.util import filter_spans

    document = loaded.document
    doc: Doc = nlp.make_doc(text_of(loaded))

    def spans(found: Iterable[tuple[Span | Any, str, str]]) -> list[Any]:
        made = [
            doc.char_span(s.start, s.end, label=label, span_id=id_, alignment_mode="expand")
            for s, label, id_ in found
        ]
        return [span for span in made if span is not None]

    doc.ents = filter_spans(spans((e, e.label, e.entity or "") for e in document.entities))
    said = document.attributions
    groups: dict[str, list[tuple[Any, str, str]]] = {
        "claims": [(c, c.modality, c.id) for c in loaded.claims],
        "quantities": [(q, q.kind, "") for q in document.quantities],
        "dates": [(d, d.type, "") for d in document.dates],
        "speakers": [(a.source, a.source.label or "", a.id) for a in said if a.source],
        "cues": [(a.cue, a.cue.kind, a.id) for a in said if a.cue],
        "contents": [(s, a.type, a.id) for a in said for s in a.content],
    }
    for name, found in groups.items():
        doc.spans[name] = spans(found)
    doc.user_data[USER_DATA_KEY] = msgspec.json.encode(document).decode()
    return doc


def document_of(doc: Doc) -> Document:
    """The record that a Doc of such a file holds."""
    return decoded(doc.user_data[USER_DATA_KEY].encode(), Document)


def write(documents: Iterable[Loaded], path: Path) -> int:
    """Write all documents into one DocBin."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    docs = DocBin(store_user_data=True)
    for loaded in documents:
        docs.add(doc_of(loaded, nlp))
    with atomic(path) as file:
        file.write(docs.to_bytes())
    return len(docs)
