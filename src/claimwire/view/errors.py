"""Gold against prediction, item by item: right, partly right, missed or spurious, and what differs.

The kinds are those the figures count. An item that nothing matches is shown with what stands at its place on
the other side, since a wrong value is one missed item and one spurious one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claimwire.score import claims, layers
from claimwire.score.evaluate import LAYERS
from claimwire.score.spans import Span, span, spans
from claimwire.score.tally import Match, pair
from claimwire.view.words import number_words

KINDS = ("right", "partly", "missed", "spurious")
Item = dict[str, Any]
Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its values in words; None where that side has no such item."""

    name: str
    gold: str | None
    predicted: str | None


@dataclass(frozen=True, slots=True)
class ScoredError:
    """What became of one gold or predicted item; `fields` are those that differ, or all of a lone item."""

    layer: str
    kind: str
    text: str
    gold: tuple[Span, ...]
    predicted: tuple[Span, ...]
    fields: tuple[Field, ...]

    @property
    def start(self) -> int:
        """Where the item begins."""
        return min((s for s, _ in self.gold or self.predicted), default=0)


def findings(gold: Mapping[str, Any], document: Mapping[str, Any]) -> list[ScoredError]:
    """All items of a gold document and of the document record of the same article, in the order of text."""
    found = [f for layer in LAYERS for f in _of_layer(layer, dict(gold), list(document.get(layer) or []))]
    return sorted(found, key=lambda f: (f.start, LAYERS.index(f.layer)))


def _of_layer(layer: str, gold: Item, found: list[Item]) -> Iterator[ScoredError]:
    text, wanted = gold["text"], gold[layer]
    given = claims.comparable(found) if layer == "claims" else found
    known = claims.known_items(gold)
    one = [_WORDS[layer](text, item, known) for item in wanted]
    other = [_WORDS[layer](text, item, {}) for item in given]
    places = [[_places(layer, item) for item in side] for side in (wanted, given)]
    matches = _matches(layer, gold, given)
    for m in matches:
        fields = [Field(n, one[m.gold].get(n, ""), other[m.found].get(n, "")) for n in m.wrong]
        yield ScoredError(
            layer, "partly" if m.wrong else "right", one[m.gold]["text"],
            places[0][m.gold], places[1][m.found], tuple(fields),
        )  # fmt: skip
    lone = [
        [i for i in range(len(side)) if i not in {m[n] for m in matches}]
        for n, side in enumerate((wanted, given))
    ]
    near = pair(lone[0], lone[1], lambda i, j: _shared(places[0][i], places[1][j]))
    across = {lone[0][i]: lone[1][j] for i, j in near}
    back = {j: i for i, j in across.items()}
    for i in lone[0]:
        fields = _differing(one[i], other[across[i]] if i in across else None)
        yield ScoredError(layer, "missed", one[i]["text"], places[0][i], (), tuple(fields))
    for j in lone[1]:
        fields = _differing(one[back[j]] if j in back else None, other[j])
        yield ScoredError(layer, "spurious", other[j]["text"], (), places[1][j], tuple(fields))


def _matches(layer: str, gold: Item, found: list[Item]) -> list[Match]:
    text, wanted = gold["text"], gold[layer]
    if layer == "claims":
        return claims.claim_matches(text, gold, found)
    if layer == "entities":
        return layers.entity_matches(wanted, found)
    if layer == "dates":
        return layers.date_matches(wanted, found)
    match = layers.quantity_matches if layer == "quantities" else layers.attribution_matches
    return match(text, wanted, found)


def _shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> float | None:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other) or None


def _differing(gold: Fields | None, predicted: Fields | None) -> list[Field]:
    names = dict.fromkeys([*(gold or {}), *(predicted or {})])
    rows = [
        Field(n, gold.get(n, "") if gold else None, predicted.get(n, "") if predicted else None)
        for n in names
        if n != "text" or (gold and predicted)
    ]
    return [row for row in rows if row.gold != row.predicted and (row.gold or row.predicted)]


def _places(layer: str, item: Item) -> tuple[Span, ...]:
    """What is marked of an item; a claim is known by its predicate, an attribution by content and cue."""
    if layer == "claims":
        return (span(item["predicate"]),)
    if layer == "attributions":
        return tuple(spans(item["content"]) + spans(item.get("cue")))
    return (span(item),)


def _said(text: str, value: Any) -> str:
    return " … ".join(text[a:b] for a, b in spans(value))


def _number(item: Item) -> str:
    if item.get("value") is not None:
        return number_words(item["value"])
    return " to ".join(number_words(item[k]) for k in ("low", "high") if item.get(k) is not None)


def _entity(text: str, item: Item, known: Mapping[str, Item]) -> Fields:
    return {"text": _said(text, span(item)), "label": item["label"], "name": item.get("name") or ""}


def _quantity(text: str, item: Item, known: Mapping[str, Item]) -> Fields:
    return {
        "text": _said(text, span(item)),
        "value": _number(item),
        "modifier": item.get("modifier") or "",
        "unit": item.get("unit") or "",
        "per": item.get("per") or "",
        "counted": _said(text, item.get("counted")),
    }


def _date(text: str, item: Item, known: Mapping[str, Item]) -> Fields:
    return {"text": _said(text, span(item)), **{k: item.get(k) or "" for k in ("type", "value", "mod")}}


def _attribution(text: str, item: Item, known: Mapping[str, Item]) -> Fields:
    return {
        "text": _said(text, item["content"]),
        "cue": _said(text, item.get("cue")),
        "source": _said(text, item.get("source")),
        "name": layers.speaker(item) or "",
        "type": item.get("type") or "",
        "stance": item.get("stance") or "asserts",
    }


def _claim(text: str, item: Item, known: Mapping[str, Item]) -> Fields:
    attribution = item.get("attribution")
    said_by = known.get(attribution, {}) if isinstance(attribution, str) else attribution
    numbers = [known.get(q, {}) if isinstance(q, str) else q for q in item.get("quantities") or []]
    times = [known.get(d, {}) if isinstance(d, str) else d for d in item.get("dates") or []]
    subject = item.get("subject")
    named = item.get("subject_name") or (subject.get("name") if isinstance(subject, dict) else None)
    return {
        "text": _said(text, span(item)),
        "span": _said(text, span(item)),
        "predicate": _said(text, item["predicate"]),
        "subject": _said(text, subject),
        "subject_name": named or "",
        "modality": item.get("modality") or "",
        "polarity": item.get("polarity") or "",
        "evidential": item.get("evidential") or "",
        "attribution": (layers.speaker(said_by) or "nobody named") if said_by else "",
        "quantities": "; ".join(_number(q) for q in numbers),
        "dates": "; ".join(str(d.get("value")) for d in times),
    }


_WORDS: dict[str, Callable[[str, Item, Mapping[str, Item]], Fields]] = {
    "entities": _entity,
    "quantities": _quantity,
    "dates": _date,
    "attributions": _attribution,
    "claims": _claim,
}
