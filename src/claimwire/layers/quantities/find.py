"""Quantities of a text: amounts joined to ranges, with their modifiers and what they count, less what is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.atoms import Amount, amounts
from claimwire.layers.quantities.change import moves
from claimwire.layers.quantities.exclude import is_none
from claimwire.layers.quantities.modifiers import modifier_after, modifier_before
from claimwire.layers.quantities.nouns import counted_noun

_HYPHEN = re.compile(r" ?[-–—−‐‑~] ?$|--$")
_TO = re.compile(r"[ \n-](?:to|through|up to)[ \n-]$")
_AND = re.compile(r" and $")
_OR = re.compile(r"(?:-,)? ?(?:or|and|, or) $|-?, $")
_OPENS = re.compile(r"(?:between|from)$")
_BRACKET = re.compile(
    r"[ \n]?[(\[]\s?(?:or |about |around |some |roughly |nearly |approximately |~)?$|\s?/\s?$"
)


@dataclass(slots=True)
class Found:
    """A quantity before its counted phrase is known. Offsets are characters, `noun` tokens of a count's noun phrase."""

    start: int
    end: int
    first: int
    last: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    kind: str
    modifier: str | None
    rule: str
    noun: tuple[int, int] | None = None
    bracket: bool = False


def find(
    parse: Parse, blocked: Sequence[tuple[int, int]] = (), named: Sequence[tuple[int, int]] = ()
) -> list[Found]:
    """All quantities of a text in order.

    blocked: stretches (characters) that are times. named: stretches of names, whose numbers count nothing.
    """
    times = _Cover(blocked)
    names = _Cover(named)
    kept = [a for a in amounts(parse) if not times.touches(a.start, a.end)]
    out: list[Found] = []
    for group, joint in _joined(parse, kept):
        found = _found(parse, group, joint)
        plain = found.unit is None
        if plain and names.touches(found.first, found.last):
            continue
        if plain and is_none(parse, found, joint):
            continue
        if out and found.unit and _BRACKET.search(parse.text[out[-1].end : found.start]):
            found.bracket = True
            found.modifier = found.modifier or out[-1].modifier
        out.append(found)
    return out


class _Cover:
    """Whether a stretch overlaps one of many, asked in any order."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self.stretches = sorted(stretches)
        self.starts = [s for s, _ in self.stretches]

    def touches(self, start: int, end: int) -> bool:
        from bisect import bisect_left

        k = bisect_left(self.starts, end) - 1
        return any(e > start for _, e in self.stretches[max(0, k - 3) : k + 1])


def _joined(parse: Parse, found: list[Amount]) -> list[tuple[list[Amount], str]]:
    """Amounts in groups: ("hyphen" | "to" | "between") pairs of a range, or one alone ("")."""
    out: list[tuple[list[Amount], str]] = []
    i = 0
    while i < len(found):
        joint = _joint(parse, found[i], found[i + 1]) if i + 1 < len(found) else ""
        if joint == "share":
            _share(found[i], found[i + 1])
            joint = ""
        out.append((found[i : i + 2] if joint else [found[i]], joint))
        i += 2 if joint else 1
    return out


def _joint(parse: Parse, a: Amount, b: Amount) -> str:
    text = parse.text
    if b.start - a.end > 12 or b.start < a.end:
        if not (b.start < a.end):
            return ""
    gap = text[a.end : b.start] if b.start >= a.end else ""
    if b.value < 0 and gap.strip() == "" and text[b.start] in "-–−" and a.end == b.start:
        return ""
    alike = _alike(a, b)
    if _HYPHEN.match(gap):
        return "hyphen" if alike else ""
    if not alike:
        return ""
    before = text[max(0, a.start - 40) : a.start].lower().split()
    if _TO.match(gap):
        if "from" in before[-3:]:
            return "" if moves(parse, a.start) else "to"
        return "" if moves(parse, a.start, near=True) else "to"
    if _AND.match(gap) and "between" in before[-4:]:
        return "between"
    if _OR.match(gap) and a.unit is None and b.unit and not a.number.vague:
        return "share"
    return ""


def _alike(a: Amount, b: Amount) -> bool:
    """Whether two amounts can be the ends of one range."""
    if "ratio" in (a.kind, b.kind) or a.number.vague != b.number.vague:
        return False
    if a.unit and b.unit:
        return (
            a.unit.split(" per ")[0] in (b.unit.split(" per ")[0], "$") or b.unit == "$" and a.kind == "money"
        )
    return (
        a.unit is None
        or (a.sign or a.kind == "percent" or a.kind == "measure")
        and b.unit is None
        and b.number.magnitude >= 1
    )


def _share(a: Amount, b: Amount) -> None:
    """Give the first of two joined amounts what only the second one spells out: unit, magnitude."""
    x, y = a.number, b.number
    if x.magnitude == 1 and y.magnitude > 1 and x.raw < y.raw and not y.vague:
        a.value *= y.magnitude
    if a.unit is None and b.unit is not None:
        factor = abs(b.value / y.value) if y.value else 1.0
        a.unit, a.kind, a.per, a.value = b.unit, b.kind, b.per, a.value * (1.0 if factor == 0 else factor)
    elif b.unit is None and a.unit is not None:
        b.unit, b.kind = a.unit, a.kind


def _found(parse: Parse, group: list[Amount], joint: str) -> Found:
    text = parse.text
    a, b = group[0], group[-1]
    if joint:
        _share(a, b)
        if joint == "hyphen" and b.value < 0 < a.value:
            b.value = -b.value
    start, end = a.start, b.end
    opener = (
        re.search(r"\bbetween (?:\w+ ){0,2}$", text[max(0, start - 30) : start])
        if joint == "between"
        else None
    )
    before, modifier = modifier_before(text, start)
    if opener:
        before = max(0, start - 30) + opener.start()
    elif modifier is None and (
        pieces := re.search(r"(minus|plus|plus or minus)[ -]$", text[max(0, start - 16) : start])
    ):
        before = start - len(pieces.group())
    late, after = modifier_after(text, b.end)
    if after:
        end = late
    modifier = modifier or after
    if a.number.vague and modifier is None:
        modifier = "more_than"
    if modifier_sub := re.search(r"\bsub-$", text[max(0, start - 4) : start]):
        before, modifier = start - len(modifier_sub.group()), "less_than"
    unit, kind = b.unit or a.unit, b.kind if b.unit else a.kind
    found = Found(before, end, a.first, b.last, None, None, None, unit, kind, modifier, joint or b.rule)
    if joint:
        found.low, found.high = sorted((_round(a.value), _round(b.value)))
    else:
        found.value = _round(_negated(text, a, start))
    if unit is None:
        found.noun = counted_noun(parse, found.first, end)
        if found.noun:
            found.end = max(end, parse.end[found.noun[1] - 1])
    return found


def _negated(text: str, a: Amount, start: int) -> float:
    words = re.search(r"(\w+ )?\bminus[ -]$", text[max(0, start - 14) : start])
    minus = a.value > 0 and words and words[1] != "or "
    return -a.value if minus else a.value


def _round(value: float) -> float:
    return float(f"{value:.12g}")
