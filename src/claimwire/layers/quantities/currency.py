"""Signs and codes before a number, and which dollar a bare "$" is, which peso a bare "pesos"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from claimwire.lexicon import table

_WINDOW = 12  # characters of the longest sign with a space
_PLAIN = re.compile(
    r"\d{1,3}(?!\d|[.,]\d|[ \xa0]?(?:m|mn|bn|tn|k|[mbtr]+illion|thousand|lakh|crore)\b)", re.I
)
_CUE_WINDOW = 20000  # characters of an article in which a sign's country is looked for


@dataclass(frozen=True, slots=True)
class Sign:
    """A currency before a number: where it begins, code (or `$`), factor of a magnitude in it ("MEUR")."""

    start: int
    code: str
    factor: float = 1


@cache
def _prefixes() -> dict[str, str]:
    return {row["form"]: row["code"] for row in table("currencies") if row["side"] == "prefix"}


@cache
def money_scales() -> dict[str, float]:
    """Letters tied to a currency code that multiply the number ("MEUR 45", "50 TSEK")."""
    return {row["form"]: float(row["factor"]) for row in table("currency_scales")}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_prefixes(), key=len, reverse=True)
    spaced = (
        re.escape(f).replace(r"\$", r" ?\$") if f.endswith("$") and len(f) > 1 else re.escape(f)
        for f in forms
    )
    return re.compile(rf"(?<![A-Za-z])({'|'.join(spaced)})[ \xa0]?$")


@cache
def _scaled_pattern() -> re.Pattern[str]:
    codes = "|".join(f for f in _prefixes() if len(f) == 3 and f.isalpha() and f.isupper())
    letters = "|".join(sorted(money_scales(), key=len, reverse=True))
    late = "|".join(f for f in money_scales() if f.islower())
    return re.compile(rf"(?<![A-Za-z])(?:({letters})({codes})|({codes}|US\$|[$£€])({late}))[ \xa0]?$")


def read_prefix(text: str, at: int) -> Sign | None:
    """The currency sign or code that ends right before a character, or None."""
    begin = max(0, at - _WINDOW)
    scaled = _scaled_pattern().search(text[begin:at])
    if scaled:
        letters, form = scaled[1] or scaled[4], scaled[2] or scaled[3]
        return Sign(begin + scaled.start(), _prefixes()[form], money_scales()[letters])
    found = _pattern().search(text[begin:at])
    if not found:
        return None
    form = found[1].replace(" $", "$")
    if form in _cues() and (found.group() != found[1] or not _is_money(text, at, form)):
        return None
    return Sign(begin + found.start(), _prefixes()[form])


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    """Signs that are letters of other things as well ("P2P", "PS5"), and the words that make them money."""
    rows = table("currency_sign_cues")
    return {r["form"]: re.compile(rf"\b(?:{'|'.join(r['words'].split(','))})\b") for r in rows}


def _is_money(text: str, at: int, form: str) -> bool:
    """Whether a sign of letters stands for money: before an amount no label has, or in its country's news."""
    return not _PLAIN.match(text, at) or _spoken_of(text, form)


def word_is_money(text: str, form: str) -> bool:
    """Whether a currency's word that has other senses ("real", "won", "try") is money in a text."""
    return form not in _cues() or _spoken_of(text, form)


@lru_cache(maxsize=32)
def _spoken_of(text: str, form: str) -> bool:
    return bool(_cues()[form].search(text, 0, _CUE_WINDOW))


@cache
def _countries(currency: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The names of a shared currency's countries, and the code that each speaks for (`-` where none does)."""
    rows = [row for row in table("currency_countries") if row["currency"] == currency]
    codes = {row["word"]: row["code"] for row in rows}
    forms = sorted(codes.keys() - {"-"}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b"), codes


def currency_of(text: str, currency: str) -> str:
    """ISO code of a currency's bare word or sign (`$`, `$peso`) in an article.

    It is that of the country the article speaks of most, among those whose money bears the name. An
    article that marks the American dollar ("US$") means another by the bare sign; without the mark
    the country must be named at least three times and more often than the United States. One that marks
    its country's dollar ("S$", "Singapore dollars") means another by the bare sign.
    """
    pattern, codes = _countries(currency)
    counts = Counter(codes[m] for m in pattern.findall(text))
    if currency != "$":
        return counts.most_common(1)[0][0] if counts else codes["-"]
    for code in _marked(text):
        counts.pop(code, 0)
    american = counts.pop("USD", 0)
    if not counts:
        return "USD"
    code, most = counts.most_common(1)[0]
    marked = "US$" in text or "$US" in text
    return code if marked or (most >= 3 and most > american) else "USD"


@cache
def _own_marks() -> dict[str, re.Pattern[str]]:
    """The signs and names of each dollar but the American one."""
    forms: dict[str, list[str]] = {}
    for row in table("currencies"):
        bare = row["form"].strip("$").isalpha() and "$" not in row["form"] and row["side"] == "prefix"
        if row["code"] != "USD" and not bare and ("$" in row["form"] or row["form"].endswith(" dollar")):
            forms.setdefault(row["code"], []).append(re.escape(row["form"]))
    return {c: re.compile(rf"(?<![A-Za-z$])(?:{'|'.join(f)})", re.I) for c, f in forms.items() if c != "$"}


def _marked(text: str) -> list[str]:
    """Codes of the dollars that an article marks by a sign or a name of their own."""
    return [code for code, pattern in _own_marks().items() if pattern.search(text)]
