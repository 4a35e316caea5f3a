"""Overlapping layers cut into flat segments, so that each stretch of text is drawn once.

Every offset at which some mark begins or ends cuts the text; a segment carries all layers and all claims
that cover it. Nothing here knows HTML or the terminal.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from claimwire.records import Document
from claimwire.view.words import STANCES, date_words, quantity_words

LAYER_WORDS = {
    "content": "what somebody is reported to say",
    "quote": "their own words",
    "speaker": "who says it",
    "cue": "the word of saying",
    "quantity": "a number with its unit and what it counts",
    "date": "a time",
    "entity": "a name",
    "reference": "a word that stands for a name",
}
LAYERS = tuple(LAYER_WORDS)
# layers drawn as a background; the others are lines under the text, one below the other where they meet
AREAS = ("content", "quote")
MOST_LINES = 3
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation over [start, end): its layer, and what to say of it when pointed at."""

    start: int
    end: int
    layer: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the layers, tips and claim ids that cover all of it."""

    start: int
    end: int
    layers: tuple[str, ...]
    tips: tuple[str, ...]
    claims: tuple[str, ...]

    @property
    def classes(self) -> str:
        """CSS classes: `l-LAYER` for an area, `u1-LAYER` for the line next to the text, `u2-` below it."""
        lines = [layer for layer in self.layers if layer not in AREAS][:MOST_LINES]
        names = [f"l-{layer}" for layer in self.layers if layer in AREAS]
        names += ["u"] if lines else []
        return " ".join(names + [f"u{level}-{layer}" for level, layer in enumerate(lines, 1)])


def marks_of(document: Document) -> list[Mark]:
    """All marks of a document's layers."""
    return [mark for mark in _marks(document) if mark.start < mark.end]


def _marks(document: Document) -> Iterator[Mark]:
    for attribution in document.attributions:
        source = attribution.source
        speaker = (source.name or source.text) if source else "no speaker named"
        stance = f", who {said}" if (said := STANCES.get(attribution.stance)) else ""
        for span in attribution.content:
            yield Mark(span.start, span.end, "content", f"{attribution.type}: {speaker}{stance}")
        for span in attribution.quotes:
            yield Mark(span.start, span.end, "quote")
        if source:
            yield Mark(source.start, source.end, "speaker", f"speaker: {speaker}")
        if attribution.cue:
            yield Mark(attribution.cue.start, attribution.cue.end, "cue", f"cue: {attribution.cue.lemma}")
    for quantity in document.quantities:
        yield Mark(quantity.start, quantity.end, "quantity", quantity_words(quantity))
    for date in document.dates:
        yield Mark(date.start, date.end, "date", date_words(date))
    for entity in document.entities:
        yield Mark(entity.start, entity.end, "entity", f"{entity.name} ({entity.label})")
    for reference in document.references:
        yield Mark(reference.start, reference.end, "reference", f"= {reference.name}")


def segments(document: Document, length: int) -> list[Segment]:
    """The text of `length` characters cut into segments, in order, without gaps."""
    spans: list[tuple[int, int, Mark | str]] = [(m.start, m.end, m) for m in marks_of(document)]
    spans += [(c.start, c.end, c.id) for c in document.claims]
    return [_segment(start, end, active) for start, end, active in cut_overlaps(spans, length)]


def cut_overlaps(spans: Iterable[tuple[int, int, T]], length: int) -> Iterator[tuple[int, int, list[T]]]:
    """A text of `length` characters cut where spans begin and end, with the items that cover each stretch.

    Spans that are empty or outside the text are left out.
    """
    begins: dict[int, list[T]] = {}
    stops: dict[int, list[T]] = {}
    for start, end, item in spans:
        if 0 <= start < end <= length:
            begins.setdefault(start, []).append(item)
            stops.setdefault(end, []).append(item)
    cuts = sorted({0, length, *begins, *stops})
    active: dict[T, int] = {}
    for start, end in zip(cuts, cuts[1:], strict=False):
        for item in stops.get(start, ()):
            active[item] -= 1
            if not active[item]:
                del active[item]
        for item in begins.get(start, ()):
            active[item] = active.get(item, 0) + 1
        yield start, end, list(active)


def _segment(start: int, end: int, active: list[Mark | str]) -> Segment:
    covering = [item for item in active if isinstance(item, Mark)]
    layers = {mark.layer for mark in covering}
    tips = dict.fromkeys(mark.tip for mark in covering if mark.tip)
    claims = tuple(item for item in active if isinstance(item, str))
    return Segment(start, end, tuple(x for x in LAYERS if x in layers), tuple(tips), claims)
