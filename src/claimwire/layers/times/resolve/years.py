"""Year numbers inside an expression: "1998", "nineteen ninety-six", "FY05", "last year's"."""

from __future__ import annotations

from claimwire.layers.times.numbers import amount
from claimwire.layers.times.resolve.reading import Context, TimeMention


def year_in(mention: TimeMention) -> int | None:
    """The year number that the words name, or None."""
    for word, behind in zip(mention.words, [*mention.words[1:], ""], strict=False):
        if (behind, "zone") in mention.alphabet.values or behind in ("local", "hours"):
            continue  # "12 December at 1200 GMT"
        if len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2100:
            return int(word)
        if len(word) == 3 and word[0] in "'’‘" and word[1:].isdecimal():
            return two_digit_year(int(word[1:]))
        if word.startswith("fy") and word[-2:].isdecimal():
            digits = word.lstrip("fy'’")
            return int(digits) if len(digits) == 4 else two_digit_year(int(digits))
    return _spelled(mention)


def two_digit_year(number: int) -> int:
    """98 is 1998, 05 is 2005: years from 1950 to 2049."""
    return number + (1900 if number >= 50 else 2000)


def _spelled(mention: TimeMention) -> int | None:
    values = mention.alphabet.values
    words = [w for w in mention.words if w not in ("-", "and")]
    for i, word in enumerate(words):
        century = values.get((word, "centuryword"))
        if century:
            rest = amount(words[i + 1 :], mention.alphabet)
            if rest == 100:
                return int(century) * 100
            return int(century) * 100 + int(rest) if rest and 10 <= rest < 100 else None
    if "thousand" in words and "year" in words:
        return int(amount(words, mention.alphabet) or 0) or None
    return None


def related_year(mention: TimeMention, context: Context, *units: str) -> int | None:
    """The year that "last year", "this fiscal year", "the previous year" name, or None."""
    words = mention.words
    for i, word in enumerate(words):
        if word in ("year", "yr") and i:
            shift = _shift(mention, words[max(0, i - 3) : i])
            if shift is not None:
                deictic, by = shift
                base = context.published if deictic or context.last is None else context.last.start
                return base.year + by if base else None
    return None


def _shift(mention: TimeMention, before: list[str]) -> tuple[bool, int] | None:
    values = mention.alphabet.values
    for word in reversed(before):
        for cls in ("last", "next", "this"):
            if (word, cls) in values:
                return True, int(values[word, cls])
        for cls in ("prior", "following", "same"):
            if (word, cls) in values:
                return False, int(values[word, cls])
        if word == "latest":
            return True, 0
    return None
