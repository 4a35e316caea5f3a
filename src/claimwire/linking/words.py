"""Words as they are compared: without endings, without the most common ones, weighted by rarity."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Any

from claimwire import lexicon

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*\d|\d")
# In how many articles a number is taken to stand: the table of frequencies holds none.
_NUMBER = 20


def raw_words(text: str) -> list[str]:
    """The words of a text in lower case, with straight apostrophes and without possessive endings."""
    return [w.replace("’", "'").removesuffix("'s") for w in WORD.findall(text.lower())]


def stems(text: str) -> list[str]:
    """The stems of a text's content words, in order."""
    common = lexicon.words("comparison_stop_words")
    return [stem(_places().get(w, w)) for w in raw_words(text) if w not in common]


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Peoples as their country, so that "Brits", "British" and "Britain" meet; by its last word."""
    return {row["word"]: row["place"].split()[-1] for row in lexicon.table("demonyms")}


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its ending, by Porter's English stemmer (Snowball)."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def _frequencies() -> tuple[int, dict[str, int]]:
    table = {row["stem"]: int(row["articles"]) for row in lexicon.table("stem_frequencies")}
    return table.pop("*"), table


@lru_cache(maxsize=200_000)
def rarity(stem_: str) -> float:
    """Inverse document frequency of a stem in general news, natural logarithm."""
    articles, table = _frequencies()
    unknown = 1 if stem_[0].isalpha() else _NUMBER
    return math.log((articles + 1) / (table.get(stem_, unknown) + 0.5))
