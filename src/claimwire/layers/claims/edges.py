"""The edges of a stretch of words: punctuation, coordinators and unpaired marks taken off."""

from __future__ import annotations

from claimwire.layers.parse import Parse

_EDGE = frozenset({",", ";", ":", ".", "!", "?", "-", "–", "—", "--", "...", "…", "/"})
_QUOTES = frozenset({'"', "'", "``", "''", "“", "”", "‘", "’", "`", "«", "»"})
_DOUBLE = frozenset({'"', "``", "''", "“", "”"})
_CLOSING = frozenset({'"', "''", "”"})
_BRACKETS = {")": "(", "]": "[", "(": ")", "[": "]"}


def trimmed(parse: Parse, first: int, stop: int) -> tuple[int, int]:
    """The stretch without white space, punctuation, coordinators and "that" at its edges.

    A quotation mark or bracket goes when its partner is not inside, and both when they enclose it all.
    """
    changed = True
    while changed and stop - first > 1:
        changed = False
        if _drops_left(parse, first, stop):
            first, changed = first + 1, True
        elif _drops_right(parse, first, stop):
            stop, changed = stop - 1, True
    return first, stop


def _drops_left(parse: Parse, first: int, stop: int) -> bool:
    word = parse.orth[first]
    if parse.pos[first] == "SPACE" or word in _EDGE or parse.tag[first] == "CC":
        return True
    if parse.dep[first] == "mark" and parse.lower[first] == "that":
        return True
    return _unpaired(parse, first, first + 1, stop, stop - 1)


def _drops_right(parse: Parse, first: int, stop: int) -> bool:
    last = stop - 1
    if parse.pos[last] == "SPACE" or parse.orth[last] in _EDGE or parse.tag[last] == "CC":
        return True
    return _unpaired(parse, last, first, last, first)


def _unpaired(parse: Parse, mark: int, begin: int, end: int, other_edge: int) -> bool:
    """Whether the mark at one edge has no partner among tokens [begin, end)."""
    word = parse.orth[mark]
    if word in _BRACKETS:
        return all(parse.orth[k] != _BRACKETS[word] for k in range(begin, end))
    if word not in _QUOTES or (word in ("'", "’") and parse.tag[mark] == "POS"):
        return False
    inside = [k for k in range(begin, end) if parse.orth[k] in _QUOTES and parse.tag[k] != "POS"]
    return not inside or (len(inside) == 1 and inside[0] == other_edge)


def closed(parse: Parse, first: int, stop: int) -> int:
    """The stop with the mark that closes a quotation left open inside, and the full stop or comma before it.

    Only double marks: an apostrophe looks like a single one.
    """
    marks = sum(1 for k in range(first, stop) if parse.orth[k] in _DOUBLE)
    last = stop + 1 if stop < len(parse) and parse.orth[stop] in (".", ",", "!", "?") else stop
    if marks % 2 and last < len(parse) and parse.orth[last] in _CLOSING and _touches(parse, last):
        return last + 1
    return stop


def _touches(parse: Parse, i: int) -> bool:
    """Whether a mark stands right behind the word before it, as a closing one does."""
    return parse.end[i - 1] == parse.start[i]
