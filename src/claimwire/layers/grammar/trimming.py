"""The edges of a stretch of words: punctuation, coordinators and unpaired marks taken off."""

from __future__ import annotations

from claimwire.layers.parse import Parse

_EDGE = frozenset({",", ";", ":", ".", "!", "?", "-", "–", "—", "―", "--", "...", "…", "/"})
QUOTES = frozenset({'"', "'", "``", "''", "“", "”", "‘", "’", "`", "«", "»"})
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
        elif stop - first > 2 and _is_bracketed(parse, first, stop):
            first, stop, changed = first + 1, stop - 1, True
    return first, stop


def _drops_left(parse: Parse, first: int, stop: int) -> bool:
    word = parse.orth[first]
    if parse.pos[first] == "SPACE" or word in _EDGE or _coordinates(parse, first):
        return True
    if parse.dep[first] == "mark" and parse.lower[first] == "that":
        return True
    return _unpaired(parse, first, first + 1, stop, stop - 1)


def _coordinates(parse: Parse, k: int) -> bool:
    """Whether a conjunction joins to something before; "neither" and "both" open what they join."""
    return parse.tag[k] == "CC" and parse.dep[k] != "preconj"


def _drops_right(parse: Parse, first: int, stop: int) -> bool:
    last = stop - 1
    if parse.pos[last] == "SPACE" or parse.orth[last] in _EDGE or parse.tag[last] == "CC":
        return True
    return _unpaired(parse, last, first, last, first)


def _is_bracketed(parse: Parse, first: int, stop: int) -> bool:
    """Whether one pair of brackets stands around it all."""
    opening, closing = parse.orth[first], _BRACKETS.get(parse.orth[first])
    if opening not in "([" or parse.orth[stop - 1] != closing:
        return False
    depth = 0
    for k in range(first, stop):
        depth += (parse.orth[k] == opening) - (parse.orth[k] == closing)
        if depth == 0:
            return k == stop - 1
    return False


def _unpaired(parse: Parse, mark: int, begin: int, end: int, other_edge: int) -> bool:
    """Whether the mark at one edge has no partner among tokens [begin, end)."""
    word = parse.orth[mark]
    if word in _BRACKETS:
        return all(parse.orth[k] != _BRACKETS[word] for k in range(begin, end))
    if word not in QUOTES or (word in ("'", "’") and parse.tag[mark] == "POS"):
        return False
    inside = [k for k in range(begin, end) if parse.orth[k] in QUOTES and parse.tag[k] != "POS"]
    return not inside or (len(inside) == 1 and inside[0] == other_edge)
