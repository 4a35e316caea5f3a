"""Where articles lie: the paths, folders and patterns of a command line become single files."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from claimwire.articles.errors import InputError
from claimwire.articles.options import Format

STDIN = "-"
SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".parquet": "parquet",
    ".xml": "xml",
    ".nitf": "xml",
    ".newsml": "xml",
    ".rss": "xml",
    ".atom": "xml",
    ".warc": "warc",
    ".docx": "docx",
    ".pdf": "pdf",
    ".zip": "zip",
}
PACKED = ".gz"


@dataclass(frozen=True, slots=True)
class InputFile:
    """One input file: `source` as records name it, its format, and the id of an article that has none.

    inside: opens a file that lies in another one (an archive); None for a file of its own.
    """

    source: str
    format: Format
    stem: str
    path_id: str
    inside: Callable[[], AbstractContextManager[BinaryIO]] | None = None


def places(names: list[str], format: Format | None = None) -> Iterator[InputFile | InputError]:
    """The files that the names stand for, in the order given; folders recursively and sorted.

    A folder gives the files with a known suffix (of `format`, where that is given).
    """
    for name in names:
        if name == STDIN:
            yield InputFile(STDIN, format or "text", "stdin", "stdin")
        elif Path(name).is_dir():
            yield from _in_folder(name, format)
        elif Path(name).exists():
            yield _place(Path(name), name, format)
        elif glob.has_magic(name):
            yield from _matching(name, format)
        else:
            yield InputError(name, "no such file or folder; check the path", "missing")


def format_of(path: PurePath) -> Format | None:
    """What a file's suffix says of its format; None for an unknown one."""
    name = path.name.lower().removesuffix(PACKED)
    return next((f for suffix, f in SUFFIXES.items() if name.endswith(suffix)), None)


def _in_folder(name: str, format: Format | None) -> Iterator[InputFile | InputError]:
    top = Path(name)
    inside = top.resolve()
    # a link that leads out of the folder is not followed: it may show what the folder's owner should not see
    files = sorted(
        p
        for p in top.rglob("*")
        if p.is_file() and not is_hidden(p.relative_to(top)) and p.resolve().is_relative_to(inside)
    )
    wanted = [p for p in files if format_of(p) and (format is None or format_of(p) == format)]
    if not wanted:
        known = ", ".join(s for s, f in SUFFIXES.items() if format in (None, f))
        yield InputError(
            name, f"this folder holds no article; put files into it that end in {known}", "missing"
        )
    for path in wanted:
        yield _place(path, str(path), format, top)


def _matching(name: str, format: Format | None) -> Iterator[InputFile | InputError]:
    found = sorted(glob.glob(name, recursive=True))
    if not found:
        yield InputError(name, "no file matches this pattern; check it", "missing")
    for path in found:
        if Path(path).is_dir():
            yield from _in_folder(path, format)
        else:
            yield _place(Path(path), path, format)


def _place(path: Path, source: str, format: Format | None, top: Path | None = None) -> InputFile:
    inside = path.relative_to(top) if top else path
    cut = len(suffix_of(path))
    return InputFile(
        source=source,
        format=format or format_of(path) or "text",
        stem=path.name[:-cut] if cut else path.name,
        path_id=inside.as_posix()[:-cut] if cut else inside.as_posix(),
    )


def suffix_of(path: PurePath) -> str:
    """What is no part of an id: the suffix of a known format, packed or not, else the last suffix."""
    name = path.name.lower()
    packed = PACKED if name.endswith(PACKED) else ""
    known = (s for s in SUFFIXES if name.removesuffix(PACKED).endswith(s))
    return next((s + packed for s in known), path.suffix)


def is_hidden(inside: PurePath) -> bool:
    """Whether a file, or a folder that it is in, has a name that begins with a dot."""
    return any(part.startswith(".") for part in inside.parts)
