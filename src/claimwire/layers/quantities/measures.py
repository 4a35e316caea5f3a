"""An amount: a number with its unit on either side, and what it is per."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimwire.layers.parse import Parse
from claimwire.layers.quantities import ratios
from claimwire.layers.quantities.numbers import Number
from claimwire.layers.quantities.units import Unit, is_time, read_per, read_unit

_COUNTRY = re.compile(r" (US|U\.S\.?|USD|Canadian|CAD|Australian|AUD|NZD)(?!\w)")
_NATIONS = {"U": "USD", "C": "CAD", "A": "AUD", "N": "NZD"}
_POUND_CUES = re.compile(
    r"£|\b(?:UK|U\.K\.|Britain|British|England|London|sterling|Egyptian|Cairo|Lebanese|Beirut|Sudanese)\b"
)
_CUE_WINDOW = 20000  # characters of an article in which the countries of the pound are looked for
_WEIGHED = re.compile(r" of [a-z]| ?[(\[][\d.,]+[ -]?(?:kg|kilo|tonne|lb)")
_WEIGHS = re.compile(r"\bweigh\w*\b[^.;]{0,24}$")
_WEIGHS_WINDOW = 34  # characters before a number in which "weighs" makes its pounds a weight
_LONG_ID = 10  # digits in a row without a comma: an identifier or a telephone number
_AHEAD = 5  # tokens in which a plural noun makes "m" a million


@dataclass(slots=True)
class Amount:
    """An amount found: `start`..`end` with its unit, `first`..`last` the number alone (characters).

    unit: name, `$` for a dollar that the article decides. sign: the currency stands before the number.
    head: token of the noun that the amount modifies where only the text shows it ("138p a share [offer]").
    """

    start: int
    end: int
    first: int
    last: int
    number: Number
    value: float
    unit: str | None = None
    kind: str = "count"
    sign: bool = False
    rule: str = "number"
    head: int | None = None


def of_ratio(ratio: ratios.Ratio) -> Amount:
    """The amount of a fraction or a multiple."""
    number = Number(ratio.start, ratio.end, ratio.value, ratio.value, words=True)
    rule = ratio.rule or ratio.unit
    return Amount(
        ratio.start, ratio.end, ratio.start, ratio.end, number, ratio.value, ratio.unit, ratio.kind, rule=rule
    )  # fmt: skip


def measured(
    parse: Parse, number: Number, start: int, code: str | None, factor: float
) -> tuple[Amount | None, int]:
    """The amount of a number that begins (with its sign) at `start`, None for a time or a code; and its end.

    code: the currency that stands before it. factor: -1 behind a minus.
    """
    text = parse.text
    share = ratios.read_share(text, number) if code is None else None
    if share:
        return of_ratio(share), share.end
    if code is None and number.letter:
        number = _settle_letter(parse, number)
    if code is None and is_time(text, number.end):
        return None, number.end
    unit = _after_sign(text, number.end, code) if code else _unit(text, number)
    if unit:
        return _with_unit(parse, number, start, unit, factor, code is not None)
    if _clings(text, number):
        return None, number.end
    fold = ratios.times_fold(parse, number)
    if fold:
        return of_ratio(fold), fold.end
    return Amount(start, number.end, number.start, number.end, number, factor * number.value), number.end


def _with_unit(
    parse: Parse, number: Number, start: int, unit: Unit, factor: float, sign: bool
) -> tuple[Amount, int]:
    per = read_per(parse.text, unit.end)
    head = _noun_behind(parse, unit.end, per[0]) if per else None
    over = per[0] if per and head is None else unit.end
    rate = per is not None and head is None and _is_rate(parse.text, unit, per[1])
    name, end = (f"{unit.name} per {per[1]}", over) if per and rate else (unit.name, unit.end)
    value = float(f"{factor * number.value * unit.factor:.12g}")
    return Amount(
        start, end, number.start, number.end, number, value, name, unit.kind, sign, unit.kind, head
    ), over  # fmt: skip


def _is_rate(text: str, unit: Unit, below: str) -> bool:
    """Whether what a unit is per makes one unit of both: a speed, "per" and "/" behind a physical unit.

    The unit of money is its ISO code alone and that of a share is percent, by the guidelines: "$12 an hour"
    is 12 USD, "48 tonnes a year" 48 tonnes.
    """
    if unit.kind != "measure" or unit.name in ("point", "percentage_point", "basis point"):
        return False
    article = text[unit.end : unit.end + 2] == " a"
    return not article or below in ("hour", "second", "minute")


def _unit(text: str, number: Number) -> Unit | None:
    """The unit behind a number, of a vague one also behind "of" ("millions of dollars")."""
    if number.vague and text[number.end : number.end + 4] == " of ":
        found = read_unit(text, number.end + 3)
        found = found if found and found.kind != "percent" else None
    else:
        found = read_unit(text, number.end)
    return _pounds(text, number, found) if found else None


def _after_sign(text: str, end: int, code: str) -> Unit:
    """The currency of a number with its sign before it, and perhaps a country or a name behind ("$31 US")."""
    nation = _COUNTRY.match(text, end) if code == "$" else None
    if nation:
        return Unit(nation.end(), _NATIONS[nation[1][0]], "money")
    doubled = read_unit(text, end)
    if doubled and doubled.kind == "money" and doubled.factor == 1:
        return Unit(doubled.end, code if doubled.name == "$" else doubled.name, "money")
    return Unit(end, code, "money")


def _noun_behind(parse: Parse, unit_end: int, per_end: int) -> int | None:
    """The noun behind "a share" that makes it open a noun phrase and no rate ("the 138p a share offer")."""
    if parse.text[unit_end : unit_end + 3] not in (" a ", " an"):
        return None
    token = parse.token_at(per_end) + 1
    follows = (
        token < len(parse)
        and parse.start[token] == per_end + 1
        and parse.pos[token] == "NOUN"
        and parse.orth[token].isalnum()
    )
    return token if follows else None


def _clings(text: str, number: Number) -> bool:
    """Whether letters or a clock's colon hang on the number: ordinals, codes, times."""
    rest = text[number.end : number.end + 2]
    if number.words:
        return rest[:1].isalnum()
    if (
        number.magnitude == 1
        and number.end - number.start >= _LONG_ID
        and text[number.start : number.end].isdecimal()
    ):
        return True
    return rest[:1].isalpha() or (rest[:1] != "" and rest[:1] in ":/.'’" and rest[1:].isdecimal())


