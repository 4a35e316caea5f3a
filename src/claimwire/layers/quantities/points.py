"""What "points" are: percentage points of a share or rate, or those of an index, a game, a rating.

The words of the sentence decide, before them those of a market and a game; else those of the whole article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from claimwire.layers.parse import Parse
from claimwire.lexicon import table

_UNITS = {"share": "percentage_point", "score": None}
_REACH = 60  # tokens of a sentence looked at on either side
_STRONGEST_FIRST = ("index", "score", "share")
_WORD = re.compile(r"[a-z&]+|%")


@cache
def _senses() -> dict[str, str]:
    return {row["word"]: row["sense"] for row in table("point_senses")}


def unit_of_points(parse: Parse, first: int, last: int) -> str | None:
    """`percentage_point` or `point` for the points at tokens first..last; None where a game's are counted."""
    begin, end = parse.sents[parse.sent[first]]
    if parse.lower[last + 1 : last + 3] == ["of", "view"]:
        return "point"
    near = _count(parse.lower[max(begin, first - _REACH) : min(end, last + _REACH)])
    sense = next((s for s in _STRONGEST_FIRST if near[s]), None) or _of_article(parse.text)
    return _UNITS.get(sense or "", "point")


def is_moment(parse: Parse, first: int) -> bool:
    """ "At one point": a point of time."""
    return first > 0 and parse.lower[first] == "one" and parse.lower[first - 1] == "at"


def _count(words: Iterable[str]) -> Counter[str]:
    senses = _senses()
    return Counter(senses[word] for word in words if word in senses)


@lru_cache(maxsize=8)
def _of_article(text: str) -> str | None:
    found = _count(_WORD.findall(text.lower()))
    return max(found, key=lambda sense: found[sense], default=None)
