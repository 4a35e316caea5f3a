"""Fractions ("nearly half", "two thirds", "one in 10") and multiples ("threefold", "four times as many")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.numbers import Number, lexicon, read_number
from claimwire.layers.quantities.units import is_time, read_unit
from claimwire.lexicon import table

_SHARE = re.compile(r"[ \n-](in|out of|of)[ \n-](?:every |each )?")
_FOLD = re.compile(r"[ -]?fold\b", re.I)
_TIMES = re.compile(r"[ -]times\b")
_AS_MUCH = frozenset(
    [
        "as",
        "more",
        "higher",
        "larger",
        "bigger",
        "greater",
        "faster",
        "better",
        "less",
        "lower",
        "fewer",
        "longer",
        "smaller",
        "likelier",
        "likely",
        "the",
        "its",
        "their",
        "his",
        "her",
        "that",
        "what",
    ]
)
_OPENERS = frozenset(
    ["the", "its", "his", "her", "their", "our", "my", "your", "that", "this", "these", "those", "all", "of"]
)
_BEFORE_HALF = frozenset(
    [
        "nearly",
        "almost",
        "about",
        "around",
        "roughly",
        "over",
        "under",
        "than",
        "by",
        "least",
        "approximately",
        "some",
        "only",
        "just",
        "exactly",
    ]
)
_PART_OPENERS = frozenset(
    [
        "by",
        "nearly",
        "almost",
        "about",
        "around",
        "roughly",
        "over",
        "under",
        "than",
        "least",
        "approximately",
        "some",
        "only",
        "just",
        "up",
        "down",
        "to",
    ]
)
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Ratio:
    """A fraction or a multiple found (character offsets); unit `fraction` or `fold`."""

    start: int
    end: int
    value: float
    unit: str
    rule: str = ""
    kind: str = "ratio"


@cache
def multiples() -> dict[str, float]:
    """Verbs of multiplying by lemma, with their factor."""
    return {row["word"]: float(row["value"]) for row in table("number_words") if row["kind"] == "verb"}


@cache
def starts() -> frozenset[str]:
    """Words that may begin a ratio beyond the number words: the verbs of multiplying, in all their forms."""
    forms = {f for v in multiples() for f in (v, v + "s", v + "d", v[:-1] + "ing")}
    return frozenset(
        forms
        | {"twice", "halves", "halved", "several", "few", "quarters", "thirds"}
        | {w + "s" for w, (_, k) in lexicon().items() if k == "part"}
    )


def _part(word: str) -> float | None:
    value, kind = lexicon().get(word, lexicon().get(word[:-1], (0.0, "")))
    return value if kind == "part" else None


def read_fraction(parse: Parse, token: int) -> Ratio | None:
    """A fraction in words that begins at a token: "half of", "two-thirds", "a quarter of"."""
    word = parse.lower[token]
    below = _part(word)
    if below == 2:
        return _half(parse, token)
    if below:
        return _article_part(parse, token, below)
    value, kind = lexicon().get(word, (0.0, ""))
    if kind not in ("digit", "teen") or value == 0:
        return None
    following = token + 1
    if following < len(parse) and parse.orth[following] in ("-", "–"):
        following += 1
    if following >= len(parse):
        return None
    below = _part(parse.lower[following])
    plural = parse.lower[following].endswith("s")
    if not below or (value > 1) != plural or (value == 1 and below == 4 and _names_time(parse, following)):
        return None
    if value >= below and below != 2:
        return None
    return Ratio(parse.start[token], parse.end[following], value / below, "fraction")


def _names_time(parse: Parse, token: int) -> bool:
    return token + 1 < len(parse) and parse.lower[token + 1] not in ("of", "the")


def _near(parse: Parse, token: int, step: int) -> str:
    i = token + step
    return parse.lower[i] if 0 <= i < len(parse) else ""


_OF_PERCENT = re.compile(
    r" (?:of )?(?:an? |one |1 )?(percent(?:age point)?|per cent)\b(?! of [a-z]+ percent)"
)


def _half(parse: Parse, token: int) -> Ratio | None:
    """ "half" as a number: of something, or behind a word of measure; not "first half", "half-year", "half an hour"."""
    after, before = _near(parse, token, 1), _near(parse, token, -1)
    if (
        parse.lower[token] != "half"
        or after in ("-", "–")
        or before in ("-", "–", "and", "first", "second", "the", "this", "last", "next")
    ):
        return None
    if is_time(parse.text, parse.end[token]) or (
        after in ("a", "an") and is_time(parse.text, parse.end[token + 1])
    ):
        return None
    small = _OF_PERCENT.match(parse.text, parse.end[token])
    if small:
        unit = "percentage_point" if "point" in small[1] else "percent"
        return Ratio(parse.start[token], small.end(), 0.5, unit, "half", "percent")
    fits = (
        after in _OPENERS
        or before in _BEFORE_HALF
        or before == "in"
        and _near(parse, token, -2) in ("cut", "cutting", "reduced", "fell")
    )
    if not fits and before == "a" and _near(parse, token, -2) in _BEFORE_HALF:
        fits = True
    if not fits and parse.tag[token] != "RB":
        fits = after in (
            "are",
            "were",
            "is",
            "was",
            "have",
            "had",
            "said",
            "say",
            "will",
            "would",
            "believe",
            "think",
        )
    start = parse.start[token - 1] if before == "a" else parse.start[token]
    return Ratio(start, parse.end[token], 0.5, "fraction") if fits else None


def _article_part(parse: Parse, token: int, below: float) -> Ratio | None:
    """ "a third of", "by a quarter": the article makes a part of what else is an ordinal or a quarter of a year."""
    after, before = _near(parse, token, 1), _near(parse, token, -1)
    if before not in ("a", "an") or parse.lower[token].endswith("s"):
        return None
    opener = _near(parse, token, -2)
    if after != "of" and not (
        opener in _PART_OPENERS
        and parse.pos[token + 1 if token + 1 < len(parse) else token] not in ("NOUN", "ADJ", "PROPN")
    ):
        return None
    return Ratio(parse.start[token - 1], parse.end[token], 1 / below, "fraction")


def read_share(text: str, number: Number) -> Ratio | None:
    """ "one in 10", "nine out of ten": a number of a larger one, which is no year and has no unit."""
    if number.magnitude != 1 or number.vague or number.value != int(number.value) or number.value < 1:
        return None
    found = _SHARE.match(text, number.end)
    second = read_number(text, found.end()) if found else None
    if not found or second is None or second.vague or not number.value < second.value <= _MOST:
        return None
    if second.value != int(second.value) or (1000 < second.value < 2100 and second.magnitude == 1):
        return None
    if (
        is_time(text, second.end)
        or read_unit(text, second.end)
        or text[second.end : second.end + 1].isalnum()
    ):
        return None
    if found[1] == "of" and second.value not in (10, 100):
        return None
    if found[1] == "in" and (
        number.value > 10 or not second.words and second.value > 10 and second.value % 5
    ):
        return None
    return Ratio(number.start, second.end, number.value / second.value, "fraction", "share")


def read_fold(parse: Parse, token: int) -> Ratio | None:
    """ "threefold", "doubled", "twice as many"."""
    word = parse.lower[token]
    value, kind = lexicon().get(word, (0.0, ""))
    if kind == "fold":
        return Ratio(parse.start[token], parse.end[token], value, "fold")
    if word == "twice" and _near(parse, token, 1) in _AS_MUCH:
        return Ratio(parse.start[token], parse.end[token], 2.0, "fold")
    times = multiples().get(parse.lemma[token]) if parse.pos[token] == "VERB" else None
    if (
        times
        and _near(parse, token, 1) != "down"
        and parse.tag[token] in ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG")
    ):
        return Ratio(parse.start[token], parse.end[token], times, "fold")
    return None


def times_fold(parse: Parse, number: Number) -> Ratio | None:
    """ "10-fold" and "four times as many": a multiple, where "won four times" is a count."""
    text = parse.text
    found = _FOLD.match(text, number.end)
    if found:
        return Ratio(number.start, found.end(), number.value, "fold")
    found = _TIMES.match(text, number.end)
    if not found:
        return None
    token = parse.token_at(found.end()) + 1
    word = parse.lower[token] if token < len(parse) else ""
    comparative = word in _AS_MUCH or (token < len(parse) and parse.tag[token] in ("JJR", "RBR"))
    return Ratio(number.start, found.end(), number.value, "fold") if comparative else None
