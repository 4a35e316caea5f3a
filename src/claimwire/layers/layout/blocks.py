"""Paragraphs and headlines, from line breaks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*|\r\n[ \t]*\r\n\s*|\u2029")
_LINE = re.compile(r"\r\n|\r|\n|\u2028|\u2029")
_FINAL = re.compile(r"[.!?:;,…\-–—][\"'”’»)\]]*$")
_OPENING = re.compile(r"^[\"“‘'`]")
# Marks of list items; those that are also words or dashes need a space behind them
_ITEM = re.compile(r"[•‣▪◦●○■□►▸][ \t]*|(?:[*·–—-]|\(?[1-9]\d?[.)])[ \t]+(?=\S)")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)[^.]*\b(?:19|20)\d\d\b|all rights reserved", re.IGNORECASE)
# A hard-wrapped text breaks lines at a fixed width, in mid-sentence.
_WRAP_WIDTH = 100
# So many lines tell whether a text is wrapped.
_WRAP_LINES = 20
_HEADLINE_MAX = 160


def is_wrapped(text: str) -> bool:
    """Whether single line breaks are mere wrapping: most inner lines are of like, modest width.

    The first lines decide, so that text added at the end turns no earlier paragraph round. A break before a
    list's item wraps nothing.
    """
    inner = list(islice(_inner_lines(text), _WRAP_LINES))
    if len(inner) < 3:
        return False
    open_ended = sum(not _FINAL.search(line.rstrip()) for line in inner)
    widest = max(map(len, inner))
    full = sum(len(line) >= 0.6 * widest for line in inner)
    return widest <= _WRAP_WIDTH and open_ended >= 0.6 * len(inner) and full >= 0.7 * len(inner)


def _inner_lines(text: str) -> Iterator[str]:
    """The lines of each block but its last, and those before a list's item."""
    for block in _BLANK.split(text):
        lines = [line for line in _LINE.split(block) if line.strip()]
        yield from (line for line, behind in pairwise(lines) if not _ITEM.match(behind.lstrip()))


def blocks(text: str) -> list[tuple[int, int]]:
    """Paragraphs as (start, end) offsets without the white space around them, in order.

    A list item begins behind its mark ("•", "-", "1.").
    """
    return [_without_mark(text, s, e) for s, e in lines(text)]


def lines(text: str) -> list[tuple[int, int]]:
    """Paragraphs like `blocks`, the marks of list items included."""
    breaks = _BLANK if is_wrapped(text) else _LINE
    out, at = [], 0
    for m in [*breaks.finditer(text), None]:
        stop = m.start() if m else len(text)
        piece = text[at:stop]
        if piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            out.append((start, at + len(piece.rstrip())))
        at = m.end() if m else stop
    return out


def headlines(text: str) -> list[tuple[int, int]]:
    """Blocks that are headlines: the first line, or one standing alone, without final punctuation.

    A list item is none; a line of copyright counts as one, since it claims nothing either.
    """
    found = lines(text)
    if len(found) < 2:
        return []
    return [(s, e) for s, e in found if _is_headline(text[s:e])]


def _without_mark(text: str, start: int, end: int) -> tuple[int, int]:
    mark = _ITEM.match(text, start, end)
    return (mark.end(), end) if mark and mark.end() < end else (start, end)


def _is_headline(line: str) -> bool:
    if len(line) > _HEADLINE_MAX:
        return False
    if _RIGHTS.match(line):
        return True
    return not (_FINAL.search(line) or _OPENING.search(line) or _ITEM.match(line))
