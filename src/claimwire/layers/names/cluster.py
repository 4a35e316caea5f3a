"""The mentions of one entity while names are joined."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from claimwire.layers.names.mention import NameMention
from claimwire.layers.names.words import ORG_SUFFIXES, titles


@dataclass(slots=True)
class Cluster:
    """The mentions of one entity; `starts` are their offsets in order, `body` the first outside headlines."""

    mentions: list[NameMention] = field(default_factory=list)
    forms: set[tuple[str, ...]] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)
    gender: str | None = None
    body: int | None = None

    def add(self, m: NameMention) -> None:
        """Take a mention in."""
        self.mentions.append(m)
        self.forms.add(core(m.words))
        insort(self.starts, m.start)
        if not m.headline and (self.body is None or m.start < self.body):
            self.body = m.start
        if m.title and titles().get(m.title):
            self.gender = titles()[m.title]

    @property
    def introduced(self) -> int:
        """Offset of the first mention, one outside headlines if there is any."""
        return self.starts[0] if self.body is None else self.body

    def last_before(self, offset: int) -> int:
        """Offset of the last mention before another offset, -1 where there is none."""
        k = bisect_left(self.starts, offset)
        return self.starts[k - 1] if k else -1


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without legal form and leading article."""
    stop = len(words)
    while stop > 1 and words[stop - 1] in ORG_SUFFIXES:
        stop -= 1
    first = 1 if stop > 1 and words[0] == "the" else 0
    return words[first:stop]
