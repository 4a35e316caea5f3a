"""Amounts of time units in words and digits."""

from __future__ import annotations

from claimwire.layers.times.scan import Alphabet


def amount(words: list[str], alphabet: Alphabet) -> float | None:
    """The number that a run of number words names; None where it is vague ("several") or there is none.

    "two and a half" is 2.5, "2 1/2" too; "a" and "an" alone are 1.
    """
    total, group, seen, half = 0.0, 0.0, False, False
    for i, word in enumerate(words):
        if word == "couple":
            return 2.0
        if word == "half":
            half = True
            continue
        plain = number_word(word, alphabet)
        if plain is None:
            if (
                word in ("a", "an", "another")
                and not seen
                and not half
                and not _vague(words[i + 1 : i + 2], alphabet)
            ):
                group, seen = 1.0, True
            continue
        if (word, "magnitude") in alphabet.values:
            group = max(group, 1.0) * plain
            if plain >= 1000:
                total, group = total + group, 0.0
        else:
            group += plain
        seen = True
    if not seen:
        return 0.5 if half else None
    return total + group + (0.5 if half else 0.0)


def _vague(words: list[str], alphabet: Alphabet) -> bool:
    """Whether "a" goes on as "a few" or "a half"."""
    return words == ["half"] or bool(words) and (words[0], "few") in alphabet.values


def number_word(word: str, alphabet: Alphabet) -> float | None:
    """The value of one numeral, digits or word; None for any other word."""
    if word[0].isdecimal():
        if "/" in word:
            top, _, bottom = word.partition("/")
            return int(top) / int(bottom) if bottom.isdecimal() and top.isdecimal() and int(bottom) else None
        try:
            return float(word.replace(",", ""))
        except ValueError:
            return None
    value = alphabet.values.get((word, "numword"))
    return float(value) if value else None


def plain(number: float) -> str:
    """A number without a needless fraction: "2", "2.5"."""
    return str(int(number)) if number == int(number) else f"{number:g}"
