"""Very long texts: cut into stretches that fit into memory, whose documents are parts of the whole one.

The parser's memory grows with the text. A stretch ends at a paragraph, else at a sentence, else at a space,
so that no word and mostly no sentence is cut; offsets are into the whole text.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import msgspec

from claimwire.records import LAYERS, Document

MAX_STRETCH = 100_000
CONTEXT = 32  # characters of a claim's prefix and suffix
_ENDS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[.!?][\"'”’)\]]*\s+"),
    re.compile(r"\s+"),
)


def split_text(text: str, size: int = MAX_STRETCH) -> list[tuple[int, int]]:
    """The stretches of a text as (start, end) offsets, without gaps, each of at most `size` characters."""
    out, start = [], 0
    while len(text) - start > size:
        end = _end(text, start + size // 2, start + size)
        out.append((start, end))
        start = end
    return [*out, (start, len(text))]


def _end(text: str, low: int, high: int) -> int:
    """Where to end a stretch between two offsets: behind the last and best kind of break there."""
    for kind in _ENDS:
        if last := deque(kind.finditer(text, low, high), maxlen=1):
            return last[0].end()
    return high


class Parts:
    """Makes the documents of a text's stretches, given in order, true of the whole text.

    Offsets are into the whole text, sentences are counted on, and ids are unique; an entity is the same in
    two stretches when its name and label are.
    """

    def __init__(self, text: str, sha256: str) -> None:
        self._text, self._sha256 = text, sha256
        self._entities: dict[tuple[str, str], str] = {}
        self._stretches = self._sentences = 0

    def add(self, document: Document, start: int, sentences: int) -> Document:
        """The document of the next stretch, which begins at `start` and has so many sentences."""
        part = msgspec.to_builtins(document) | {"sha256": self._sha256}
        if self._stretches:
            part["title"] = None
        entities = _same_entities(part["entities"], self._stretches, self._entities)
        for layer in LAYERS:
            part[layer] = [_moved(item, start, self._stretches, entities) for item in part[layer]]
        for claim in part["claims"]:
            claim["sentence"] += self._sentences
            claim["prefix"] = self._text[max(0, claim["start"] - CONTEXT) : claim["start"]]
            claim["suffix"] = self._text[claim["end"] : claim["end"] + CONTEXT]
        self._stretches += 1
        self._sentences += sentences
        return msgspec.convert(part, Document)


def join_parts(parts: Iterable[Document]) -> Document:
    """The parts of a document as one: what stands besides the layers is that of the first part.

    Warnings are those of all parts, each once.
    """
    every = list(parts)
    warnings = tuple(dict.fromkeys(w for part in every for w in part.warnings))
    layers: dict[str, Any] = {
        layer: tuple(item for part in every for item in getattr(part, layer)) for layer in LAYERS
    }
    return replace(every[0], warnings=warnings, **layers)


def _same_entities(
    entities: Iterable[dict[str, Any]], number: int, known: dict[tuple[str, str], str]
) -> dict[str, str]:
    """New ids of a stretch's entities: that of an earlier stretch where name and label are the same."""
    out = {}
    for entity in entities:
        if old := entity["entity"]:
            out[old] = known.setdefault((entity["name"], entity["label"]), _renamed(old, number))
    return out


def _renamed(id: str, number: int) -> str:
    return f"{id}.{number}" if number else id


def _moved(value: Any, by: int, number: int, entities: dict[str, str]) -> Any:
    """A record with its offsets moved, and ids that no other stretch has."""
    if isinstance(value, tuple):
        return [_moved(item, by, number, entities) for item in value]
    if not isinstance(value, dict):
        return value
    out = {key: _moved(item, by, number, entities) for key, item in value.items()}
    for key in ("start", "end"):
        if isinstance(out.get(key), int):
            out[key] += by
    if isinstance(out.get("id"), str):
        out["id"] = _renamed(out["id"], number)
    if isinstance(out.get("entity"), str):
        out["entity"] = entities.get(out["entity"], _renamed(out["entity"], number))
    return out
