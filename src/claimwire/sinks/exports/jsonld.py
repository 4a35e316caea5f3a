"""What the two JSON-LD formats share: names for things, and a file written item by item."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from claimwire.records import Document
from claimwire.sinks.jsonl import atomic


def iri(*parts: str) -> str:
    """A name of our own for what has no address: `urn:claimwire:PART:PART`."""
    return ":".join(("urn", "claimwire", *(quote(p, safe="") for p in parts)))


def article_iri(document: Document) -> str:
    """The address of the article where it has one, else a name made of its id."""
    for place in (document.url, document.source):
        if place and urlsplit(place).scheme in ("http", "https"):
            return place
    return iri("document", document.id)


def write_items(path: Path, head: dict[str, Any], key: str, items: Iterable[dict[str, Any]]) -> None:
    """Write `head` with the items under `key`, one a line, holding one at a time."""
    opening = msgspec.json.encode(head)[:-1]
    with atomic(path) as file:
        file.write(opening + b"," + msgspec.json.encode(key) + b":[")
        for number, item in enumerate(items):
            file.write((b",\n" if number else b"\n") + msgspec.json.encode(item))
        file.write(b"\n]}\n")


def without_nulls(item: dict[str, Any]) -> dict[str, Any]:
    """The item without absent values, which JSON-LD would drop as well."""
    return {key: value for key, value in item.items() if value is not None and value != []}
