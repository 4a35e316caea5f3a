"""Annotated articles, read from files and told apart by what they are annotated for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from claimwire.encoder.labels import LABELS

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention: offsets, OntoNotes label, canonical name."""

    start: int
    end: int
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """A pronoun or noun phrase and the canonical name it stands for; None stands for no named entity."""

    start: int
    end: int
    kind: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution: spans of its cue, source and content."""

    cue: Spans
    source: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with the layers that somebody annotated; None is a layer that nobody did.

    group: articles of one event share it and never stand on both sides of a split. guided: whether its
    attributions follow this project's guidelines (else PolNeAR's).
    """

    id: str
    text: str
    group: str
    names: tuple[Name, ...] | None = None
    links: tuple[Link, ...] | None = None
    frames: tuple[Frame, ...] | None = None
    guided: bool = False
    date: str | None = field(default=None, compare=False)


def digest(path: Path) -> str:
    """The sha256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def read_people(path: Path) -> list[Annotated]:
    """Articles annotated for names and references, one a line."""
    return [
        Annotated(
            id=r["id"],
            text=r["text"],
            group=r["group"],
            names=tuple(Name(m["start"], m["end"], m["label"], m["name"]) for m in r["mentions"]),
            links=tuple(Link(x["start"], x["end"], x["kind"], x["name"]) for x in r["references"]),
            date=r.get("date"),
        )
        for r in _lines(path)
    ]


def read_attributions(path: Path) -> list[Annotated]:
    """Articles annotated for attributions after PolNeAR, one a line."""
    return [
        Annotated(
            id=r["id"],
            text=r["text"],
            group=r["id"],
            frames=tuple(
                Frame(_spans(a["cue"]), _spans(a["source"]), _spans(a["content"])) for a in r["attributions"]
            ),
            date=r.get("date"),
        )
        for r in _lines(path)
    ]


def read_silver(path: Path) -> list[Annotated]:
    """Articles with the names that another system found in them: documents records with their text."""
    return [
        Annotated(
            id=r["id"],
            text=r["text"],
            group=r["id"],
            names=tuple(
                Name(e["start"], e["end"], e["label"], e["name"])
                for e in r["entities"]
                if e["label"] in LABELS
            ),
            date=r.get("date"),
        )
        for r in _lines(path)
    ]


def with_silver(articles: Iterable[Annotated], silver: Iterable[Annotated]) -> list[Annotated]:
    """Articles with the names of the silver article of the same id and text; then the silver ones left."""
    left = {a.id: a for a in silver}
    out = []
    for article in articles:
        same = left.pop(article.id, None)
        if same is not None and same.text == article.text:
            article = replace(article, names=same.names)
        out.append(article)
    return [*out, *left.values()]


def read_gold(paths: Iterable[Path]) -> list[Annotated]:
    """Articles annotated after this project's guidelines, one a file; the text may lie beside it."""
    return [_gold(path) for path in sorted(paths)]


def _gold(path: Path) -> Annotated:
    gold = json.loads(path.read_text(encoding="utf-8"))
    stem = path.name.removesuffix(".gold.json")
    text = gold.get("text")
    if text is None:
        text = path.with_name(f"{stem}.txt").read_text(encoding="utf-8")
    return Annotated(
        id=stem,
        text=text,
        group=stem,
        names=tuple(Name(e["start"], e["end"], e["label"], e["name"]) for e in gold["entities"]),
        frames=tuple(
            Frame(_spans([a["cue"]]), _spans([a["source"]]), _spans(a["content"]))
            for a in gold["attributions"]
        ),
        guided=True,
        date=gold.get("date"),
    )


def _spans(found: Iterable[Any] | None) -> Spans:
    return tuple((s[0], s[1]) for s in found or () if s)


def folds(articles: Iterable[Annotated], count: int = 5) -> dict[str, int]:
    """Group -> fold, by the group's hash, so that no article ever changes sides."""
    groups = {a.group for a in articles}
    return {g: int(hashlib.sha256(g.encode()).hexdigest(), 16) % count for g in groups}
