"""Which token heads a stretch of tokens."""

from __future__ import annotations

from claimwire.layers.parse import Parse


def roots(parse: Parse, tokens: range) -> list[int]:
    """The tokens of a stretch whose heads lie outside it, in order; several where it is no one phrase."""
    return [i for i in tokens if parse.head[i] not in tokens or parse.head[i] == i]


def root_of(parse: Parse, tokens: range) -> int:
    """The head of a stretch of at least one token: the last of its roots ("chief executive [Ann Lee]")."""
    for i in reversed(tokens):
        if parse.head[i] not in tokens or parse.head[i] == i:
            return i
    return tokens[-1]
