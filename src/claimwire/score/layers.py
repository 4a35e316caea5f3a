"""The measures of entities, quantities, dates and attributions, one document at a time.

All are micro-averaged over documents. `entities`: same span and label; `.name`: and canonical name.
`quantities`: spans overlap, same value or ends; `.full`: and modifier and unit; `.counted`: and what is
counted. `dates`: spans overlap, same type; `.value`: and value; `.full`: and mod. `attributions`: contents
share half of their words, and cues overlap (or neither has one); `.source`, `.name`, `.type`: and that.
Gold of before these fields were annotated says nothing of `quantities.per` and `attributions.stance`: of the
matched ones whose gold has the field, the share that is right.
"""

from __future__ import annotations

from typing import Any

from claimwire.score.spans import overlap, same_noun_phrase, shared_words, span, spans
from claimwire.score.tally import Match, Tally, pair
from claimwire.score.values import name, same_number, timex

Item = dict[str, Any]
Items = list[Item]


def entities(gold: Items, found: Items, tally: Tally) -> None:
    """Add the counts of entities; those of one span and label count once."""
    matches = entity_matches(gold, found)
    sizes = [len({(*span(e), e["label"]) for e in side}) for side in (gold, found)]
    tally.measure("entities", len(matches), *sizes)
    tally.measure("entities.name", sum(not m.wrong for m in matches), *sizes)


def entity_matches(gold: Items, found: Items) -> list[Match]:
    """Entities of the same span and label; wrong may hold name."""
    wanted = {(*span(e), e["label"]): i for i, e in enumerate(gold)}
    given = {(*span(e), e["label"]): j for j, e in enumerate(found)}
    hits = [(i, given[key]) for key, i in wanted.items() if key in given]
    return [
        Match(i, j, () if name(gold[i]["name"]) == name(found[j].get("name")) else ("name",)) for i, j in hits
    ]


def quantities(text: str, gold: Items, found: Items, tally: Tally) -> None:
    """Add the counts of quantities."""
    matches = quantity_matches(text, gold, found)
    full = [m for m in matches if not {"modifier", "unit"} & {*m.wrong}]
    _add(tally, "quantities", matches, gold, found)
    _add(tally, "quantities.full", full, gold, found)
    _add(tally, "quantities.counted", [m for m in full if "counted" not in m.wrong], gold, found)
    _share(tally, "quantities.per", matches, gold)


def quantity_matches(text: str, gold: Items, found: Items) -> list[Match]:
    """Quantities that overlap and have one value; wrong may hold modifier, unit, per, counted."""

    def wrong(g: Item, f: Item) -> tuple[str, ...]:
        out = [key for key in ("modifier", "unit") if (g.get(key) or None) != (f.get(key) or None)]
        out += ["per"] if "per" in g and (g["per"] or None) != (f.get("per") or None) else []
        a, b = spans(g.get("counted")), spans(f.get("counted"))
        same = not a and not b or bool(a and b) and same_noun_phrase(text, a[0], b[0])
        return tuple(out if same else [*out, "counted"])

    def likeness(g: Item, f: Item) -> float | None:
        same = all(same_number(g.get(key), f.get(key)) for key in ("value", "low", "high"))
        if not same or not overlap([span(g)], [span(f)]):
            return None
        off = {*wrong(g, f)}
        return 1 + 2 * (not {"modifier", "unit"} & off) + ("counted" not in off)

    return [Match(i, j, wrong(gold[i], found[j])) for i, j in pair(gold, found, likeness)]


def dates(gold: Items, found: Items, tally: Tally) -> None:
    """Add the counts of times."""
    matches = date_matches(gold, found)
    _add(tally, "dates", matches, gold, found)
    _add(tally, "dates.value", [m for m in matches if "value" not in m.wrong], gold, found)
    _add(tally, "dates.full", [m for m in matches if not m.wrong], gold, found)


def date_matches(gold: Items, found: Items) -> list[Match]:
    """Times that overlap and have one type; wrong may hold value, mod."""

    def same_value(g: Item, f: Item) -> bool:
        return timex(g["value"]) == timex(f.get("value"))

    def likeness(g: Item, f: Item) -> float | None:
        same = g["type"] == f.get("type") and overlap([span(g)], [span(f)])
        return 1 + same_value(g, f) if same else None

    def wrong(g: Item, f: Item) -> tuple[str, ...]:
        same_mod = (g.get("mod") or None) == (f.get("mod") or None)
        return _not_right([("value", same_value(g, f)), ("mod", same_mod)])

    return [Match(i, j, wrong(gold[i], found[j])) for i, j in pair(gold, found, likeness)]


def attributions(text: str, gold: Items, found: Items, tally: Tally) -> None:
    """Add the counts of attributions."""
    matches = attribution_matches(text, gold, found)
    sourced = [m for m in matches if "source" not in m.wrong]
    _add(tally, "attributions", matches, gold, found)
    _add(tally, "attributions.source", sourced, gold, found)
    _add(tally, "attributions.name", [m for m in sourced if "name" not in m.wrong], gold, found)
    _add(tally, "attributions.type", [m for m in matches if "type" not in m.wrong], gold, found)
    _share(tally, "attributions.stance", matches, gold)


def attribution_matches(text: str, gold: Items, found: Items) -> list[Match]:
    """Attributions of one content and cue; wrong may hold source, name, type, stance."""

    def likeness(g: Item, f: Item) -> float | None:
        alike = shared_words(text, spans(g["content"]), spans(f["content"]))
        cue_g, cue_f = spans(g["cue"]), spans(f.get("cue"))
        cues = overlap(cue_g, cue_f) if cue_g and cue_f else not cue_g and not cue_f
        return alike if alike >= 0.5 and cues else None

    def wrong(g: Item, f: Item) -> tuple[str, ...]:
        a, b = spans(g["source"]), spans(f.get("source"))
        source = not a and not b or overlap(a, b)
        same_name = name(g["name"]) == name(speaker(f))
        stance = "stance" not in g or g["stance"] == (f.get("stance") or "asserts")
        same_type = g["type"] == f.get("type")
        fields = [("source", source), ("name", same_name), ("type", same_type), ("stance", stance)]
        return _not_right(fields)

    return [Match(i, j, wrong(gold[i], found[j])) for i, j in pair(gold, found, likeness)]


def speaker(attribution: Item) -> str | None:
    """The resolved speaker of an attribution record, or of a gold one."""
    source = attribution.get("source")
    found = source.get("name") if isinstance(source, dict) else attribution.get("name")
    return found or None


def _not_right(fields: list[tuple[str, bool]]) -> tuple[str, ...]:
    return tuple(field for field, right in fields if not right)


def _share(tally: Tally, measure: str, matches: list[Match], gold: Items) -> None:
    """The share of matches that are right in a field, of those whose gold has it."""
    field = measure.rpartition(".")[2]
    for match in matches:
        if field in gold[match.gold]:
            tally.share(measure, field not in match.wrong)


def _add(tally: Tally, measure: str, matches: list[Match], gold: Items, found: Items) -> None:
    tally.measure(measure, len(matches), len(gold), len(found))
