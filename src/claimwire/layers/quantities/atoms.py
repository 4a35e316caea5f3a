"""Amounts one by one: a number with its sign, its unit on either side, and what it is per."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimwire.layers.parse import Parse
from claimwire.layers.quantities import currency, ratios
from claimwire.layers.quantities.numbers import Number, lexicon, read_number, read_words
from claimwire.layers.quantities.units import Unit, is_time, read_per, read_unit

_DIGIT = re.compile(r"(?<![\d½⅓⅔¼¾⅛⅜⅝⅞⅕])[\d½⅓⅔¼¾⅛⅜⅝⅞⅕]")
_RUN = re.compile(r"[\w½⅓⅔¼¾]+(?:[.,:/'’-]?\d[\w]*)*")
_HYPHEN_WORD = re.compile(r"([A-Za-z]+)[-–−]$")
_COUNTRY = re.compile(r" (US|U\.S\.?|USD|Canadian|CAD|Australian|AUD|NZD)(?![\w])")
_NATIONS = {"U": "USD", "C": "CAD", "A": "AUD", "N": "NZD"}
_DASHES = "-–−‐‑"


@dataclass(slots=True)
class Amount:
    """An amount found: `start`..`end` with its unit, `first`..`last` the number alone (characters)."""

    start: int
    end: int
    first: int
    last: int
    number: Number
    value: float
    unit: str | None = None
    kind: str = "count"
    per: str | None = None
    sign: bool = False
    rule: str = "number"


def amounts(parse: Parse) -> list[Amount]:
    """All amounts of a text in order, names, dates and scores not yet sorted out; times left out."""
    out: list[Amount] = []
    done = 0
    for at, token in _candidates(parse):
        if at < done:
            continue
        amount, end = _at_word(parse, token) if token is not None else _at_digit(parse, at)
        done = max(done, end)
        if amount:
            out.append(amount)
    return out


def _candidates(parse: Parse) -> list[tuple[int, int | None]]:
    starts = [(m.start(), None) for m in _DIGIT.finditer(parse.text)]
    known = lexicon()
    word_starts = [
        (parse.start[i], i) for i, low in enumerate(parse.lower) if low in known or low in ratios.starts()
    ]
    return sorted([*starts, *word_starts], key=lambda c: c[0]) if word_starts else starts  # type: ignore[list-item]


def _at_digit(parse: Parse, at: int) -> tuple[Amount | None, int]:
    """The amount whose digits begin at a character, and the character up to which the text is dealt with."""
    text = parse.text
    run = _RUN.match(text, at)
    over = run.end() if run else at + 1
    sign = currency.read_prefix(text, at)
    start, factor = (sign[0] if sign else at), 1.0
    before = text[start - 1 : start]
    if before == "." and not text[start - 2 : start - 1].isalnum() and not sign:
        return _decimal(parse, at)
    if before and before in _DASHES:
        begin, factor, sign = _minus(text, start, sign)
        if factor == 0:
            return None, over
        start = begin
    elif before == "+" and not text[start - 2 : start - 1].isalnum():
        start -= 1
    elif (
        before
        and (
            before.isalnum()
            or before in "#_@&'’"
            or (before in ":./,\\" and text[start - 2 : start - 1].isdigit())
        )
        or before == "/"
        and not sign
    ):
        return None, over
    number = read_number(text, at, loose=sign is not None)
    if number is None:
        return None, over
    return _amount(parse, number, start, sign[1] if sign else None, factor, over)


def _decimal(parse: Parse, at: int) -> tuple[Amount | None, int]:
    """ ".5 percent": a fraction without its zero."""
    number = read_number(parse.text, at)
    if number is None or number.raw != int(number.raw):
        return None, at + 1
    size = len(re.match(r"\d+", parse.text[at : at + 40]).group())  # type: ignore[union-attr]
    value = number.raw / 10**size
    small = replace(number, start=at - 1, raw=value, value=value * number.magnitude)
    return _amount(parse, small, at - 1, None, 1.0, number.end)


def _minus(text: str, start: int, sign: tuple[int, str] | None) -> tuple[int, float, tuple[int, str] | None]:
    """What a dash before a number is: a minus (factor -1), a joint (1: keep), or part of a name (0)."""
    word = _HYPHEN_WORD.search(text[max(0, start - 16) : start])
    if word:
        low = word[1].lower()
        if low == "minus":
            return start - len(word.group()), -1.0, sign
        return (
            start,
            float(
                low in ("sub", "plus", "near", "to", "nearly", "about", "over", "under") or sign is not None
            ),
            sign,
        )
    inner = currency.read_prefix(text, start - 1) if sign is None else None
    if inner:
        return inner[0], -1.0, inner
    before = text[start - 2 : start - 1]
    if not before or before in ' (\n\xa0["“~':
        attached = text[start - 1 : start] != " "
        return start - 1, -1.0 if attached else 1.0, sign
    return start, 1.0, sign


def _at_word(parse: Parse, token: int) -> tuple[Amount | None, int]:
    """The amount whose words begin at a token, its article included."""
    text, start = parse.text, parse.start[token]
    article = token > 0 and parse.lower[token - 1] in ("a", "an") and start - parse.end[token - 1] == 1
    over = parse.end[token]
    factor = 1.0
    if token and parse.lower[token - 1] == "minus":
        factor = -1.0
    if start and text[start - 1] in _DASHES and text[start - 2 : start - 1].isalpha():
        return None, over
    number = read_words(text, parse.start[token - 1]) if article else None
    number = number or read_words(text, start)
    if number is None:
        ratio = ratios.read_fraction(parse, token) or ratios.read_fold(parse, token)
        if ratio is None:
            return None, over
        return _ratio(ratio), ratio.end
    ratio = ratios.read_fraction(parse, token)
    if ratio and ratio.end > number.end:
        return _ratio(ratio), ratio.end
    return _amount(parse, number, number.start, None, factor, number.end)


def _ratio(ratio: ratios.Ratio) -> Amount:
    number = Number(ratio.start, ratio.end, ratio.value, ratio.value, words=True)
    return Amount(
        ratio.start,
        ratio.end,
        ratio.start,
        ratio.end,
        number,
        ratio.value,
        ratio.unit,
        "ratio",
        rule=ratio.unit,
    )


def _amount(
    parse: Parse, number: Number, start: int, code: str | None, factor: float, over: int
) -> tuple[Amount | None, int]:
    text = parse.text
    share = ratios.read_share(text, number)
    if share and code is None:
        return _ratio(share), share.end
    if code is None and number.letter:
        number = _settle_letter(parse, number)
    end = number.end
    if code:
        nation = _COUNTRY.match(text, end)
        unit = Unit(
            nation.end() if nation else end,
            _NATIONS[nation[1][0]] if nation and code == "$" else code,
            "money",
        )
        doubled = read_unit(text, end)
        if doubled and doubled.kind == "money" and doubled.factor == 1 and not nation:
            unit = Unit(doubled.end, code if doubled.name == "$" else doubled.name, "money")
    else:
        found = None if is_time(text, end) else read_unit(text, end)
        if found is None and (is_time(text, end) or _clings(text, number)):
            return None, max(over, end)
        if found is None:
            fold = ratios.times_fold(parse, number)
            if fold:
                return _ratio(fold), fold.end
            amount = Amount(start, end, number.start, end, number, factor * number.value)
            return amount, end
        unit = _pounds(text, number, found)
    per = read_per(text, unit.end) if not _noun_follows(parse, unit) else None
    name = f"{unit.name} per {per[1]}" if per else unit.name
    stop = per[0] if per else unit.end
    value = float(f"{factor * number.value * unit.factor:.12g}")
    return Amount(
        start,
        stop,
        number.start,
        end,
        number,
        value,
        name,
        unit.kind,
        per[1] if per else None,
        code is not None,
        unit.kind,
    ), stop


def _noun_follows(parse: Parse, unit: Unit) -> bool:
    """Whether "a share" behind a price only opens a noun phrase ("the 138p a share offer")."""
    per = read_per(parse.text, unit.end)
    if not per or parse.text[unit.end : unit.end + 3] not in (" a ", " an"):
        return False
    after = parse.token_at(per[0]) + (parse.text[per[0] : per[0] + 1] == " ")
    return (
        after < len(parse)
        and parse.start[after] <= per[0] + 1
        and parse.pos[after] == "NOUN"
        and parse.start[after] > per[0] - 1
    )


def _clings(text: str, number: Number) -> bool:
    """Whether letters or a clock's colon hang on the digits: ordinals, codes, times."""
    rest = text[number.end : number.end + 2]
    if number.words:
        return rest[:1].isalnum()
    return (
        rest[:1].isalpha()
        or (rest[:1] in ":/" and rest[1:].isdigit())
        or (rest[:1] == "." and rest[1:].isdigit())
    )


