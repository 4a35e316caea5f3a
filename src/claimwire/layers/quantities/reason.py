"""Values that no article means: beyond reason for their unit, so that a misreading is left out."""

from __future__ import annotations

from functools import cache

from claimwire.layers.quantities.match import QuantityMatch
from claimwire.lexicon import table

Bounds = tuple[float, float]


def beyond_reason(found: QuantityMatch) -> bool:
    """Whether a value lies outside of the bounds of its unit, else of its kind."""
    least, most = _bounds().get(found.unit or "", _bounds()[found.kind])
    values = [v for v in (found.value, found.low, found.high) if v is not None]
    return any(not least <= v <= most for v in values)


@cache
def _bounds() -> dict[str, Bounds]:
    """Least and most of a unit or a kind."""
    return {r["unit"]: (float(r["least"]), float(r["most"])) for r in table("quantity_bounds")}
