"""A folder of part files as output: each part appears when it is whole, so that a run can be taken up again.

Part k holds the articles of places k * part_size … of the input, in order, so that all parts in the order of
their names are what one file would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimwire.articles import Article
from claimwire.batch import manifest
from claimwire.batch.manifest import Entry, Head, ManifestError, Part
from claimwire.batch.outcome import Done, Outcome
from claimwire.batch.plan import Written, fingerprint
from claimwire.records import ErrorRecord
from claimwire.sinks.jsonl import atomic

PART_SIZE = 200


class OutputFolder:
    """The output of a run in a folder. Give its `plan` to an engine and what the engine yields to `write`."""

    def __init__(
        self, path: str | Path, run: dict[str, Any], resume: bool = False, part_size: int = PART_SIZE
    ) -> None:
        """Make the folder ready. run: what decides the output besides the articles (pipeline, version, form).

        Raises ManifestError where the folder holds other output, OSError where it cannot be written.
        """
        self.path, self.part_size = Path(path), part_size
        self.head = Head({**run, "part_size": part_size})
        self.path.mkdir(parents=True, exist_ok=True)
        found = manifest.load(self.path)
        if found is None and any(self.path.glob("part-*.jsonl")):
            raise ManifestError(f"{path}: holds part files but no {manifest.NAME}; name another folder")
        if found and not resume:
            raise ManifestError(f"{path}: holds output already; go on with --resume, or name another folder")
        same = found is not None and found[0].run == self.head.run
        self.parts: dict[str, Part] = found[1] if found and same else {}
        self._written = Written(self.path, self.parts.values())
        self._prints: dict[str, str] = {}
        self._clear()
        manifest.begin(self.path, self.head, list(self.parts.values()))

    def plan(self, items: Iterable[Article | ErrorRecord]) -> Iterator[Article | Outcome]:
        """The items, with articles that an earlier run has finished replaced by their outcomes."""
        for item in items:
            earlier = self.take(item.id, fingerprint(item)) if isinstance(item, Article) else None
            yield earlier or item

    def prints(self) -> dict[str, str]:
        """The fingerprints of the articles that an earlier run has finished, by id."""
        return self._written.prints()

    def take(self, id: str, print: str) -> Done | None:
        """What an earlier run made of this article; None where it must be made.

        Must be called once for each article that comes to `write`, in any order before it comes.
        """
        self._prints[id] = print
        return self._written.take(id, print)

    def write(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Write the outcomes as they come, and pass them on. Raises OSError (a full disk)."""
        held: list[Outcome] = []
        number = 0
        wanted: list[Part] = []
        for outcome in outcomes:
            held.append(outcome)
            yield outcome
            if len(held) == self.part_size:
                wanted += self._part(number, held)
                held, number = [], number + 1
        wanted += self._part(number, held)
        self._finish(wanted)

    def _part(self, number: int, outcomes: list[Outcome]) -> list[Part]:
        done = [outcome for outcome in outcomes if isinstance(outcome, Done)]
        if not done:
            return []
        part = self._described(f"part-{number:06d}.jsonl", done)
        if self.parts.get(part.part) != part:
            self._written.replacing(part.part)
            with atomic(self.path / part.part) as file:
                file.writelines(outcome.lines for outcome in done)
            manifest.add(self.path, part)
        return [part]

    def _described(self, name: str, done: list[Done]) -> Part:
        entries, at = [], 0
        for outcome in done:
            size = len(outcome.lines)
            print = self._prints.pop(outcome.id, "")
            entries.append(Entry(outcome.id, print, at, size, outcome.claims, outcome.words))
            at += size
        return Part(name, at, tuple(entries))

    def _finish(self, wanted: list[Part]) -> None:
        """The manifest without what is no longer wanted, then the part files that are no longer wanted."""
        manifest.begin(self.path, Head(self.head.run, complete=True), wanted)
        names = {part.part for part in wanted}
        for path in self.path.glob("part-*.jsonl"):
            if path.name not in names:
                path.unlink(missing_ok=True)
        self._clear()

    def _clear(self) -> None:
        """Remove what stays of files that were being written or replaced."""
        for torn in self.path.glob(".*.tmp"):
            torn.unlink(missing_ok=True)
