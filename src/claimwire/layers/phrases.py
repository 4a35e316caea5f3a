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
