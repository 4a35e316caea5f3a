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


class QuotedParse:
    """Parse, outer quotations and paragraphs of one document, by token.

    regions: token intervals of the outermost quotations, marks included. quote: index of the region that
    holds a token, else -1. paragraphs: their token intervals. block: index of the paragraph in which each
    token stands or which is the last before it. item: whether a paragraph is a list's item. headline: whether
    a token stands in a headline.
    edge: whether a token is a mark that may not stand at the edge of a stretch.
    words, said: how many words and quoted words stand before each token (running sums, so that any stretch
    is counted in one step).
    """

    __slots__ = (
        "parse", "regions", "quote", "paragraphs", "block", "item", "headline", "words", "edge", "said",
    )  # fmt: skip

    def __init__(
        self,
        parse: Parse,
        quotations: Iterable[Quotation] = (),
        paragraphs: Iterable[tuple[int, int]] = (),
        headlines: Iterable[Span] = (),
    ) -> None:
        self.parse = parse
        n = len(parse)
        self.regions = _regions(parse, quotations)
        self.quote = [-1] * n
        for r, (a, b) in enumerate(self.regions):
            self.quote[a:b] = [r] * (b - a)
        self.paragraphs = _paragraphs(parse, paragraphs)
        firsts = [a for a, _ in self.paragraphs]
        self.block = [max(bisect_right(firsts, i) - 1, 0) for i in range(n)]
        self.item = [bool(n) and _is_item(parse, a) for a, _ in self.paragraphs]
        self.headline = [False] * n
        for h in headlines:
            for i in parse.tokens_in(h.start, h.end):
                self.headline[i] = True
        self.edge = [o.isspace() or o in _MARKS or o in _EDGE for o in parse.orth]
        self.words = [0] * (n + 1)
        self.said = [0] * (n + 1)
        total = said = 0
        for i, (p, edge) in enumerate(zip(parse.pos, self.edge, strict=True)):
            word = not edge and p != "PUNCT"
            total += word
            said += word and self.quote[i] >= 0
            self.words[i + 1], self.said[i + 1] = total, said

    def count(self, first: int, stop: int) -> int:
        """How many words stand in tokens first..stop - 1."""
        return self.words[stop] - self.words[first] if stop > first else 0

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Tokens (first, last + 1) that share a character with start..end."""
        first = max(self.parse.token_at(start), 0)
        if self.parse.end[first] <= start:
            first += 1
        return first, max(self.parse.tokens_in(start, end).stop, first)

    def here(self, region: int, token: int) -> tuple[int, int]:
        """The tokens of a quotation that stand in the paragraph of a token; all of it where none does."""
        low, high = self.paragraphs[self.block[token]]
        first, stop = self.regions[region]
        cut = max(first, low), min(stop, high)
        return cut if cut[0] < cut[1] else (first, stop)

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


def _paragraphs(parse: Parse, paragraphs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found = [tuple_of(parse.tokens_in(s, e)) for s, e in paragraphs]
    return [p for p in found if p[0] < p[1]] or [(0, len(parse))]


def tuple_of(tokens: range) -> tuple[int, int]:
    """A range of tokens as first and last + 1."""
    return tokens.start, tokens.stop


def _is_item(parse: Parse, first: int) -> bool:
    """Whether a paragraph begins behind the mark of a list's item, which stands alone on its line."""
    start = parse.start[first]
    line = max(parse.text.rfind(end, 0, start) for end in "\n\r\u2028\u2029")
    return bool(parse.text[line + 1 : start].strip())


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
