"""Short names that a text gives in brackets behind the long one: "Harbour Safety Agency (HSA)"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from claimwire.layers.names.mention import NameMention

# Alike enough to be one thing: not a person beside an organisation
_BODIES = frozenset({"ORG", "PRODUCT", "LAW", "EVENT", "FAC", "LOC", "GPE", "WORK_OF_ART"})


def link_aliases(text: str, mentions: Iterable[NameMention]) -> None:
    """Note on each bracketed short name whose it is, in place; mentions in order of the text."""
    for long, short in pairwise(mentions):
        between = text[long.end : short.start].strip()
        if between != "(" or not text.startswith(")", short.end) or not {long.label, short.label} <= _BODIES:
            continue
        if len(short.words) == 1 and len(long.words) > 1 and is_short_for(short.words[0], long.words):
            short.alias_of = long
            short.label = long.label
            short.votes = dict(long.votes)


def is_short_for(short: str, words: tuple[str, ...]) -> bool:
    """Whether the letters of a short name stand in a long one in their order, its first letter first.

    Half of the letters, at least, must begin words.
    """
    if len(short) < 2 or not short.isalnum() or short[0] != words[0][0]:
        return False
    initials = "".join(w[0] for w in words)
    starts = sum(c in initials for c in short)
    rest = iter("".join(words))
    return all(c in rest for c in short) and 2 * starts >= len(short)
