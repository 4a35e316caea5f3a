"""Extents of phrases on a Parse: noun phrases whole, without relative clauses."""

from __future__ import annotations

from claimwire.layers.parse import Parse

# Dependents behind a head that are clauses or loose additions, no part of the noun phrase itself
_LOOSE = frozenset({"relcl", "punct", "cc", "conj", "appos", "advcl", "parataxis", "ccomp", "dep"})
_CLAUSE = frozenset({"relcl", "advcl"})


def noun_phrase(parse: Parse, head: int, coordinated: bool = True) -> tuple[int, int]:
    """Tokens (first, last + 1) of the noun phrase headed by a token.

    Takes in everything before the head and, behind it, prepositional and participial phrases,
    appositions and (if `coordinated`) conjuncts, up to the first relative clause. Edge punctuation is off.
    """
    first, stop = parse.left[head], parse.right[head] + 1
    for child in parse.children[head]:
        if child < head:
            continue
        cut = parse.dep[child] in _CLAUSE or (not coordinated and parse.dep[child] in ("cc", "conj"))
        if cut:
            stop = min(stop, parse.left[child])
    return trim(parse, first, max(stop, head + 1))


def before_clause(parse: Parse, head: int, stop: int) -> int:
    """The stop of a noun phrase, up to `stop`, before a clause that a noun inside it ends with.

    That is a relative clause ("two of those who left") or a participle behind a comma ("the mayor, speaking
    on Monday").
    """
    node: int | None = head
    while node is not None:
        node = next(
            (c for c in reversed(parse.children[node]) if head < c < stop <= parse.right[c] + 1), None
        )
        if node is not None and (parse.dep[node] == "relcl" or _set_off(parse, node)):
            return trim(parse, head, max(parse.left[node], head + 1))[1]
    return stop


def _set_off(parse: Parse, participle: int) -> bool:
    first = parse.left[participle]
    return parse.dep[participle] == "acl" and parse.tag[participle] == "VBG" and parse.orth[first - 1] == ","


def core_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """Tokens (first, last + 1) of the noun phrase up to its head: determiners and modifiers before it."""
    first = head
    for child in parse.children[head]:
        if child < head and parse.dep[child] not in _LOOSE:
            first = min(first, parse.left[child])
    return trim(parse, first, head + 1)


def trim(parse: Parse, first: int, stop: int) -> tuple[int, int]:
    """The stretch without white space, commas, colons and dashes at its edges; quotes and brackets stay.

    A stretch of nothing else stays whole, so that no phrase is ever empty.
    """
    drop = {",", ";", ":", "-", "–", "—", "―", ".", "--"}
    inner = [i for i in range(first, stop) if parse.pos[i] != "SPACE" and parse.orth[i] not in drop]
    return (inner[0], inner[-1] + 1) if inner else (first, stop)
