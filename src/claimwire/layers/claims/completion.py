"""How far a clause goes on when it is read alone: to the end of the content that its own span leaves out."""

from __future__ import annotations

from collections.abc import Container

from claimwire.layers.grammar.trimming import trimmed
from claimwire.layers.parse import Parse

_COMPLEMENTS = frozenset({"ccomp", "acl", "csubj", "relcl"})
_LAYERS = 3


def complete_stop(parse: Parse, clauses: Container[int], first: int, stop: int, limit: int) -> int:
    """The stop of a clause with what it ends in: a complement, or a relative clause without a comma.

    "The board has decided" says nothing without "that the mill will close". clauses: heads of finite clauses;
    limit: token that it may not go beyond.
    """
    for _ in range(_LAYERS):
        inner = _content_at(parse, clauses, first, stop)
        if inner is None or parse.right[inner] >= limit:
            return stop
        stop = trimmed(parse, first, parse.right[inner] + 1)[1]
    return stop


def _completes(parse: Parse, i: int) -> bool:
    """Whether a clause is a complement or relative one; so is that of an adjective ("made it clear that")."""
    if parse.dep[i] == "advcl":
        return parse.lower[parse.left[i]] == "that" or parse.pos[parse.head[i]] == "ADJ"
    return parse.dep[i] in _COMPLEMENTS


def _content_at(parse: Parse, clauses: Container[int], first: int, stop: int) -> int | None:
    """The head of a clause that begins right at token `stop` and hangs on a word before it."""
    i = stop
    while i < len(parse) and parse.left[i] == stop:
        if i in clauses and _completes(parse, i) and first <= parse.head[i] < stop:
            return i
        if parse.head[i] == i:
            return None
        i = parse.head[i]
    return None
