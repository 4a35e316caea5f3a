"""Quantities of a text: amounts joined to ranges, with modifiers and counted nouns, less what is none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.atoms import amounts
from claimwire.layers.quantities.exclude import is_none
from claimwire.layers.quantities.identifiers import identifiers, is_title
from claimwire.layers.quantities.joints import joined
from claimwire.layers.quantities.match import QuantityMatch
from claimwire.layers.quantities.measures import Amount
from claimwire.layers.quantities.modifiers import modifier_after, modifier_before
from claimwire.layers.quantities.neighbours import learn
from claimwire.layers.quantities.nouns import counted_noun
from claimwire.layers.quantities.points import is_moment, unit_of_points
from claimwire.layers.quantities.rates import rate_behind
from claimwire.layers.quantities.reason import beyond_reason
from claimwire.layers.quantities.units import singular

_SIGN_WORD = re.compile(r"(\bor )?\b(minus|plus|plus or minus|give or take)[ -]$")
_SUB = re.compile(r"\bsub-$")
_WINDOW = 20  # characters of the longest sign in words


def find(
    parse: Parse, blocked: Sequence[tuple[int, int]] = (), named: Sequence[tuple[int, int]] = ()
) -> list[QuantityMatch]:
    """All quantities of a text in order.

    blocked: stretches (characters) that are times. named: stretches of names, whose numbers count nothing.
    """
    times, names = _Cover([*blocked, *identifiers(parse.text)]), _Cover(named)
    kept = [a for a in amounts(parse) if not times.touches(a.first, a.last)]
    out: list[QuantityMatch] = []
    for group, joint in joined(parse, kept):
        found = _found(parse, group, joint)
        if out and found.first < out[-1].over:
            continue  # "9 deaths per 1,000 births"
        if found.unit is None and (names.touches(found.first, found.last) or is_none(parse, found, joint)):
            continue
        if _is_title(parse.text, found):
            continue
        if found.unit is None and found.noun is None and _ends_a_time(parse.text, times, found.start):
            continue
        if found.unit in ("point", "percentage_point") and is_moment(parse, parse.token_at(found.first)):
            continue
        if beyond_reason(found):
            continue
        learn(parse, out, found)
        out.append(found)
    return out


def _is_title(text: str, found: QuantityMatch) -> bool:
    """Whether a plain measure is the name of something ("the film 21 Grams")."""
    plain_one = found.kind == "measure" and found.modifier is None and found.value is not None
    return plain_one and is_title(text, found.start, found.end)


def _ends_a_time(text: str, times: _Cover, at: int) -> bool:
    """Whether a bare number is the second end of a time: "from six months to nine"."""
    return text.startswith(" to ", max(0, at - len(" to "))) and times.ends_at(at - len(" to "))


class _Cover:
    """Whether a stretch overlaps one of many."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self.stretches = sorted(stretches)
        self.starts = [s for s, _ in self.stretches]

    def ends_at(self, offset: int) -> bool:
        """Whether a stretch ends at an offset."""
        k = bisect_left(self.starts, offset)
        return any(e == offset for _, e in self.stretches[max(0, k - 4) : k])

    def touches(self, start: int, end: int) -> bool:
        k = bisect_left(self.starts, end)
        return any(e > start for _, e in self.stretches[max(0, k - 4) : k])


def _found(parse: Parse, group: list[Amount], joint: str) -> QuantityMatch:
    text = parse.text
    a, b = group[0], group[-1]
    start, modifier = _before(text, a)
    end, after = modifier_after(text, b.end)
    modifier = modifier or after or ("more_than" if a.number.vague else None)
    rate = b.rate or a.rate
    found = QuantityMatch(
        start, end, a.first, b.last, None, None, None, b.unit or a.unit, b.kind if b.unit else a.kind,
        modifier, joint or b.rule, a.number.vague,
    )  # fmt: skip
    if found.unit == "point":
        found.unit = unit_of_points(parse, parse.token_at(found.first), parse.token_at(b.end - 1))
        found.kind = {"percentage_point": "percent", "point": found.kind}.get(found.unit or "", "count")
    if joint:
        found.low, found.high = sorted((_round(a.value), _round(b.value)))
    else:
        found.value = _round(_signed(text, a))
    if found.unit is None:
        points = parse.token_at(b.end - 1)
        found.noun = (points, points + 1) if b.unit else counted_noun(parse, found.first, end)
        if found.noun and (unit := _hyphened_unit(parse, found)):
            found.unit, found.kind = unit, "measure"
            found.end, found.noun = max(end, parse.end[found.noun[0]]), None
        elif found.noun:
            found.end = max(end, parse.end[found.noun[1] - 1])
            rate = rate_behind(parse.text, found.end)
    elif b.rule == "share":
        found.noun = counted_noun(parse, found.first, end)
    elif b.head is not None:
        found.noun = (b.head, b.head + 1)
    if rate:
        found.per, found.over = rate.per, rate.end if rate.many else 0
    return found


def _hyphened_unit(parse: Parse, found: QuantityMatch) -> str | None:
    """The unit of "a [225-page] report": a noun tied to the number that says of what kind the next one is."""
    if found.noun is None or found.noun[1] - found.noun[0] != 1:
        return None
    noun = found.noun[0]
    tied = parse.orth[noun - 1] in ("-", "–") and parse.end[noun - 1] == parse.start[noun] > found.last
    behind = (
        noun + 1 < len(parse) and parse.head[noun] > noun and parse.pos[parse.head[noun]] in ("NOUN", "PROPN")
    )
    return singular(parse.lower[noun]) if tied and behind and parse.tag[noun] == "NN" else None


def _before(text: str, a: Amount) -> tuple[int, str | None]:
    """Where a quantity begins with the words before its number, and what these mean."""
    sub = _SUB.search(text[max(0, a.start - 4) : a.start])
    if sub:
        return a.start - len(sub.group()), "less_than"
    start, modifier = modifier_before(text, a.start)
    sign = _SIGN_WORD.search(text[max(0, start - _WINDOW) : start])
    return (start - len(sign.group()), modifier) if sign else (start, modifier)


def _signed(text: str, a: Amount) -> float:
    """The value, below zero behind the word "minus"."""
    sign = _SIGN_WORD.search(text[max(0, a.start - _WINDOW) : a.start])
    return -a.value if sign and sign[2] == "minus" and not sign[1] and a.value > 0 else a.value


def _round(value: float) -> float:
    return float(f"{value:.12g}")
