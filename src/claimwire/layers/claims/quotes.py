"""Quotation marks at the edges of a clause, by the pairs that the quotations layer found."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.grammar.trimming import QUOTES, trimmed
from claimwire.layers.parse import Parse
from claimwire.records import Quotation

_FINAL = frozenset({".", ",", "!", "?", ";", ":"})


class Marks:
    """The partner of each quotation mark, by token; a mark of two tokens (``) has the same for both."""

    def __init__(self, parse: Parse, quotations: Iterable[Quotation] = ()) -> None:
        self._parse = parse
        self._partner: dict[int, int] = {}
        for q in quotations:
            size = len(q.mark)
            opening = parse.tokens_in(q.start, q.start + size)
            closing = parse.tokens_in(q.end - size, q.end) if q.closed else range(0)
            self._partner.update(dict.fromkeys(opening, closing.stop - 1 if closing else -1))
            self._partner.update(dict.fromkeys(closing, opening.start if opening else -1))

    def settled(self, first: int, stop: int, keep: tuple[int, int]) -> tuple[int, int]:
        """The stretch with a mark at its edge only where both marks of the pair stand inside.

        A pair around all of it goes, and so does a closing mark with the punctuation before it, which is the
        sentence's own. keep: tokens [first, stop) that stay.
        """
        first, stop = self._without_strays(first, stop, keep)
        stop = self._closed(first, stop)
        return first, max(self._without_final(first, stop), keep[1])

    def left_open(self, first: int, stop: int) -> str:
        """The mark, behind the punctuation that follows the stretch, that closes what the stretch opened."""
        parse, mark = self._parse, stop + 1
        if mark >= len(parse) or parse.orth[stop] not in _FINAL or parse.orth[mark] not in QUOTES:
            return ""
        return parse.orth[mark] if first <= self._partner.get(mark, -1) < stop else ""

    def _drops(self, k: int, first: int, stop: int) -> bool:
        if not self._is_mark(k):
            return False
        partner = self._partner.get(k, -1)
        return not first <= partner < stop or {k, partner} == {first, stop - 1}

    def _is_mark(self, k: int) -> bool:
        return k in self._partner or (self._parse.orth[k] in QUOTES and self._parse.tag[k] != "POS")

    def _without_strays(self, first: int, stop: int, keep: tuple[int, int]) -> tuple[int, int]:
        while stop - first > 1:
            if first < keep[0] and self._drops(first, first, stop):
                first += 1
            elif stop > keep[1] and self._drops(stop - 1, first, stop):
                stop -= 1
            else:
                break
            a, b = trimmed(self._parse, first, stop)
            first, stop = min(a, keep[0]), max(b, keep[1])
        return first, stop

    def _closed(self, first: int, stop: int) -> int:
        """The stop behind the marks right there that close what opened inside."""
        while stop < len(self._parse) and first <= self._partner.get(stop, -1) < stop:
            stop += 1
        return stop

    def _without_final(self, first: int, stop: int) -> int:
        k = stop
        while k - first > 1 and self._is_mark(k - 1):
            k -= 1
        if k == stop or self._parse.orth[k - 1] not in _FINAL:
            return stop
        while k - first > 1 and (self._is_mark(k - 1) or self._parse.orth[k - 1] in _FINAL):
            k -= 1
        return k
