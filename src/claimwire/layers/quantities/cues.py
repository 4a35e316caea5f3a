"""The small closed classes of words that the rules of this layer look at."""

from __future__ import annotations

from functools import cache

from claimwire.lexicon import table


@cache
def cues(use: str) -> frozenset[str]:
    """The words of one use. Raises KeyError for an unknown one."""
    return {row["use"]: frozenset(row["words"].split()) for row in table("quantity_cues")}[use]
