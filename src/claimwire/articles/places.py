"""Where articles lie: the paths, folders and patterns of a command line become single files."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimwire.articles.errors import InputError
from claimwire.articles.options import Format

STDIN = "-"
SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".parquet": "parquet",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One input file: `source` as records name it, its format, and the id of an article that has none."""

    source: str
    format: Format
    stem: str
    path_id: str


def places(names: list[str], format: Format | None = None) -> Iterator[Place | InputError]:
    """The files that the names stand for, in the order given; folders recursively and sorted.

    A folder gives the files with a known suffix (of `format`, where that is given).
    """
    for name in names:
        if name == STDIN:
            yield Place(STDIN, format or "text", "stdin", "stdin")
        elif Path(name).is_dir():
            yield from _in_folder(name, format)
        elif Path(name).exists():
            yield _place(Path(name), name, format)
        elif glob.has_magic(name):
            yield from _matching(name, format)
        else:
            yield InputError(name, "no such file or folder; check the path", "missing")


def format_of(path: Path) -> Format | None:
    """What a file's suffix says of its format; None for an unknown one."""
    name = path.name.lower()
    return next((f for suffix, f in SUFFIXES.items() if name.endswith(suffix)), None)


def _in_folder(name: str, format: Format | None) -> Iterator[Place | InputError]:
    top = Path(name)
    inside = top.resolve()
    # a link that leads out of the folder is not followed: it may show what the folder's owner should not see
    files = sorted(
        p
        for p in top.rglob("*")
        if p.is_file() and not _hidden(p.relative_to(top)) and p.resolve().is_relative_to(inside)
    )
    wanted = [p for p in files if format_of(p) and (format is None or format_of(p) == format)]
    if not wanted:
        known = ", ".join(s for s, f in SUFFIXES.items() if format in (None, f))
        yield InputError(
            name, f"this folder holds no article; put files into it that end in {known}", "missing"
        )
    for path in wanted:
        yield _place(path, str(path), format, top)


def _matching(name: str, format: Format | None) -> Iterator[Place | InputError]:
    found = sorted(glob.glob(name, recursive=True))
    if not found:
        yield InputError(name, "no file matches this pattern; check it", "missing")
    for path in found:
        if Path(path).is_dir():
            yield from _in_folder(path, format)
        else:
            yield _place(Path(path), path, format)


def _place(path: Path, source: str, format: Format | None, top: Path | None = None) -> Place:
    inside = path.relative_to(top) if top else path
    suffix = next((s for s in SUFFIXES if path.name.lower().endswith(s)), path.suffix)
    cut = len(suffix)
    return Place(
        source=source,
        format=format or format_of(path) or "text",
        stem=path.name[:-cut] if cut else path.name,
        path_id=inside.as_posix()[:-cut] if cut else inside.as_posix(),
    )


def _hidden(inside: Path) -> bool:
    return any(part.startswith(".") for part in inside.parts)
