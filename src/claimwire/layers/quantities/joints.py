"""Which amounts are the two ends of one range, and which share a unit or a magnitude."""

from __future__ import annotations

import re

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.change import change_of, moves
from claimwire.layers.quantities.measures import Amount
from claimwire.layers.quantities.number import Number

_FARTHEST = 12  # characters between the two ends
_HYPHEN = re.compile(r" ?[-–—−‐‑] ?$|--$")
_TO = re.compile(r"[ \n-](?:to|through|up to)[ \n-]$")
_AND = re.compile(r" and $")
_OR = re.compile(r"-? (?:or|and)(?: even| possibly| perhaps| maybe)? $|-, $")
_LIST_END = re.compile(r",? (?:or|and) $")
_TIMES = re.compile(r"\s?[x×*]\s?$")
_OF = re.compile(r" of (?:the|its|their|his|her) $")
_FROM = re.compile(r"\bfrom (?:\w+ ){0,2}$")
_MOVED = re.compile(r"\b(?:up|down|higher|lower) from (?:\w+ ){0,2}$")
_BETWEEN = re.compile(r"\bbetween (?:\w+ ){0,2}$")
_FEW = 20  # times that a length is run or a can is packed, at most
_SHARE = 1000  # per cent that a bare number before a percentage can be
_THOUSAND = 1000
_CLOSE = 2  # times the lower end of a range of rises, at most
_WINDOW = 40  # characters before a range in which its opener stands


def joined(parse: Parse, found: list[Amount]) -> list[tuple[list[Amount], str]]:
    """Amounts in groups: two ends of a range with its joint (`hyphen`, `to`, `between`), or one alone.

    Factors of one size ("2048 x 1080") are left out, or take the unit behind the last ("3 x 4 metres").
    """
    found = _sizes(parse, found)
    _share_in_lists(parse, found)
    out: list[tuple[list[Amount], str]] = []
    i = 0
    while i < len(found):
        joint = _joint(parse, found[i], found[i + 1]) if i + 1 < len(found) else ""
        if joint:
            _share(found[i], found[i + 1], joint)
        pair = joint in ("hyphen", "to", "between", "odds")
        out.append((found[i : i + 2], joint) if pair else ([found[i]], ""))
        i += 2 if pair else 1
    return out


def _sizes(parse: Parse, found: list[Amount]) -> list[Amount]:
    """The amounts without factors: of "4 x 100m" the first, of "2048 x 1080" both."""
    dropped: set[int] = set()
    for i in range(len(found) - 1, 0, -1):
        a, b = found[i - 1], found[i]
        if a.unit or not _TIMES.fullmatch(parse.text[a.end : b.start]):
            continue
        if b.unit is None:
            dropped |= {i - 1, i}
        elif a.value <= _FEW and parse.text[b.last].isalpha():
            dropped.add(i - 1)
        else:
            a.unit, a.kind = b.unit, b.kind
    return [a for i, a in enumerate(found) if i not in dropped]


def _share_in_lists(parse: Parse, found: list[Amount]) -> None:
    """Give the members of a list the unit behind its last ("3, 4 and 5 percent")."""
    first = 0
    for i in range(1, len(found)):
        a, b = found[i - 1], found[i]
        gap = parse.text[a.end : b.start]
        if a.unit is None and gap == ", ":
            continue
        last = a.unit is None and _LIST_END.fullmatch(gap) and b.unit and not b.sign and b.kind != "ratio"
        if last and i - first > 1:
            for member in found[first:i]:
                _share(member, b, "share")
        first = i


def opener(text: str, at: int) -> int | None:
    """Where the "between" of a range that begins at a character stands, or None."""
    found = _BETWEEN.search(text[max(0, at - _WINDOW) : at].lower())
    return max(0, at - _WINDOW) + found.start() if found else None


