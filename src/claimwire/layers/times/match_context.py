"""A match in its text: what the guards ask about."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from claimwire.layers.parse import Parse
from claimwire.layers.times.grammar import Match
from claimwire.layers.times.scan import Alphabet, Scan

# What a rate hangs on: "$5 a share", "four flights a week"
_COUNTED = frozenset({"NOUN", "NUM", "SYM", "PROPN"})


def name_at(names: tuple[tuple[int, int, str], ...], offset: int) -> tuple[int, int, str] | None:
    """The name, of (start, end, label) in order, that holds a character, or None."""
    k = bisect_right(names, (offset, 1 << 60, "")) - 1
    return names[k] if k >= 0 and names[k][0] <= offset < names[k][1] else None


def label_at(names: tuple[tuple[int, int, str], ...], offset: int) -> str | None:
    """Label of the name, of (start, end, label) in order, that holds a character, or None."""
    found = name_at(names, offset)
    return found[2] if found else None


@dataclass(frozen=True, slots=True)
class MatchContext:
    """A match in its text, with the parse and names around it."""

    match: Match
    scan: Scan
    alphabet: Alphabet
    parse: Parse | None
    names: tuple[tuple[int, int, str], ...]

    @property
    def start(self) -> int:
        """First character."""
        return self.scan.starts[self.match.first]

    @property
    def end(self) -> int:
        """End of the last character."""
        return self.scan.ends[self.match.last - 1]

    @property
    def words(self) -> list[str]:
        """The words of the extent."""
        return self.scan.words[self.match.first : self.match.last]

    def before(self, n: int = 1) -> str:
        """The n-th word before the extent, or ""."""
        i = self.match.first - n
        return self.scan.words[i] if i >= 0 else ""

    def after(self, n: int = 1) -> str:
        """The n-th word after the extent, or ""."""
        i = self.match.last - 1 + n
        return self.scan.words[i] if i < len(self.scan.words) else ""

    def label(self) -> str | None:
        """Label of the named span that holds the last character, or None."""
        return self.label_at(self.end - 1)

    def label_at(self, offset: int) -> str | None:
        """Label of the named span that holds a character, or None."""
        return label_at(self.names, offset)

    def token(self) -> int:
        """Index of the parse's token at the last character, -1 without a parse."""
        if self.parse is None or not len(self.parse):
            return -1
        i = self.parse.token_at(self.end - 1)
        return i if i >= 0 and self.parse.dep[i] else -1

    def tag(self) -> str:
        """Tag of that token, "" without a parse."""
        i = self.token()
        return self.parse.tag[i] if self.parse is not None and i >= 0 else ""

    def is_rate(self) -> bool:
        """Whether "a year" counts how often: it hangs on an amount or another noun, not on a verb."""
        i = self.token()
        if self.parse is None or i < 0:
            return self.before()[:1].isdecimal() or self.before() in ("once", "twice", "times")
        if self.before() in ("once", "twice", "times", "%", "percent"):
            return True
        head = self.parse.head[i]
        return self.parse.dep[i] == "npadvmod" and head < i and (self.parse.pos[head] in _COUNTED)
