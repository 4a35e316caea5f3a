"""Quotation marks paired into quotations, in one pass over the marks.

News practice (AP and Chicago manuals alike): a quotation that runs over several paragraphs is opened
again at each of them and closed once, at the last; quotations inside quotations change the kind of mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from claimwire.layers.quotations.marks import Mark, find_marks
from claimwire.records import Quotation, Span

# How many paragraphs without any mark a quotation may run through before it counts as never closed.
_SILENT_PARAGRAPHS = 6
# Deeper nesting is no writing but noise; it is followed, so that marks pair up, yet not recorded.
_DEEPEST = 4
_BREAK = re.compile(r"\n\s*\n|\n(?=\S)")


@dataclass(slots=True)
class _Open:
    mark: Mark
    depth: int
    part: int  # where the running part of the quotation began, behind its mark
    parts: list[tuple[int, int]] = field(default_factory=list)


class _Pairing:
    def __init__(self, text: str, paragraphs: list[tuple[int, int]], marks: list[Mark]) -> None:
        self.text, self.paragraphs, self.marks = text, paragraphs, marks
        self.found: list[Quotation] = []
        self.stack: list[_Open] = []
        self.held: dict[str, int] = {}  # family -> how many are open
        self.following = _single_closers(text, marks)

    def run(self) -> list[Quotation]:
        k = 0
        ends = [m.start for m in self.marks]
        for p, (start, end) in enumerate(self.paragraphs):
            stop = bisect_left(ends, end)
            k = max(k, bisect_left(ends, start))
            if self.stack:
                k = self._reopen(k, stop, start)
            while k < stop:
                self._take(self.marks[k])
                k += 1
            self._end_paragraph(p, end, stop)
        while self.stack:
            self._close(self.stack[-1], None, self.paragraphs[-1][1] if self.paragraphs else len(self.text))
        return sorted(self.found, key=lambda q: (q.start, -q.end))

    def _take(self, mark: Mark) -> None:
        family = mark.family
        if family == "'" and mark.start in self.following and self._possessive(mark):
            return
        if self.held.get(family) and mark.closes and not (mark.opens and self._rather_opens(mark)):
            self._close_family(family, mark)
        elif mark.opens and (family != "'" or mark.start in self.following):
            if self.held.get(family) and mark.text in ('"', "''", "＂"):
                self._close_family(family, None, mark.start)
            self._open(mark)

    def _rather_opens(self, mark: Mark) -> bool:
        before, after = self.text[mark.start - 1 : mark.start], self.text[mark.end : mark.end + 1]
        return before.isspace() and not after.isspace()

    def _possessive(self, mark: Mark) -> bool:
        """The apostrophe of "the boys' room": a closing mark still follows it."""
        after = self.text[mark.end : mark.end + 2].strip()
        return mark.closes and self.text[mark.start - 1] == "s" and after.islower()

    def _open(self, mark: Mark) -> None:
        self.stack.append(_Open(mark, len(self.stack), mark.end))
        self.held[mark.family] = self.held.get(mark.family, 0) + 1

    def _close_family(self, family: str, mark: Mark | None, at: int = 0) -> None:
        while self.stack:
            top = self.stack[-1]
            hit = top.mark.family == family
            end = mark.start if mark else at
            self._close(top, mark if hit else None, end)
            if hit:
                return

    def _close(self, top: _Open, mark: Mark | None, end: int) -> None:
        self.stack.pop()
        self.held[top.mark.family] -= 1
        parts = [*top.parts, (top.part, end)]
        spans = tuple(s for s in (_span(self.text, a, b) for a, b in parts) if s is not None)
        stop = mark.end if mark else (spans[-1].end if spans else top.mark.end)
        if top.depth < _DEEPEST and spans and (mark or top.mark.family != "'"):
            whole = self.text[top.mark.start : stop]
            self.found.append(
                Quotation(top.mark.start, stop, whole, spans, top.mark.text, mark is not None, top.depth)
            )

    def _reopen(self, k: int, stop: int, start: int) -> int:
        """At a new paragraph: a quotation that its first mark opens again goes on behind that mark."""
        running = self.stack[0]
        running.part = start
        if k < stop:
            first = self.marks[k]
            if first.start == start and first.opens and first.family == running.mark.family:
                running.part = first.end
                return k + 1
        return k

    def _end_paragraph(self, p: int, end: int, k: int) -> None:
        """What is still open at the end of a paragraph goes on only if the text after it says so."""
        while len(self.stack) > 1 or (self.stack and not self._goes_on(p, k)):
            self._close(self.stack[-1], None, end)
        if self.stack:
            self.stack[0].parts.append((self.stack[0].part, end))

    def _goes_on(self, p: int, k: int) -> bool:
        family = self.stack[0].mark.family
        if family == "'" or p + 1 >= len(self.paragraphs):
            return False
        following = next((m for m in self.marks[k : k + 8] if m.family == family), None)
        if following is None:
            return False
        start = self.paragraphs[p + 1][0]
        if following.start == start and following.opens:
            return True
        last = self.paragraphs[min(p + _SILENT_PARAGRAPHS, len(self.paragraphs) - 1)][1]
        return following.closes and not following.opens and following.start < last


def _single_closers(text: str, marks: list[Mark]) -> dict[int, int]:
    """For each single mark: the offset of the next possible closing single mark in its paragraph, if any.

    An apostrophe looks like a mark; one that nothing could close opens no quotation.
    """
    out: dict[int, int] = {}
    closer: Mark | None = None
    breaks = [m.start() for m in _BREAK.finditer(text)]
    for mark in reversed(marks):
        if mark.family != "'":
            continue
        if closer is not None and bisect_left(breaks, mark.start) == bisect_left(breaks, closer.start):
            out[mark.start] = closer.start
        if mark.closes:
            closer = mark
    return out


def _span(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end]) if start < end else None


def quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """The quotations of a text, outer before inner.

    paragraphs: (start, end) offsets in order. Each quotation's span has its marks, its `spans` have not:
    one a paragraph. A quotation that is never closed ends with its paragraph and has `closed` false.
    Time is linear in the number of marks; no input raises.
    """
    return _Pairing(text, paragraphs, find_marks(text)).run()
