"""Values of records in words a reader understands."""

from __future__ import annotations

from claimwire.records import Attribution, Claim, ClaimRecord, Date, Quantity

MODIFIERS = {
    "approx": "about",
    "more_than": "more than",
    "less_than": "less than",
    "at_least": "at least",
    "at_most": "at most",
}
CHANGES = {"increase": "up", "decrease": "down"}
UNITS = {"percent": "%", "percentage_point": "percentage points", "fold": "times"}
MODS = {
    "START": "start of",
    "MID": "middle of",
    "END": "end of",
    "APPROX": "about",
    "MORE_THAN": "more than",
    "LESS_THAN": "less than",
    "EQUAL_OR_MORE": "at least",
    "EQUAL_OR_LESS": "at most",
}


def number_words(value: float) -> str:
    """A number with thousands separators and no needless decimals."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.10g}"


def quantity_words(quantity: Quantity) -> str:
    """A quantity as "about 30,000 of office workers", "up 8 %"."""
    if quantity.value is not None:
        number = number_words(quantity.value)
    else:
        ends = (quantity.low, quantity.high)
        number = " to ".join(number_words(x) for x in ends if x is not None) or "?"
    unit = UNITS.get(quantity.unit or "", quantity.unit or "")
    parts = [CHANGES.get(quantity.change or ""), MODIFIERS.get(quantity.modifier or ""), number, unit]
    said = " ".join(p for p in parts if p)
    return f"{said} — {quantity.counted.text}" if quantity.counted else said


def date_words(date: Date) -> str:
    """A time expression as its value, with the days it spans."""
    value = " ".join(p for p in (MODS.get(date.mod or ""), date.value) if p)
    if date.earliest and date.latest and date.earliest != date.latest:
        return f"{value} ({date.earliest} to {date.latest})"
    if date.earliest and date.earliest != date.value:
        return f"{value} ({date.earliest})"
    return value if date.anchored else f"{value} (no publication date known)"


def speaker_of(claim: Claim | ClaimRecord) -> str | None:
    """The name under which a claim's speaker is counted; None when the article itself speaks."""
    if claim.attribution is None:
        return None
    source = claim.attribution.source
    return (source.name or source.text) if source else "unnamed"


def attribution_words(attribution: Attribution | None) -> str:
    """Who holds the claim, in words: "Andy Jassy, CEO (direct: said)"."""
    if attribution is None:
        return "the article"
    source = attribution.source
    who = (source.name or source.text) if source else "nobody named"
    if source and source.role:
        who = f"{who}, {source.role}"
    cue = f": {attribution.cue.text}" if attribution.cue else ""
    return f"{who} ({attribution.type}{cue})"
