"""Nouns that place a clause in time, which a relative clause behind them does not modify."""

from __future__ import annotations

from functools import cache

from claimwire.layers.parse import Parse
from claimwire.lexicon import table, words

_UNITS = frozenset({"unit", "units", "season", "seasons", "daypart", "dayparts", "dayword", "weekdays"})
_ARTICLES = frozenset({"a", "an", "the", "one", "that"})


@cache
def _time_nouns() -> frozenset[str]:
    rows = table("time_words")
    return frozenset(r["word"] for r in rows if r["class"] in _UNITS) | words("calendar_names")


def is_time(parse: Parse, i: int) -> bool:
    """Whether a token is a noun of time or a year."""
    return parse.lower[i] in _time_nouns() or (len(parse.orth[i]) == 4 and parse.orth[i].isdecimal())


def is_adverbial_time(parse: Parse, i: int) -> bool:
    """Whether a noun of time says when ("next year", "in 2019"), unlike "a year that ended"."""
    if not is_time(parse, i) or parse.dep[i] not in ("pobj", "npadvmod"):
        return False
    if parse.dep[i] == "npadvmod":
        return True
    return not any(parse.lower[c] in _ARTICLES for c in parse.children[i] if c < i)
