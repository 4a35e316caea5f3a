"""Values of records in words a reader understands."""

from __future__ import annotations

from claimwire.records import Attribution, Claim, ClaimRecord, Quantity
from claimwire.view.times import date_words

__all__ = [
    "ARTICLE", "attribution_words", "date_words", "holder", "how_words", "number_words", "quantity_words",
    "speaker_of", "stance_of",
]  # fmt: skip

ARTICLE = "the article"
MODIFIERS = {
    "approx": "about",
    "more_than": "more than",
    "less_than": "less than",
    "at_least": "at least",
    "at_most": "at most",
}
CHANGES = {"increase": "up", "decrease": "down"}
UNITS = {"percent": "%", "percentage_point": "percentage points", "fold": "times", "fraction": "of the whole"}
# what a source does that does not simply assert what stands in the content
STANCES = {
    "denies": "denies it",
    "doubts": "doubts it",
    "asks": "asks, does not say so",
    "withholds": "does not say so",
}
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number_words(value: float) -> str:
    """A number as people write it: 31,500; 31 billion where that loses nothing."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            short = f"{value / scale:.6g}"
            if "e" not in short and float(short) * scale == value:
                return f"{short} {name}"
            break
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.10g}"


def quantity_words(quantity: Quantity) -> str:
    """A quantity as "about 30,000 — office workers", "up 8 %"."""
    if quantity.value is not None:
        number = number_words(quantity.value)
    else:
        ends = (quantity.low, quantity.high)
        number = " to ".join(number_words(x) for x in ends if x is not None) or "?"
    unit = UNITS.get(quantity.unit or "", quantity.unit or "")
    parts = [CHANGES.get(quantity.change or ""), MODIFIERS.get(quantity.modifier or ""), number, unit]
    per = f"per {quantity.per}" if quantity.per else None
    said = " ".join(p for p in (*parts, per) if p)
    return f"{said} — {quantity.counted.text}" if quantity.counted else said


def speaker_of(claim: Claim | ClaimRecord) -> str | None:
    """The name under which a claim's speaker is counted; None when the article itself speaks."""
    if claim.attribution is None:
        return None
    source = claim.attribution.source
    return (source.name or source.text) if source else "unnamed"


def holder(attribution: Attribution | None) -> str:
    """Who holds a claim: "Andy Jassy, CEO"."""
    if attribution is None:
        return ARTICLE
    source = attribution.source
    who = (source.name or source.text) if source else "nobody named"
    return f"{who}, {source.role}" if source and source.role else who


def how_words(attribution: Attribution) -> str:
    """How the claim is reported: "direct: said", "indirect: doubts, doubts it"."""
    how = f"{attribution.type}: {attribution.cue.text}" if attribution.cue else attribution.type
    stance = STANCES.get(attribution.stance)
    return f"{how}, {stance}" if stance else how


def stance_of(claim: Claim | ClaimRecord) -> str:
    """What the claim's source does with it; "" where the article itself speaks."""
    return claim.attribution.stance if claim.attribution else ""


def attribution_words(attribution: Attribution | None) -> str:
    """Who holds the claim, in words: "Andy Jassy, CEO (direct: said)"."""
    who = holder(attribution)
    return f"{who} ({how_words(attribution)})" if attribution else who
