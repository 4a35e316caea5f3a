"""Signs and codes before a number, and which dollar a bare "$" is, which peso a bare "pesos"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from claimwire.lexicon import table

_WINDOW = 6  # characters of the longest sign with a space


@cache
def _prefixes() -> dict[str, str]:
    return {row["form"]: row["code"] for row in table("currencies") if row["side"] == "prefix"}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_prefixes(), key=len, reverse=True)
    spaced = (
        re.escape(f).replace(r"\$", r" ?\$") if f.endswith("$") and len(f) > 1 else re.escape(f)
        for f in forms
    )
    return re.compile(rf"(?<![A-Za-z])({'|'.join(spaced)}) ?$")


def read_prefix(text: str, at: int) -> tuple[int, str] | None:
    """The currency sign or code that ends right before a character: (start, code or `$`), or None."""
    found = _pattern().search(text[max(0, at - _WINDOW) : at])
    if not found:
        return None
    form = found[1].replace(" $", "$")
    if form in ("R", "P", "Sh", "Fr") and found.group().endswith(" "):
        return None
    start = max(0, at - _WINDOW) + found.start()
    return start, _prefixes()[form]


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
    the country must be named at least three times and more often than the United States.
    """
    pattern, codes = _countries(currency)
    counts = Counter(codes[m] for m in pattern.findall(text))
    if currency != "$":
        return counts.most_common(1)[0][0] if counts else codes["-"]
    american = counts.pop("USD", 0)
    if not counts:
        return "USD"
    code, most = counts.most_common(1)[0]
    marked = "US$" in text or "$US" in text
    return code if marked or (most >= 3 and most > american) else "USD"