def _settle_letter(parse: Parse, number: Number) -> Number:
    """ "m", "b", "t" behind bare digits: a magnitude when a unit or plural nouns follow, else a unit."""
    letter = parse.text[number.end - 1]
    following = read_unit(parse.text, number.end)
    plural = letter in "bm" and _plural_follows(parse, number.end)
    if letter in "kKM" or (following and letter != "t") or plural:
        return number
    return Number(number.start, number.end - 1, number.raw, number.raw)


def _plural_follows(parse: Parse, at: int) -> bool:
    token = parse.token_at(at) + 1
    for i in range(token, min(token + _AHEAD, len(parse))):
        if parse.tag[i] in ("NNS", "NNPS") or parse.lower[i] == "people":
            return True
        if parse.pos[i] not in ("ADJ", "NOUN", "PROPN", "VERB", "CCONJ", "ADV"):
            return False
    return False


@lru_cache(maxsize=8)
def _british(text: str) -> bool:
    return bool(_POUND_CUES.search(text, 0, _CUE_WINDOW))


def _pounds(text: str, number: Number, unit: Unit) -> Unit:
    """Pounds are money in the millions and where Britain is spoken of, else a weight.

    What a few are "of", what weighs them, or their kilograms in brackets make them a weight anywhere.
    """
    if unit.name not in ("pound", "pound-mass"):
        return unit
    word = text[number.end : unit.end].strip(" -\xa0").lower().startswith("pound")
    weighs = _WEIGHS.search(text[max(0, number.start - _WEIGHS_WINDOW) : number.start])
    weight = number.magnitude <= 1000 and (weighs or _WEIGHED.match(text, unit.end))
    money = word and not weight and (number.magnitude > 1000 or _british(text))
    return Unit(unit.end, "$pound", "money") if money else Unit(unit.end, "pound", "measure")