def _settle_letter(parse: Parse, number: Number) -> Number:
    """ "m", "b" and "t" behind bare digits: a magnitude when a currency, a unit or plural nouns follow, else a unit."""
    letter = parse.text[number.end - 1]
    following = read_unit(parse.text, number.end)
    if (
        letter in "kKM"
        or (following and letter != "t")
        or (letter in "bm" and _plural_follows(parse, number.end))
    ):
        return number
    raw = number.raw
    return Number(number.start, number.end - 1, raw, raw)


def _plural_follows(parse: Parse, at: int) -> bool:
    token = parse.token_at(at) + 1
    for i in range(token, min(token + 5, len(parse))):
        if parse.tag[i] in ("NNS", "NNPS") or parse.lower[i] == "people":
            return True
        if parse.pos[i] not in ("ADJ", "NOUN", "PROPN", "VERB", "CCONJ", "ADV"):
            return False
    return False


_POUND_CUES = re.compile(r"£|\b(?:UK|U\.K\.|Britain|British|England|London|sterling)\b")


def _pounds(text: str, number: Number, unit: Unit) -> Unit:
    """Pounds are money in the millions and where Britain is spoken of, else a weight."""
    if unit.name not in ("pound", "pound-mass"):
        return unit
    word = text[number.end : unit.end].strip(" -\xa0").lower()
    money = word.startswith("pound") and (number.magnitude > 1000 or bool(_POUND_CUES.search(text[:20000])))
    return Unit(unit.end, "GBP", "money") if money else Unit(unit.end, "pound", "measure")


def iter_tokens(parse: Parse, start: int, end: int) -> Iterator[int]:
    """Tokens that overlap a stretch of characters."""
    first = max(parse.token_at(start), 0)
    for i in range(first, len(parse)):
        if parse.start[i] >= end:
            return
        yield i
