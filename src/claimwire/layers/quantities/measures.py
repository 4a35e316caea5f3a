"""An amount: a number with its unit on either side, and what it is per."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimwire.layers.parse import Parse
from claimwire.layers.quantities import ratios
from claimwire.layers.quantities.currency import word_is_money
from claimwire.layers.quantities.letters import settle_letter
from claimwire.layers.quantities.minor import with_minor
from claimwire.layers.quantities.numbers import Number, scale_behind
from claimwire.layers.quantities.pounds import settle_pounds
from claimwire.layers.quantities.rates import Rate, rate_behind, read_rate
from claimwire.layers.quantities.units import Unit, is_time, read_unit
from claimwire.lexicon import words

_COUNTRY = re.compile(r" (US|U\.S\.?|USD|Canadian|CAD|Australian|AUD|NZD)(?!\w)")
_NATIONS = {"U": "USD", "C": "CAD", "A": "AUD", "N": "NZD"}
_BELOW = re.compile(r"(?:[ -]degrees?(?: (?:Celsius|Fahrenheit|C|F))?)? below zero\b", re.I)
_STREET = re.compile(rf"\.? (?:\w+ ){{0,2}}(?i:{'|'.join(map(re.escape, sorted(words('street_words'))))})\b")
_MODEL = re.compile(r"\b\d+[A-BD-EG-Z]\b")
_GROUP = re.compile(r" [a-z]+ (?:group|series|team|phones?|models?)\b| (?:group|series|model|phone)\b")
_CURRENT = re.compile(
    r"\b(?:amps?|amperes?|volts?|chargers?|charging|batter(?:y|ies)|fuses?|sockets?|circuits?)\b"
)
_NEAR = 16  # characters on either side in which other models stand ("5S and 5C")
_LONG_ID = 10  # digits in a row without a comma: an identifier or a telephone number


@dataclass(slots=True)
class Amount:
    """An amount found: `start`..`end` with its unit, `first`..`last` the number alone (characters).

    unit: name, `$` for a dollar that the article decides. rate: what it is per, or None. sign: the
    currency stands before the number.
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
    rate: Rate | None = None


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
    if number.magnitude > 1 and not number.words and scale_behind(text, number.end):
        return None, number.end  # "$4bn trillion": one of the two is wrong
    if code is None and number.letter:
        number = settle_letter(parse, number)
    if code is None and is_time(text, number.end):
        return None, number.end
    unit = _after_sign(text, number.end, code) if code else _unit(text, number)
    if (
        code
        and code.isalpha()
        and text[number.end : number.end + 1].isalnum()
        and unit == Unit(number.end, code, "money")
    ):
        return None, number.end  # "P2P"
    if unit:
        return _with_unit(parse, number, start, unit, factor, code is not None)
    return _without_unit(parse, number, start, factor)


def _without_unit(parse: Parse, number: Number, start: int, factor: float) -> tuple[Amount | None, int]:
    """The amount of a number with no unit behind it: a count, a multiple, a fraction, degrees below zero."""
    text = parse.text
    if _clings(text, number):
        return None, number.end
    if number.part:
        return of_ratio(ratios.Ratio(number.start, number.end, number.value, "fraction")), number.end
    fold = ratios.times_fold(parse, number)
    if fold:
        return of_ratio(fold), fold.end
    below = _BELOW.match(text, number.end)
    if below:
        return _below_zero(number, start, below.end(), "degree", factor), below.end()
    amount = Amount(start, number.end, number.start, number.end, number, factor * number.value)
    amount.rate = read_rate(text, number.end)
    return amount, amount.rate.end if amount.rate and amount.rate.many else number.end


def _below_zero(number: Number, start: int, end: int, unit: str, factor: float) -> Amount:
    value = -abs(factor * number.value)
    return Amount(start, end, number.start, number.end, number, value, unit, "measure", rule="below zero")


def _with_unit(
    parse: Parse, number: Number, start: int, unit: Unit, factor: float, sign: bool
) -> tuple[Amount, int]:
    frost = _BELOW.match(parse.text, unit.end) if unit.name.startswith("degree") else None
    if frost:
        return _below_zero(number, start, frost.end(), unit.name, factor), frost.end()
    value = factor * number.value * unit.factor
    end, more = with_minor(parse.text, number, unit) if unit.kind == "money" else (unit.end, 0.0)
    unit, value = replace(unit, end=end), float(f"{value + more:.12g}")
    near = read_rate(parse.text, unit.end)
    head = _noun_behind(parse, unit.end, near.end) if near else None
    compound = near is not None and head is None and _is_rate(parse.text, unit, near)
    over = near.end if near and head is None else unit.end
    name, end = (f"{unit.name} per {near.per}", over) if near and compound else (unit.name, unit.end)
    rate = None if compound else near or rate_behind(parse.text, unit.end)
    return Amount(
        start, end, number.start, number.end, number, value, name, unit.kind, sign, unit.kind, head, rate
    ), over  # fmt: skip


def _is_rate(text: str, unit: Unit, rate: Rate) -> bool:
    """Whether what a unit is per makes one unit of both: a speed, "per" and "/" behind a physical unit.

    The unit of money is its ISO code alone and that of a share is percent, by the guidelines: "$12 an hour"
    is 12 USD per hour, "48 tonnes a year" 48 tonnes per year.
    """
    if unit.kind != "measure" or rate.many or unit.name in ("point", "percentage_point", "basis point"):
        return False
    article = text[unit.end : unit.end + 2] == " a"
    return not article or rate.per in ("hour", "second", "minute")


def _unit(text: str, number: Number) -> Unit | None:
    """The unit behind a number, of a vague one also behind "of" ("millions of dollars")."""
    found = _behind(text, number)
    if found is None or not _means_unit(text, number, found):
        return None
    return settle_pounds(text, number, found)


def _means_unit(text: str, number: Number, unit: Unit) -> bool:
    """Whether a word or letter of several senses is a unit: no "won" outside Korea, no "5C" beside "5S"."""
    form = text[number.end : unit.end].strip(" -\xa0\n")
    if unit.kind == "money" and number.magnitude == 1 and form.islower():
        return word_is_money(text, form.removesuffix("s"))
    if len(form) > 1 or not form.isupper():
        return True
    if text[number.end] == " ":
        return not _STREET.match(text, unit.end)
    around = text[max(0, number.start - _NEAR) : number.start] + "|" + text[unit.end : unit.end + _NEAR]
    model = _MODEL.search(around) or _GROUP.match(text, unit.end)
    return not model and (form != "A" or bool(_CURRENT.search(text)))


def _behind(text: str, number: Number) -> Unit | None:
    if number.vague and text[number.end : number.end + 4] == " of ":
        found = read_unit(text, number.end + 3)
        return found if found and found.kind != "percent" else None
    return read_unit(text, number.end)


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
