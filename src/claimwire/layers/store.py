"""Where layers keep their findings on a Doc, and how the next layer reads them.

Each layer has one Doc extension, `doc._.claimwire_<layer>`: a list of plain dicts (the records of
`claimwire.records`), so that everything survives `Doc.to_bytes()`. Layers read and write through `get`
and `put`, which speak dataclasses. The publication date is `doc._.claimwire_date` (ISO string or None).
What a layer has to say of the text as a whole is a warning: `doc._.claimwire_warnings`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from spacy.tokens import Doc

from claimwire import records

LAYERS: dict[str, type] = {
    "headlines": records.Span,
    "quotations": records.Quotation,
    "times": records.Date,
    "quantities": records.Quantity,
    "entities": records.Entity,
    "attributions": records.Attribution,
    "references": records.Reference,
    "claims": records.Claim,
}
_LISTS: dict[str, Any] = {name: list[record] for name, record in LAYERS.items()}  # type: ignore[valid-type]


def register() -> None:
    """Register the Doc extensions; safe to call again."""
    for name in LAYERS:
        if not Doc.has_extension(f"claimwire_{name}"):
            Doc.set_extension(f"claimwire_{name}", default=None)
    for name in ("date", "warnings"):
        if not Doc.has_extension(f"claimwire_{name}"):
            Doc.set_extension(f"claimwire_{name}", default=None)


def put(doc: Doc, layer: str, found: Iterable[Any]) -> None:
    """Store the records of a layer on the Doc, replacing what was there."""
    doc._.set(f"claimwire_{layer}", [msgspec.to_builtins(r) for r in found])


def get(doc: Doc, layer: str) -> list[Any]:
    """The records of a layer, as dataclasses; [] where the layer has not run."""
    found: list[Any] = msgspec.convert(doc._.get(f"claimwire_{layer}") or [], _LISTS[layer])
    return found


def warn(doc: Doc, code: str, message: str) -> None:
    """Add a warning to the Doc; it comes out in the document's `warnings`."""
    warning = records.DocumentWarning(code, message)
    doc._.claimwire_warnings = [*(doc._.claimwire_warnings or []), msgspec.to_builtins(warning)]


def warnings_of(doc: Doc) -> list[records.DocumentWarning]:
    """The warnings that layers gave, in order."""
    return msgspec.convert(doc._.claimwire_warnings or [], list[records.DocumentWarning])


def has(doc: Doc, layer: str) -> bool:
    """Whether the layer has run on this Doc."""
    return doc._.get(f"claimwire_{layer}") is not None


register()
