"""The manifest of an output folder: what made it, and which article stands where in which part file.

`manifest.jsonl` begins with a line on the run; one line is appended for each part file that is complete, so
that a killed run leaves a manifest of all that it finished. The last line on a part is the one that counts.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from claimwire.errors import RequestError
from claimwire.sinks.jsonl import atomic

NAME = "manifest.jsonl"
SCHEMA = "claimwire.manifest/1"


class ManifestError(RequestError, ValueError):
    """A folder whose manifest cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a part file: bytes `start` to `start + size` are its lines."""

    id: str
    fingerprint: str
    start: int
    size: int
    claims: int
    words: int


@dataclass(frozen=True, slots=True)
class Part:
    """A complete part file of `size` bytes and its articles in order."""

    part: str
    size: int
    articles: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What made the folder. Parts made by another pipeline, version or form are no use to a run."""

    run: dict[str, Any]
    complete: bool = False
    schema: str = SCHEMA


def load(folder: Path) -> tuple[Head, dict[str, Part]] | None:
    """The head and the parts of a folder; None where there is no manifest. Raises ManifestError.

    A part whose file is gone or has another size is passed over.
    """
    found = listed(folder)
    if found is None:
        return None
    head, parts = found
    return head, {name: part for name, part in parts.items() if is_whole(folder, part)}


def listed(folder: Path) -> tuple[Head, dict[str, Part]] | None:
    """The head and the parts that a manifest lists, whether their files are there or not.

    None where there is no manifest. A torn last line, as a kill or a full disk leaves it, is passed over.
    Raises ManifestError.
    """
    try:
        head, *rest = (folder / NAME).read_bytes().split(b"\n")
    except FileNotFoundError:
        return None
    try:
        first = msgspec.json.decode(head, type=Head)
    except msgspec.MsgspecError as error:
        raise ManifestError(f"{folder / NAME}: is no manifest ({error}); name another folder") from None
    parts: dict[str, Part] = {}
    for line in rest:
        try:
            part = msgspec.json.decode(line, type=Part)
        except msgspec.MsgspecError:
            continue
        parts[part.part] = part
    return first, parts


def is_whole(folder: Path, part: Part) -> bool:
    """Whether the file of a part is there, with all of its bytes."""
    try:
        return (folder / part.part).stat().st_size == part.size
    except OSError:
        return False


def is_manifest(path: Path) -> bool:
    """Whether a file is a manifest, by its name and its first line."""
    if path.name != NAME:
        return False
    try:
        with open(path, "rb") as file:
            return msgspec.json.decode(file.readline(), type=Head).schema == SCHEMA
    except (OSError, msgspec.MsgspecError):
        return False


def begin(folder: Path, head: Head, parts: list[Part]) -> None:
    """Write a manifest anew."""
    with atomic(folder / NAME) as file:
        for item in (head, *parts):
            file.write(msgspec.json.encode(item) + b"\n")


def add(folder: Path, part: Part) -> None:
    """Append a part that is complete. On its own line even where the line before is torn."""
    with open(folder / NAME, "ab") as file:
        file.write(b"\n" + msgspec.json.encode(part) + b"\n")
        file.flush()
        os.fsync(file.fileno())
