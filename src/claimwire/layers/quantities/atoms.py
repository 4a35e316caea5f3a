"""Where a text may hold an amount, and with what sign: digits and number words one by one."""

from __future__ import annotations

import re
from dataclasses import replace

from claimwire.layers.parse import Parse
from claimwire.layers.quantities import currency, ratios
from claimwire.layers.quantities.cues import cues
from claimwire.layers.quantities.measures import Amount, measured, of_ratio
from claimwire.layers.quantities.numbers import lexicon, read_number, read_words, scaled
from claimwire.layers.quantities.parts import part_of_unit

_DIGIT = re.compile(r"(?<![\d½⅓⅔¼¾⅛⅜⅝⅞⅕])[\d½⅓⅔¼¾⅛⅜⅝⅞⅕]")
_RUN = re.compile(r"[\w½⅓⅔¼¾]+(?:[.,:/'’-]?\d[\w]*)*")
_HYPHEN_WORD = re.compile(r"([A-Za-z]+)[-–−]$")
_WORD_WINDOW = 16  # characters of a word hyphenated to a number
_DASHES = "-–−‐‑"
_NO_POINT = (["the"], ["this"], ["that"], ["a"], ["one"], ["at"])  # before "point" where it is no decimal
_TIED = "#_@&^'’"  # signs that tie a number to a name, an address or a tag


def amounts(parse: Parse) -> list[Amount]:
    """All amounts of a text in order; times are left out, names and scores not yet."""
    out: list[Amount] = []
    done = 0
    for at, token in _candidates(parse):
        if at < done:
            continue
        amount, end = _at_digit(parse, at) if token is None else _at_word(parse, token)
        done = max(done, end)
        if amount:
            out.append(amount)
    return out


def _candidates(parse: Parse) -> list[tuple[int, int | None]]:
    """Characters at which a number may begin: digits (no token), and number words with their token."""
    digits: list[tuple[int, int | None]] = [(m.start(), None) for m in _DIGIT.finditer(parse.text)]
    known = lexicon().keys() | ratios.starts()
    words: list[tuple[int, int | None]] = [
        (parse.start[i], i) for i, low in enumerate(parse.lower) if low in known
    ]
    return sorted(digits + words, key=lambda c: c[0]) if words else digits


def _at_digit(parse: Parse, at: int) -> tuple[Amount | None, int]:
    """The amount whose digits begin at a character, and the character up to which the text is dealt with."""
    text = parse.text
    run = _RUN.match(text, at)
    over = run.end() if run else at + 1
    if text[at - 1 : at] == "(":
        loss = _loss(parse, at)
        if loss:
            return loss
    sign = currency.read_prefix(text, at)
    start, factor = (sign.start if sign else at), 1.0
    before = text[start - 1 : start]
    if before == "." and not sign and not text[start - 2 : start - 1].isalnum():
        return _decimal(parse, at)
    if before and before in _DASHES:
        start, factor, sign = _minus(text, start, sign)
        if factor == 0:
            return None, over
    elif before == "+" and not text[start - 2 : start - 1].isalnum():
        start -= 1
    elif _tied(text, start, sign is not None):
        return None, over
    number = read_number(text, at, loose=sign is not None)
    if number is None:
        return None, over
    factor *= sign.factor if sign else 1
    amount, end = measured(parse, number, start, sign.code if sign else None, factor)
    return amount, end if amount else max(over, end)


def _loss(parse: Parse, at: int) -> tuple[Amount | None, int] | None:
    """ "$(3.2) million": an amount below zero, as accounts write it."""
    sign = currency.read_prefix(parse.text, at - 1)
    number = read_number(parse.text, at) if sign else None
    if sign is None or number is None or parse.text[number.end : number.end + 1] != ")":
        return None
    closed = scaled(parse.text, replace(number, end=number.end + 1))
    return measured(parse, closed, sign.start, sign.code, -sign.factor)


def _tied(text: str, start: int, sign: bool) -> bool:
    """Whether the characters before a number make it part of a name, a time, a version or an address."""
    before, second = text[start - 1 : start], text[start - 2 : start - 1]
    if not before:
        return False
    chained = before in ":./,\\" and second.isdecimal()
    return before.isalnum() or before in _TIED or chained or (before == "/" and not sign)


def _decimal(parse: Parse, at: int) -> tuple[Amount | None, int]:
    """ ".5 percent": a fraction without its zero."""
    number = read_number(parse.text, at)
    digits = re.match(r"\d+", parse.text[at : at + 40])
    if number is None or digits is None or number.raw != int(number.raw):
        return None, at + 1
    raw = number.raw / 10 ** len(digits.group())
    small = replace(number, start=at - 1, raw=raw, value=raw * number.magnitude)
    return measured(parse, small, at - 1, None, 1.0)


def _minus(text: str, start: int, sign: currency.Sign | None) -> tuple[int, float, currency.Sign | None]:
    """What a dash before a number is, as a factor: a minus (-1), a joint (1), part of a name (0)."""
    word = _HYPHEN_WORD.search(text[max(0, start - _WORD_WINDOW) : start])
    if word:
        low = word[1].lower()
        if low == "minus":
            return start - len(word.group()), -1.0, sign
        return start, float(low in cues("hyphenated") or sign is not None), sign
    inner = currency.read_prefix(text, start - 1) if sign is None else None
    if inner:
        return inner.start, -1.0, inner
    before = text[start - 2 : start - 1]
    alone = not before or before in ' (\n\xa0["“~'
    return (start - 1, -1.0, sign) if alone else (start, 1.0, sign)


def _at_word(parse: Parse, token: int) -> tuple[Amount | None, int]:
    """The amount whose words begin at a token, its article included."""
    text, start, over = parse.text, parse.start[token], parse.end[token]
    if parse.lower[token] == "point" and parse.lower[token - 1 : token] in _NO_POINT:
        return None, over
    if start and text[start - 1] in _DASHES and text[start - 2 : start - 1].isalpha():
        return None, over
    article = token > 0 and parse.lower[token - 1] in ("a", "an") and start - parse.end[token - 1] == 1
    number = read_words(text, parse.start[token - 1]) if article else None
    number = number or read_words(text, start)
    ratio = ratios.read_fraction(parse, token)
    part = part_of_unit(parse, token, ratio) if number is None or not number.magnitude > 1 else None
    if part:
        return part
    if ratio and (number is None or ratio.end > number.end):
        return of_ratio(ratio), ratio.end
    if number is None:
        fold = ratios.read_fold(parse, token)
        return (of_ratio(fold), fold.end) if fold else (None, over)
    amount, end = measured(parse, number, number.start, None, 1.0)
    return amount, max(over, end)
