"""Parts of a unit: "half a mile", "a quarter of an inch", "two-thirds of an acre", "1/4 of a tonne"."""

from __future__ import annotations

import re

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.cues import cues
from claimwire.layers.quantities.measures import Amount
from claimwire.layers.quantities.number import Number
from claimwire.layers.quantities.pounds import settle_pounds
from claimwire.layers.quantities.ratios import Ratio
from claimwire.layers.quantities.units import is_time, read_unit

_OF_A = re.compile(r"(?:[ -]of)?[ -](?:an?|one)(?=[ -])")
_PARTS = {"half": 0.5, "quarter": 0.25}


def part_of_unit(parse: Parse, token: int, ratio: Ratio | None) -> tuple[Amount | None, int] | None:
    """The amount of a fraction in words of one unit, and its end; no amount where the unit is one of time.

    None where no unit stands behind the fraction.
    """
    part = ratio or _bare_part(parse, token)
    if part is None or part.kind != "ratio":
        return None
    return part_measure(parse.text, part, parse.lower[token] in _PARTS or part.start == parse.start[token])


def part_measure(text: str, part: Ratio, direct: bool) -> tuple[Amount | None, int] | None:
    """The same for a fraction that is read. direct: whether the unit may stand right behind it."""
    of = _OF_A.match(text, part.end)
    at = of.end() if of else part.end
    if not of and not direct:
        return None
    if is_time(text, at):
        return (None, at) if of else None
    unit = read_unit(text, at)
    if unit is None or unit.kind == "percent" or not (of or unit.kind == "measure"):
        return None
    number = Number(part.start, at, part.value, part.value, words=True)
    unit = settle_pounds(text, number, unit)
    value = float(f"{part.value * unit.factor:.12g}")
    amount = Amount(
        part.start, unit.end, part.start, part.end, number, value, unit.name, unit.kind, rule="part"
    )  # fmt: skip
    return amount, unit.end


def _bare_part(parse: Parse, token: int) -> Ratio | None:
    """ "Half" and "quarter" before a unit, with the article before them."""
    value = _PARTS.get(parse.lower[token])
    before = parse.lower[token - 1] if token else ""
    if value is None or before in cues("never_half"):
        return None
    start = parse.start[token - (before in ("a", "an"))]
    return Ratio(start, parse.end[token], value, "fraction")
