"""Very long texts: cut into stretches that fit into memory, and their documents joined again.

The parser's memory grows with the text. A stretch ends at a paragraph, else at a sentence, else at a space,
so that no word and mostly no sentence is cut; offsets of the joined document are into the whole text.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from claimwire.records import Document

MAX_STRETCH = 100_000
CONTEXT = 32  # characters of a claim's prefix and suffix
_ENDS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[.!?][\"'”’)\]]*\s+"),
    re.compile(r"\s+"),
)


def cut(text: str, size: int = MAX_STRETCH) -> list[tuple[int, int]]:
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


def join(
    documents: Sequence[Document], starts: Sequence[int], sentences: Sequence[int], text: str
) -> Document:
    """The documents of a text's stretches as one.

    starts: offset of each stretch. sentences: how many sentences each has. An entity is the same in two
    stretches when its name and label are.
    """
    known: dict[tuple[str, str], str] = {}
    whole = msgspec.to_builtins(documents[0])
    layers = [key for key, value in whole.items() if isinstance(value, tuple)]
    for layer in layers:
        whole[layer] = []
    before = 0
    for number, (document, start) in enumerate(zip(documents, starts, strict=True)):
        part = msgspec.to_builtins(document)
        entities = _same_entities(part["entities"], number, known)
        for layer in layers:
            whole[layer] += [_moved(item, start, number, entities) for item in part[layer]]
        for claim in whole["claims"][len(whole["claims"]) - len(part["claims"]) :]:
            claim["sentence"] += before
            claim["prefix"] = text[max(0, claim["start"] - CONTEXT) : claim["start"]]
            claim["suffix"] = text[claim["end"] : claim["end"] + CONTEXT]
        before += sentences[number]
    return msgspec.convert(whole, Document)


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
