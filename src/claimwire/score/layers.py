"""The measures of entities, quantities, dates and attributions, one document at a time.

All are micro-averaged over documents. `entities`: same span and label; `.name`: and canonical name.
`quantities`: spans overlap, same value or ends; `.full`: and modifier and unit; `.counted`: and what is
counted. `dates`: spans overlap, same type; `.value`: and value; `.full`: and mod. `attributions`: contents
share half of their words, and cues overlap (or neither has one); `.source`, `.name`, `.type`: and that.
"""

from __future__ import annotations

from typing import Any

from claimwire.score.spans import overlap, same_noun_phrase, shared_words, span, spans
from claimwire.score.tally import Pairs, Tally, pair
from claimwire.score.values import name, same_number, timex

Items = list[dict[str, Any]]


def entities(gold: Items, found: Items, tally: Tally) -> None:
    """Add the counts of entities."""
    wanted = {(*span(e), e["label"]): e for e in gold}
    given = {(*span(e), e["label"]): e for e in found}
    hits = wanted.keys() & given.keys()
    named = sum(name(wanted[k]["name"]) == name(given[k].get("name")) for k in hits)
    tally.measure("entities", len(hits), len(wanted), len(given))
    tally.measure("entities.name", named, len(wanted), len(given))


def quantities(text: str, gold: Items, found: Items, tally: Tally) -> None:
    """Add the counts of quantities."""

    def full(g: dict[str, Any], f: dict[str, Any]) -> bool:
        return all((g.get(key) or None) == (f.get(key) or None) for key in ("modifier", "unit"))

    def counted(g: dict[str, Any], f: dict[str, Any]) -> bool:
        a, b = spans(g.get("counted")), spans(f.get("counted"))
        return not a and not b or bool(a and b) and same_noun_phrase(text, a[0], b[0])

    def likeness(g: dict[str, Any], f: dict[str, Any]) -> float | None:
        same = all(same_number(g.get(key), f.get(key)) for key in ("value", "low", "high"))
        return 1 + 2 * full(g, f) + counted(g, f) if same and overlap([span(g)], [span(f)]) else None

    pairs = pair(gold, found, likeness)
    complete = [p for p in pairs if full(*p)]
    _add(tally, "quantities", pairs, gold, found)
    _add(tally, "quantities.full", complete, gold, found)
    _add(tally, "quantities.counted", [p for p in complete if counted(*p)], gold, found)


def dates(gold: Items, found: Items, tally: Tally) -> None:
    """Add the counts of times."""

    def same_value(g: dict[str, Any], f: dict[str, Any]) -> bool:
        return timex(g["value"]) == timex(f.get("value"))

    def likeness(g: dict[str, Any], f: dict[str, Any]) -> float | None:
        same = g["type"] == f.get("type") and overlap([span(g)], [span(f)])
        return 1 + same_value(g, f) if same else None

    pairs = pair(gold, found, likeness)
    valued = [p for p in pairs if same_value(*p)]
    _add(tally, "dates", pairs, gold, found)
    _add(tally, "dates.value", valued, gold, found)
    _add(
        tally,
        "dates.full",
        [(g, f) for g, f in valued if (g.get("mod") or None) == (f.get("mod") or None)],
        gold,
        found,
    )


def attributions(text: str, gold: Items, found: Items, tally: Tally) -> None:
    """Add the counts of attributions."""

    def likeness(g: dict[str, Any], f: dict[str, Any]) -> float | None:
        alike = shared_words(text, spans(g["content"]), spans(f["content"]))
        cue_g, cue_f = spans(g["cue"]), spans(f.get("cue"))
        cues = overlap(cue_g, cue_f) if cue_g and cue_f else not cue_g and not cue_f
        return alike if alike >= 0.5 and cues else None

    def source(g: dict[str, Any], f: dict[str, Any]) -> bool:
        a, b = spans(g["source"]), spans(f.get("source"))
        return not a and not b or overlap(a, b)

    pairs = pair(gold, found, likeness)
    sourced = [p for p in pairs if source(*p)]
    _add(tally, "attributions", pairs, gold, found)
    _add(tally, "attributions.source", sourced, gold, found)
    _add(
        tally,
        "attributions.name",
        [(g, f) for g, f in sourced if name(g["name"]) == name(speaker(f))],
        gold,
        found,
    )
    _add(tally, "attributions.type", [(g, f) for g, f in pairs if g["type"] == f.get("type")], gold, found)


def speaker(attribution: dict[str, Any]) -> str | None:
    """The resolved speaker of an attribution record, or of a gold one."""
    source = attribution.get("source")
    found = source.get("name") if isinstance(source, dict) else attribution.get("name")
    return found or None


def _add(tally: Tally, measure: str, pairs: Pairs, gold: Items, found: Items) -> None:
    tally.measure(measure, len(pairs), len(gold), len(found))
