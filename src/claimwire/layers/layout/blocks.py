"""Paragraphs and headlines, from line breaks alone."""

from __future__ import annotations

import re

_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*|\r\n[ \t]*\r\n\s*|\u2029")
_LINE = re.compile(r"\r\n|\r|\n|\u2028|\u2029")
_FINAL = re.compile(r"[.!?:;,…\-–—][\"'”’»)\]]*$")
_OPENING = re.compile(r"^[\"“‘'`]")
# A hard-wrapped text breaks lines at a fixed width, in mid-sentence.
_WRAP_WIDTH = 100
_HEADLINE_MAX = 160


def is_wrapped(text: str) -> bool:
    """Whether single line breaks are mere wrapping: most inner lines are of like, modest width."""
    inner = [line for block in _BLANK.split(text) for line in _LINE.split(block)[:-1] if line.strip()]
    if len(inner) < 3:
        return False
    open_ended = sum(not _FINAL.search(line.rstrip()) for line in inner)
    widest = max(map(len, inner))
    full = sum(len(line) >= 0.6 * widest for line in inner)
    return widest <= _WRAP_WIDTH and open_ended >= 0.6 * len(inner) and full >= 0.7 * len(inner)


def blocks(text: str) -> list[tuple[int, int]]:
    """Paragraphs as (start, end) offsets without the white space around them, in order."""
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
    """Blocks that are headlines: the first line, or one standing alone, without final punctuation."""
    found = blocks(text)
    if len(found) < 2:
        return []
    return [(s, e) for s, e in found if _is_headline(text[s:e])]


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE_MAX and not _FINAL.search(line) and not _OPENING.search(line)
