"""Numbers of two statements: do they count the same, and can both be true."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimwire import lexicon
from claimwire.linking.digest import Amount
from claimwire.linking.words import raw_words, stem

# How far a number may be from the truth: at most this share when it is rounded, this when it is "about".
ROUNDED = 0.04
ABOUT = 0.08
# Numbers so near that, as large as they are, they hardly count two things.
NEAR = 0.05
# From here on numbers are rounded; below, people count.
LARGE = 100
# How alike what is counted must be at least, for numbers that agree and for others.
SAME_THING, SURELY_SAME = 0.5, 0.99
_INFINITE = float("inf")
# Words for people that leave open which.
_ANYBODY = ("people", "person", "individual", "human", "citizen", "resident", "life", "lives", "soul")
# Countries as they stand before a noun, by their last word, as peoples are.
_SHORTS = {"uk": "kingdom", "us": "states", "u.s.": "states", "british": "kingdom", "americans": "states"}
# A plural without a number ("millions of users") says of the amount only that it is not less.
_VAGUE = re.compile(r"\b(?:hundreds|thousands|millions|billions|trillions|dozens|scores|tens)\b", re.I)


def bounds(a: Amount) -> tuple[float, float]:
    """Between which values the truth lies when the amount is right.

    "about 140 million" allows 8 per cent on both sides; "more than 100" everything above; a plain number
    what is lost in rounding: half of its last digit that is no zero, "143 million" half a million.
    """
    low, high = (a.value, a.value) if a.value is not None else (a.low, a.high)
    low = -_INFINITE if low is None else low
    high = _INFINITE if high is None else high
    if a.modifier in ("more_than", "at_least") or _VAGUE.search(a.text):
        return low, _INFINITE
    if a.modifier in ("less_than", "at_most"):
        return -_INFINITE, high
    about = a.modifier == "approx"
    return low - _slack(low, about), high + _slack(high, about)


def _slack(value: float, about: bool) -> float:
    if abs(value) == _INFINITE:
        return 0.0
    if about:
        return ABOUT * abs(value)
    return min(_last_digit(value) / 2, ROUNDED * abs(value)) if abs(value) >= LARGE else 0.0


def _last_digit(value: float) -> float:
    """What one more in the last digit that is no zero would add: 100,000 for 145.5 million."""
    digits = f"{abs(value):.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def compatible(a: Amount, b: Amount) -> bool:
    """Whether both can be true of one thing."""
    one, other = bounds(a), bounds(b)
    return one[0] <= other[1] and other[0] <= one[1]


def same_thing(a: Amount, b: Amount) -> float:
    """How alike what two amounts measure is, 0 to 1; 0 for other units, kinds or directions of change.

    A measure, a sum or a share says by its unit what it is; a count by the word that is counted.
    """
    if a.unit != b.unit or a.kind != b.kind or (a.change or b.change) != (b.change or a.change):
        return 0.0
    one, other = counted(a), counted(b)
    if not one or not other:
        return 0.5 if a.unit else 0.0
    alike = len(one & other) / len(one | other)
    return alike / 2 if _other_people(a, b) else alike


def _other_people(a: Amount, b: Amount) -> bool:
    """Whether two counts are of people of two kinds, as officers and visitors are.

    Of an age the words say nothing, because one person may be called a boy and a child.
    """
    one, other = _kinds_of_people(a.counted), _kinds_of_people(b.counted)
    return a.kind != "age" and bool(one and other and not one & other)


def counted(a: Amount) -> frozenset[str]:
    """What an amount counts, as stems; all words for people are one, so that of "UK consumers", "Britons" and
    "people" the first two meet."""
    return _counted(a.counted)


@lru_cache(maxsize=100_000)
def _counted(text: str) -> frozenset[str]:
    common = lexicon.words("comparison_stop_words")
    words = [w for w in raw_words(text) if w not in common]
    made = {"person" if w in _people() or stem(w) in _people() else stem(_places().get(w, w)) for w in words}
    return frozenset(made | {"person"} if words and words[-1] in _places() else made)


@lru_cache(maxsize=100_000)
def _kinds_of_people(text: str) -> frozenset[str]:
    """The words of a text that say which people are counted, as stems."""
    found = {stem(w) for w in raw_words(text) if w in _people() or stem(w) in _people()}
    return frozenset(found - {stem(w) for w in _ANYBODY})


@cache
def _places() -> dict[str, str]:
    return {row["word"]: row["place"].split()[-1] for row in lexicon.table("demonyms")} | _SHORTS


@cache
def _people() -> frozenset[str]:
    kinds = {row["noun"] for row in lexicon.table("kinds") if row["labels"].startswith("PERSON")}
    listed = kinds | lexicon.words("people_nouns") | lexicon.words("counted_people")
    return frozenset(
        listed | {stem(w) for w in listed} | {f"{w}s" for w in listed} | {"men", "women", "children"}
    )


def number_likelihood(a: Amount, b: Amount, statements: float) -> float:
    """How likely two numbers are given of one thing, whether or not they agree; 0 where they are not.

    statements: how likely their statements state the same. The same value, unless it is as common as "two",
    tells more than many words.
    """
    thing = same_thing(a, b)
    if thing < SAME_THING or not compatible(a, b):
        return 0.0
    return min(1.0, statements + (0.2 if _common(a) else 0.4) + 0.2 * thing)


def rival_likelihood(a: Amount, b: Amount, statements: float) -> float:
    """How likely two numbers that cannot both be true are given of one thing; 0 where they are not.

    statements: how likely their statements state the same. Large numbers that are nearly the same help.
    """
    if a.change != b.change or compatible(a, b) or not one_thing(a, b):
        return 0.0
    return min(1.0, statements + (0.3 if _near(a, b) else 0.0))


def one_thing(a: Amount, b: Amount) -> bool:
    """Whether two numbers surely measure one thing, by the words for it or because they are so near."""
    thing = same_thing(a, b)
    return thing >= SURELY_SAME or (thing >= SAME_THING and _near(a, b))


def _near(a: Amount, b: Amount) -> bool:
    if a.value is None or b.value is None or min(a.value, b.value) < LARGE:
        return False
    return abs(a.value - b.value) <= NEAR * max(a.value, b.value)


def _common(a: Amount) -> bool:
    return a.value is not None and abs(a.value) <= 3 and a.unit is None


def shown(a: Amount) -> str:
    """The amount as its article writes it."""
    return " ".join(a.text.split())
