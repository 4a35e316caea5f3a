"""Fractions ("nearly half", "two thirds", "one in 10") and multiples ("threefold", "four times as many")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.cues import cues
from claimwire.layers.quantities.numbers import Number, lexicon, read_number
from claimwire.layers.quantities.units import is_time, read_unit

_SHARE = re.compile(r"[ \n-](in|out of|of)[ \n-](every |each )?")
_FOLD = re.compile(r"[ -]?fold\b", re.I)
_OFTEN = re.compile(r"-times?(?= [A-Za-z])")
_TIMES = re.compile(r"[ -]times\b")
_OF_PERCENT = re.compile(r"[ -](?:of )?(?:an? |one |1 )?(percent(?:age[ -]point)?|per cent|(?<=-)point)\b")
_SOMETHING = re.compile(r"[ \n][a-z]")
_MOST = 1_000_000  # of how many there can be "one in"
_FEW = 10  # "one in 10": the first number is small, the second round


@dataclass(frozen=True, slots=True)
class Ratio:
    """A fraction or a multiple found (character offsets); unit `fraction`, `fold` or `percent`."""

    start: int
    end: int
    value: float
    unit: str
    rule: str = ""
    kind: str = "ratio"


@cache
def starts() -> frozenset[str]:
    """Words beyond the number words with which a number may begin: plural parts, "twice", "several"."""
    parts = {word + "s" for word, (_, kind) in lexicon().items() if kind == "part"}
    return frozenset(parts | {"twice", "halves", "several", "few", "point"})


def read_fraction(parse: Parse, token: int) -> Ratio | None:
    """A fraction in words that begins at a token: "half of", "two-thirds", "a quarter of"."""
    below = _part(parse.lower[token])
    if below == 2:
        return _half(parse, token)
    if below:
        return _article_part(parse, token, below)
    above, kind = lexicon().get(parse.lower[token], (0.0, ""))
    following = token + 1 + (_near(parse, token, 1) in ("-", "–"))
    if kind not in ("digit", "teen") or above == 0 or following >= len(parse):
        return None
    word = parse.lower[following]
    below = _part(word)
    if not below or (above > 1) != word.endswith("s") or (above >= below and below != 2):
        return None
    quarter_year = above == 1 and below == 4 and _near(parse, following, 1) not in ("of", "the")
    return (
        None if quarter_year else Ratio(parse.start[token], parse.end[following], above / below, "fraction")
    )


def _part(word: str) -> float | None:
    """The denominator that a word stands for."""
    value, kind = lexicon().get(word, lexicon().get(word[:-1], (0.0, "")))
    return value if kind == "part" else None


def _near(parse: Parse, token: int, step: int) -> str:
    i = token + step
    return parse.lower[i] if 0 <= i < len(parse) else ""


def _half(parse: Parse, token: int) -> Ratio | None:
    """ "half" of something, or behind a word of measure; not "first half", "half-year", "half an hour"."""
    after, before = _near(parse, token, 1), _near(parse, token, -1)
    small = _of_percent(parse, token, 0.5)
    if small and parse.lower[token] == "half":
        return small
    if parse.lower[token] != "half" or after in ("-", "–") or before in cues("never_half"):
        return None
    hour = token + (after in ("a", "an"))
    if is_time(parse.text, parse.end[hour]):
        return None
    opener = _near(parse, token, -2)
    article = before == "a" and opener in cues("before_half")
    measured = article or before in cues("before_half") or (before == "in" and opener in cues("in_half"))
    if not measured and after not in cues("behind_half"):
        return None
    return Ratio(parse.start[token - (before == "a")], parse.end[token], 0.5, "fraction")


def _of_percent(parse: Parse, token: int, value: float) -> Ratio | None:
    """ "Half a percent", "a quarter of a percentage point", "a half-point cut"."""
    found = _OF_PERCENT.match(parse.text, parse.end[token])
    if not found:
        return None
    unit = "percentage_point" if "point" in found[1] else "percent"
    return Ratio(parse.start[token], found.end(), value, unit, "part", "percent")


def _article_part(parse: Parse, token: int, below: float) -> Ratio | None:
    """ "a third of", "by a quarter": the article makes a part of what else is an ordinal or a time."""
    if _near(parse, token, -1) not in ("a", "an") or parse.lower[token].endswith("s"):
        return None
    small = _of_percent(parse, token, 1 / below)
    if small:
        return small
    after = token + 1
    nominal = after < len(parse) and parse.pos[after] in ("NOUN", "ADJ", "PROPN")
    bound = _near(parse, token, -2) == "as" and _near(parse, token, -3) in ("much", "little", "many")
    measured = (bound or _near(parse, token, -2) in cues("before_part")) and not nominal
    if _near(parse, token, 1) != "of" and not measured and not _several(parse, token):
        return None
    return Ratio(parse.start[token - 1], parse.end[token], 1 / below, "fraction")


def _several(parse: Parse, token: int) -> bool:
    """ "A third were new", where "a third was new" is one more."""
    verb = parse.lower[token + 1] if token + 1 < len(parse) else ""
    return parse.dep[token] in ("nsubj", "nsubjpass") and verb in cues("plural_verb")


def read_share(text: str, number: Number) -> Ratio | None:
    """ "one in 10", "nine out of ten": a number of a larger one, which is no year and has no unit."""
    found = _SHARE.match(text, number.end)
    if not found or not _whole(number):
        return None
    second = read_number(text, found.end())
    if second is None or not _whole(second) or not number.value < second.value <= _MOST:
        return None
    at = second.end
    if is_time(text, at) or read_unit(text, at) or text[at : at + 1].isalnum() or 1000 < second.value < 2100:
        return None
    round_number = second.words or second.value <= _FEW or second.value % 5 == 0
    if found[2]:
        return Ratio(number.start, at, number.value / second.value, "fraction", "share")
    if found[1] == "of" and second.value not in (10, 100):
        return None
    single = number.value == 1 and number.words and _SOMETHING.match(text, at)
    if found[1] == "in" and not single and (number.value > _FEW or not round_number):
        return None
    return Ratio(number.start, at, number.value / second.value, "fraction", "share")


def _whole(number: Number) -> bool:
    return not number.vague and number.value >= 1 and number.value == int(number.value)


def read_fold(parse: Parse, token: int) -> Ratio | None:
    """ "threefold", "twice as many". A verb ("doubled") writes no number."""
    word = parse.lower[token]
    value, kind = lexicon().get(word, (0.0, ""))
    if kind == "fold":
        return Ratio(parse.start[token], parse.end[token], value, "fold")
    if word == "twice" and _near(parse, token, 1) in cues("multiple_of") and not _while(parse, token):
        return Ratio(parse.start[token], parse.end[token], 2.0, "fold")
    return None


def _while(parse: Parse, token: int) -> bool:
    """ "Failed twice as the crowd booed": "as" opens a clause, and compares nothing."""
    then = token + 2
    compares = then < len(parse) and (
        parse.pos[then] in ("ADJ", "ADV") or parse.tag[then][:2] in ("JJ", "RB")
    )
    return _near(parse, token, 1) == "as" and not compares and parse.tag[token] != ""


def times_fold(parse: Parse, number: Number) -> Ratio | None:
    """ "10-fold" and "four times as many": a multiple, where "won four times" is a count."""
    found = _FOLD.match(parse.text, number.end) or _titles(parse, number)
    if not found:
        found = _TIMES.match(parse.text, number.end)
        token = parse.token_at(found.end()) + 1 if found else len(parse)
        if token >= len(parse) or parse.text[number.start : number.start + 1] == "1" and number.value == 1:
            return None
        if number.value == int(number.value) and not _multiplied(parse, token):
            return None
    return Ratio(number.start, found.end(), number.value, "fold") if found else None


def _titles(parse: Parse, number: Number) -> re.Match[str] | None:
    """ "A four-times champion", "the three-time winner": how often somebody is one."""
    found = _OFTEN.match(parse.text, number.end)
    token = parse.token_at(found.end()) + 1 if found else len(parse)
    if number.value < 2 or token >= len(parse) or parse.orth[token] in "-–":
        return None
    return found if parse.pos[token] in ("NOUN", "PROPN", "ADJ") else None


def _multiplied(parse: Parse, token: int) -> bool:
    """Whether what stands behind "times" is multiplied: "as many", "the rate", "earnings"."""
    known = parse.lower[token] in cues("multiple_of") or parse.tag[token] in ("JJR", "RBR")
    return known or parse.tag[token] == "NNS" and parse.pos[token] == "NOUN"
