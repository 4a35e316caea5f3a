"""What stands behind the whole of a number in words: spoken decimals, "and a half"."""

from __future__ import annotations

import re

from claimwire.layers.quantities.number import lexicon

_AND_PART = re.compile(r"[ -]and[ -](?:(an?|[a-z]{2,7})[ -])?([a-z]{4,12})\b(?! of)", re.I)


def spoken_decimals(words: str) -> float:
    """The value of digits said one by one behind the point ("two five": 0.25)."""
    digits = [str(int(lexicon()[w][0])) for w in re.split(r"[ -]", words.lower().strip(" -"))]
    return float(f"0.{''.join(digits)}")


def read_part(text: str, at: int) -> tuple[int, float] | None:
    """ "and a half", "and three-quarters" behind a number: (where it ends, its value), or None."""
    found = _AND_PART.match(text, at)
    if not found:
        return None
    word = found[2].lower()
    below, kind = lexicon().get(word, lexicon().get(word.removesuffix("s"), (0.0, "")))
    below, kind = (2.0, "part") if word == "halves" else (below, kind)
    first = (found[1] or "").lower()
    above = 1.0 if first in ("a", "an") else lexicon().get(first, (0.0, ""))[0]
    return (found.end(), above / below) if kind == "part" and 0 < above < below else None