def _joint(parse: Parse, a: Amount, b: Amount) -> str:
    """How neighbours hang together: `hyphen`, `to`, `between`, `share` (a unit), `whole` (of), `odds`, ""."""
    if not 0 <= b.start - a.end <= _FARTHEST:
        return ""
    gap = parse.text[a.end : b.start]
    if _OF.match(gap) and a.unit is None and a.number.magnitude > 1 and b.kind == "money":
        return "whole"
    if not _alike(a, b):
        return ""
    if _HYPHEN.match(gap) or (not gap and b.value < 0):
        return "hyphen"
    if _TO.match(gap):
        return _to(parse, a, b)
    if _AND.match(gap) and opener(parse.text, a.start) is not None:
        return "between"
    shares = _OR.match(gap) and a.unit is None and b.unit and b.kind != "ratio" and not a.number.vague
    return "share" if shares and _can_share(parse, a, b) else ""


def _can_share(parse: Parse, a: Amount, b: Amount) -> bool:
    """Whether a number takes the unit behind the next one: "3 or 4 percent", and not "won 3 and £4 went"."""
    if b.sign or (b.kind == "percent" and (a.number.magnitude > 1 or abs(a.value) >= _SHARE)):
        return False
    top, last = parse.token_at(b.first), parse.token_at(b.end - 1)
    while parse.head[top] != top and parse.token_at(b.first) <= parse.head[top] <= last:
        top = parse.head[top]
    subject = parse.dep[top] in ("nsubj", "nsubjpass")
    return not subject or parse.left[top] <= parse.token_at(a.first)


def _to(parse: Parse, a: Amount, b: Amount) -> str:
    """ "$3 billion to $5 billion" is a range; "rose from 3 to 5" and "rose 2% to 5%" are two quantities.

    "Rose by 9% to 14%" is a range where the ends lie near each other: a share would rise by points.
    """
    lead = parse.text[max(0, a.start - _WINDOW) : a.start].lower()
    if _FROM.search(lead):
        if not moves(parse, a.start) and not _MOVED.search(lead):
            return "to"
        return "share" if a.unit is None else ""
    if a.unit is None and b.unit is None and change_of(parse, a.start, a.end, "money"):
        return ""
    scale = b.number.magnitude if a.number.magnitude == 1 else 1
    if a.unit is None and not b.sign and a.value < b.value * scale:
        return "to"
    if a.value >= b.value and a.kind != "measure":
        return "odds" if a.unit is None and b.unit is None else ""
    if lead.endswith(" by ") and a.kind == "percent" and b.value <= _CLOSE * a.value:
        return "to"
    return "" if change_of(parse, a.start, a.end, a.kind) else "to"


def _alike(a: Amount, b: Amount) -> bool:
    """Whether two amounts can be the ends of one range."""
    if "ratio" in (a.kind, b.kind):
        return a.rule == b.rule == "fraction"
    if a.unit and b.unit:
        return a.kind == b.kind and (
            a.unit.split(" per ")[0] == b.unit.split(" per ")[0] or "$" in a.unit + b.unit
        )
    return a.unit is None or a.sign or a.kind in ("percent", "measure")


def _in_thousands(b: Number) -> bool:
    """Whether a number is written as round thousands: "6,000"."""
    return not b.words and b.magnitude == 1 and b.end - b.start > len("000") + 1 and b.value % _THOUSAND == 0


def _share(a: Amount, b: Amount, joint: str) -> None:
    """Give the first of two joined amounts what only the second one spells out, or the other way round."""
    x, y = a.number, b.number
    if x.magnitude == 1 and y.magnitude > 1 and x.raw < y.raw and not y.vague and not x.vague:
        a.value *= y.magnitude
    elif joint == "hyphen" and 0 < a.value < b.value / _THOUSAND < _THOUSAND and _in_thousands(y):
        a.value *= _THOUSAND  # "5-6,000 people"
    if a.unit is None and b.unit is not None:
        minor = joint != "whole" and y.value and b.kind == "money"
        a.value *= abs(b.value / y.value) if minor else 1.0
        a.unit, a.kind, a.rate = b.unit, b.kind, a.rate or b.rate
    elif b.unit is None and a.unit is not None:
        b.unit, b.kind = a.unit, a.kind
    if joint == "hyphen" and b.value < 0 < a.value:
        b.value = -b.value
