"""A document as the attribution layer sees it: the parse, and which token stands in which quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from claimwire.layers.parse import Parse
from claimwire.records import Quotation, Span

Pieces = tuple[tuple[int, int], ...]  # token intervals (first, last + 1), in order, not touching

# Tokens of the longest quotation taken for one; a mark that is never closed may seem to run for pages.
_LONGEST, _LONGEST_OPEN = 1500, 250
_MARKS = frozenset("\"“”„«»‹›‘’'`＂「」") | {"``", "''"}
_EDGE = frozenset(",;:-–—―.!?…") | {"--", "...", "..", "—"}


class View:
    """Parse, outer quotations and paragraphs of one document, by token.

    regions: token intervals of the outermost quotations, marks included. quote: index of the region that
    holds a token, else -1. paragraph: index of the paragraph of each sentence. headline: whether a
    sentence lies in a headline. nested: whether what stands inside other people's words is read as if it
    stood alone, so that attributions inside attributions are found too. words, said, commas: how many
    words, quoted words and commas stand before each token (running sums, so that any stretch is counted in
    one step).
    """

    __slots__ = (
        "parse", "regions", "quote", "paragraph", "headline", "nested", "words", "edge", "said", "commas",
    )  # fmt: skip

    def __init__(
        self,
        parse: Parse,
        quotations: Iterable[Quotation] = (),
        paragraphs: Iterable[tuple[int, int]] = (),
        headlines: Iterable[Span] = (),
        nested: bool = False,
    ) -> None:
        self.parse, self.nested = parse, nested
        n = len(parse)
        self.regions = _regions(parse, quotations)
        self.quote = [-1] * n
        for r, (a, b) in enumerate(self.regions):
            self.quote[a:b] = [r] * (b - a)
        starts = [s for s, _ in paragraphs] or [0]
        begins = [parse.start[a] for a, _ in parse.sents]
        self.paragraph = [bisect_right(starts, s) - 1 for s in begins]
        self.headline = [False] * len(begins)
        for h in headlines:
            for k in range(bisect_left(begins, h.start), bisect_left(begins, h.end)):
                self.headline[k] = True
        self.edge = [
            p == "SPACE" or o in _MARKS or o in _EDGE for p, o in zip(parse.pos, parse.orth, strict=True)
        ]
        self.words = [0] * (n + 1)
        self.said, self.commas = [0] * (n + 1), [0] * (n + 1)
        total = said = commas = 0
        for i, (p, edge) in enumerate(zip(parse.pos, self.edge, strict=True)):
            word = not edge and p != "PUNCT"
            total += word
            said += word and self.quote[i] >= 0
            commas += parse.orth[i] == ","
            self.words[i + 1], self.said[i + 1], self.commas[i + 1] = total, said, commas

    def count(self, first: int, stop: int) -> int:
        """How many words stand in tokens first..stop - 1."""
        return self.words[stop] - self.words[first] if stop > first else 0

    def own(self, i: int) -> int:
        """Index of the quotation around a token that is to be read as if it were not there, else -1."""
        return self.quote[i] if self.nested else -1

    def trim(self, first: int, stop: int) -> tuple[int, int]:
        """The stretch without quotation marks, commas, final punctuation and white space at its edges."""
        edge = self.edge
        while first < stop and edge[first]:
            first += 1
        while stop > first and edge[stop - 1]:
            stop -= 1
        return first, stop

    def pieces(self, stretches: Iterable[tuple[int, int]]) -> Pieces:
        """Trimmed, sorted and, where no word stands between them, joined."""
        out: list[tuple[int, int]] = []
        for first, stop in sorted(stretches):
            first, stop = self.trim(first, stop)
            if first >= stop:
                continue
            if out and self.words[first] <= self.words[out[-1][1]]:
                out[-1] = (out[-1][0], max(out[-1][1], stop))
            else:
                out.append((first, stop))
        return tuple(out)

    def quoted(self, pieces: Pieces) -> int:
        """How many words of the pieces stand in quotations."""
        said = self.said
        return sum(said[b] - said[a] for a, b in pieces)

    def regions_in(self, first: int, stop: int) -> range:
        """Indices of the quotations that overlap tokens first..stop - 1."""
        low = bisect_left(self.regions, (first, 0))
        if low and self.regions[low - 1][1] > first:
            low -= 1
        return range(low, bisect_left(self.regions, (stop, 0)))


def _regions(parse: Parse, quotations: Iterable[Quotation]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for q in quotations:
        if q.depth == 0:
            a, b = bisect_right(parse.start, q.start) - 1, bisect_left(parse.start, q.end)
            a = max(a, 0)
            if out and a < out[-1][1]:
                a = out[-1][1]
            if a < b and b - a <= (_LONGEST if q.closed else _LONGEST_OPEN):
                out.append((a, b))
    return out


def subtract(first: int, stop: int, holes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a stretch when the holes are cut out."""
    out, at = [], first
    for a, b in sorted(holes):
        if b <= at or a >= stop:
            continue
        if a > at:
            out.append((at, a))
        at = max(at, b)
    if at < stop:
        out.append((at, stop))
    return out
