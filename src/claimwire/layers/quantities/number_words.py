"""Numbers in words: "three and a half million", "two hundred and fifty", "hundreds of thousands"."""

from __future__ import annotations

import re
from functools import cache

from claimwire.layers.quantities.number import Number, kind_of, lexicon, scales
from claimwire.layers.quantities.number_parts import read_part, spoken_decimals

_LARGEST = 400  # characters of a number in words; longer runs are lists, not numbers
_WORD = re.compile(r"[A-Za-z]+")
_GAP = re.compile(r"[ \xa0]?-[ \xa0]?|[ \xa0]|\s\n?")
_POINT = re.compile(
    r"[ -]point((?:[ -](?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine)\b){1,12})", re.I
)
_MOMENT = re.compile(r"\bat $", re.I)
_MEASURED = re.compile(r"[ -](?:per ?cent|degrees?|[mbtr]+illion|thousand)\b", re.I)


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    scale = "|".join(w for w, (_, kind) in lexicon().items() if kind in ("scale", "hundred", "dozen"))
    half = rf"(half|quarter|three[- ]quarters)(?: of)?(?: an?)?[ -]({scale})\b"
    several = rf"(several|few|many) ({scale})s?\b"
    return re.compile(half, re.I), re.compile(several, re.I)


def read_words(text: str, at: int) -> Number | None:
    """A number in words that begins at a character: "three and a half million", "thousands"; or None."""
    half, several = _phrases()
    found = half.match(text, at)
    if found:
        part = {"h": 0.5, "q": 0.25, "t": 0.75}[found[1][0].lower()]
        scale = lexicon()[found[2].lower()][0]
        return Number(at, found.end(), part * scale, part, scale, words=True)
    found = several.match(text, at)
    if found:
        scale = lexicon()[found[2].lower()][0]
        return Number(at, found.end(), scale, 1, scale, vague=True, words=True)
    return _vague(text, at) or _bare_point(text, at) or _Words(text, at).read()


def _bare_point(text: str, at: int) -> Number | None:
    """ "Point five per cent": a spoken decimal without its zero, before a unit or a magnitude."""
    found = _POINT.match(text, at - 1) if at and text[at - 1] in " -" else None
    if not found or not _MEASURED.match(text, found.end()):
        return None
    zero = _Words(text, at)
    zero.part, zero.end = spoken_decimals(found[1]), found.end()
    zero._scale_from(found.end())
    value = zero.total + (zero.part or 0)
    return Number(at, zero.end, value, value / zero.magnitude, zero.magnitude, words=True)


def _vague(text: str, at: int) -> Number | None:
    value, end = 1.0, at
    position = at
    for _ in range(3):
        found = _WORD.match(text, position)
        known = lexicon().get(found.group().lower()) if found else None
        if not found or not known or known[1] != "vague":
            break
        value, end = value * known[0], found.end()
        if text[end : end + 4] != " of ":
            break
        position = end + 4
    return Number(at, end, value, value, vague=True, words=True) if end > at else None


class _Words:
    """The grammar of number words: units and tens under a hundred, hundreds, then falling scales."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.start, self.end = text, at, at
        self.total, self.scale, self.magnitude = 0.0, 0.0, 1.0
        self.part: float | None = None  # what is read since the last scale
        self.last = ""

    def read(self) -> Number | None:
        position = self.start
        while position - self.start < _LARGEST:
            found = _WORD.match(self.text, position)
            word = found.group().lower() if found else ""
            if not found or not self._take(word, found):
                break
            gap = _GAP.match(self.text, self.end)
            if not gap:
                break
            position = gap.end()
            if self.text[position : position + 4].lower() == "and " and not self._addition(position + 4):
                break
            if self.text[position : position + 4].lower() == "and ":
                position += 4
        if self.end == self.start or self.last in ("", "article"):
            return None
        self._decimals()
        self._half()
        value = self.total + (self.part or 0)
        return Number(self.start, self.end, value, value / self.magnitude, self.magnitude, words=True)

    def _take(self, word: str, found: re.Match[str]) -> bool:
        value, kind = lexicon().get(word, (1.0, "article" if word in ("a", "an") else ""))
        part, last = self.part, self.last
        if kind == "article":
            ok = not last and self._next_is_scale(found.end())
        elif kind in ("digit", "teen", "tens"):
            ok = part is None or last == "hundred" or (last == "tens" and kind == "digit" and value > 0)
        elif kind in ("hundred", "dozen"):
            ok = part is not None and 0 < part < 100 and last != "dozen"
        elif kind == "scale":
            ok = part is not None and part > 0 or last == "scale"
        else:
            ok = False
        if ok:
            self._add(value, kind)
            self.last, self.end = kind, found.end()
        return ok

    def _add(self, value: float, kind: str) -> None:
        if kind in ("hundred", "dozen"):
            self.part = (self.part or 1) * value
        elif kind == "scale":
            joined = self.part is None or (self.scale and self.scale < value)
            self.total = (
                (self.total + (self.part or 0)) * value if joined else self.total + (self.part or 0) * value
            )
            self.scale, self.part = value, None
            self.magnitude = value if self.magnitude == 1 else self.magnitude
        else:
            self.part = (self.part or 0) + value

    def _next_is_scale(self, at: int) -> bool:
        gap = _GAP.match(self.text, at)
        found = _WORD.match(self.text, gap.end()) if gap else None
        return found is not None and kind_of(found.group()) in ("hundred", "scale", "dozen")

    def _addition(self, at: int) -> bool:
        """Whether "and" joins a smaller number to a hundred or a scale ("two hundred and fifty")."""
        found = _WORD.match(self.text, at)
        kind = kind_of(found.group()) if found else ""
        return (
            self.last in ("hundred", "scale") and self.start < self.end and kind in ("digit", "teen", "tens")
        )

    def _decimals(self) -> None:
        """ "One point two five": the digits behind the spoken point."""
        found = _POINT.match(self.text, self.end)
        if not found or self.part is None or self.last == "scale":
            return
        moment = _MOMENT.search(self.text[max(0, self.start - 3) : self.start])  # "at one point two men"
        if not moment or _MEASURED.match(self.text, found.end()):
            self.part += spoken_decimals(found[1])
            self._scale_from(found.end())

    def _half(self) -> None:
        """ "... and a half (million)", "... and two-thirds": a part of what the last word counts."""
        found = read_part(self.text, self.end)
        if not found:
            return
        end, more = found
        if self.last == "scale":
            self.end = end
            self.total += more * self.scale
        elif self.part is not None:
            self.part += more
            self._scale_from(end)

    def _scale_from(self, end: int) -> None:
        """Multiply by the magnitude behind a character, if there is one."""
        self.end = end
        gap = _GAP.match(self.text, end)
        scale = scales().match(self.text, gap.end()) if gap else None
        if scale:
            factor = lexicon().get(scale.group().lower(), (1.0, ""))[0]
            self.total = (self.total + (self.part or 0)) * factor
            self.part, self.magnitude, self.end = None, factor, scale.end()
