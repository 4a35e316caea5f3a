"""What is left to do: articles whose output an earlier run has written are taken from there."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from claimwire.articles import Article
from claimwire.batch.manifest import Entry, Part
from claimwire.batch.outcome import Done


def fingerprint(article: Article) -> str:
    """A hash of all of an article that its records depend on."""
    parts = (
        article.id, article.source, article.sha256, article.date, article.title, article.url, article.reader,
        article.author, article.date_source, article.language, article.warnings,
    )  # fmt: skip
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Written:
    """The output of an earlier run, article by article; readable while part files are being replaced."""

    def __init__(self, folder: Path, parts: Iterable[Part]) -> None:
        self.folder = folder
        self._entries: dict[str, tuple[Entry, str]] = {}
        self._waiting: Counter[str] = Counter()
        self._kept: dict[str, Path] = {}
        for part in parts:
            for entry in part.articles:
                self._entries[entry.id] = (entry, part.part)
                self._waiting[part.part] += 1

    def prints(self) -> dict[str, str]:
        """The fingerprint of each article whose output is there to be taken, by id."""
        return {id: entry.fingerprint for id, (entry, _) in self._entries.items()}

    def take(self, id: str, print: str) -> Done | None:
        """The article's output, where it was made from the same article; None where it must be made again."""
        entry, part = self._entries.pop(id, (None, ""))
        if entry is None:
            return None
        done = self._read(entry, part) if entry.fingerprint == print else None
        self._waiting[part] -= 1
        if not self._waiting[part] and part in self._kept:
            self._kept.pop(part).unlink(missing_ok=True)
        return done

    def replacing(self, part: str) -> None:
        """Called before a part file is replaced: the old file stays while anything is to be taken from it."""
        if self._waiting[part] > 0 and part not in self._kept:
            kept = self.folder / f".{part}.old.tmp"  # a name that the next run removes
            kept.unlink(missing_ok=True)
            try:
                os.link(self.folder / part, kept)
            except OSError:  # a file system without links
                shutil.copyfile(self.folder / part, kept)
            self._kept[part] = kept

    def _read(self, entry: Entry, part: str) -> Done | None:
        try:
            with open(self._kept.get(part, self.folder / part), "rb") as file:
                file.seek(entry.start)
                lines = file.read(entry.size)
        except OSError:
            return None
        return Done(entry.id, lines, entry.claims, entry.words) if len(lines) == entry.size else None
