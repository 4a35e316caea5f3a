"""What is left to do: articles whose output an earlier run has written are taken from there."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from claimwire.articles import Article
from claimwire.batch.manifest import Entry, Part
from claimwire.batch.outcome import Done
from claimwire.records import ErrorRecord

MAX_OPEN = 64


def fingerprint(article: Article) -> str:
    """A hash of all of an article that its records depend on."""
    parts = (
        article.id, article.source, article.sha256, article.date, article.title, article.url, article.reader
    )  # fmt: skip
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Written:
    """The output of an earlier run, article by article; readable while part files are being replaced."""

    def __init__(self, folder: Path, parts: Iterable[Part]) -> None:
        self.folder = folder
        self._entries: dict[str, tuple[Entry, str]] = {}
        self._waiting: Counter[str] = Counter()
        self._open: dict[str, BinaryIO] = {}
        for part in parts:
            for entry in part.articles:
                self._entries[entry.id] = (entry, part.part)
                self._waiting[part.part] += 1

    def take(self, id: str, print: str) -> Done | None:
        """The article's output, where it was made from the same article; None where it must be made again."""
        entry, part = self._entries.pop(id, (None, ""))
        if entry is None:
            return None
        done = self._read(entry, part) if entry.fingerprint == print else None
        self._waiting[part] -= 1
        if not self._waiting[part] and part in self._open:
            self._open.pop(part).close()
        return done

    def replacing(self, part: str) -> None:
        """Called before a part file is replaced: what is still to be taken from it is held open."""
        if self._waiting[part] > 0 and part not in self._open:
            if len(self._open) < MAX_OPEN:
                self._file(part)
            else:
                self._entries = {i: (e, p) for i, (e, p) in self._entries.items() if p != part}

    def _read(self, entry: Entry, part: str) -> Done | None:
        try:
            file = self._file(part)
            file.seek(entry.start)
            lines = file.read(entry.size)
        except OSError:
            return None
        return Done(entry.id, lines, entry.claims, entry.words) if len(lines) == entry.size else None

    def _file(self, part: str) -> BinaryIO:
        if part not in self._open:
            self._open[part] = open(self.folder / part, "rb")  # noqa: SIM115 - held until its last article is taken
        return self._open[part]


def plan(
    items: Iterable[Article | ErrorRecord], written: Written, prints: dict[str, str]
) -> Iterator[Article | Done | ErrorRecord]:
    """The items, articles replaced by what is written already; fingerprints are left in `prints` by id."""
    for item in items:
        if isinstance(item, ErrorRecord):
            yield item
        else:
            prints[item.id] = fingerprint(item)
            yield written.take(item.id, prints[item.id]) or item
