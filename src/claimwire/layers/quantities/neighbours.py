"""What a quantity takes from the one before it: a conversion in brackets, "or 5%", "up from 2.4 million"."""

from __future__ import annotations

import re

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.match import QuantityMatch
from claimwire.layers.quantities.modifiers import modifier_after

_ABOUT = r"(?:or |about |around |some |roughly |nearly |approximately |~)?"
_BRACKET = re.compile(rf"\s?[(\[]\s?{_ABOUT}$|\s?/\s?$")
_OR = re.compile(r"(?: of [^,.;:]{1,60},|,)? or $")
_COMPARED = re.compile(
    r"\b(?:from|compared (?:to|with)|against|versus|instead of|rather than)\s(?:the |just |only )?"
    r"(?:(?:a |an |the |its )?(?:\w+ )?(?:range|level|total|figure|forecast|estimate|target|record) of )?$"
)
_SET_OFF = re.compile(
    r"\b(?:(?:up|down|higher|lower) from|compared (?:to|with)|against|versus) (?:the |just |only |about )?$"
)
_TO = re.compile(r" to (?:close |end |stand |finish )?(?:at )?$")
_FELL_TO = re.compile(r",? (?:to|from) ")
_MOVED = re.compile(r", (?:up|down|off) (?:by )?$")
_APART = re.compile(r"(?: of [^,.;:]{1,60}| (?:last|this|next) \w{1,20})?, $")
_FROM_TO = re.compile(r".?from [^.;,]{1,60} to $")
_MORE = re.compile(r" (?:more|others)\b(?! than)")
_MILLION = 1_000_000
_LARGE = re.compile(r"(?:illion|crore|lakh|(?<=\d)(?:m|mn|bn|b|tn))$", re.I)
_LEAD = 48  # characters before a quantity in which it is compared
_BACK = 4  # quantities of the sentence with which one is compared
_NEAR = 60  # characters back to what a quantity is compared with


def learn(parse: Parse, earlier: list[QuantityMatch], found: QuantityMatch) -> None:
    """Note on a quantity what it shares with the one before it."""
    if not earlier:
        return
    text, before, index = parse.text, earlier[-1], len(earlier) - 1
    _settle_million(parse, earlier, found)
    gap = text[before.end : found.start] if 0 <= found.start - before.end <= _NEAR else "\n\n"
    if parse.sent[parse.token_at(before.start)] != parse.sent[parse.token_at(found.start)]:
        return
    if found.unit and _BRACKET.match(gap):
        found.like, found.echo = index if before.like is None or not before.echo else before.like, True
        _shared_modifier(text, before, found)
    elif _restates(parse, before, found, gap):
        found.like = index if before.like is None else before.like
    elif _OR.match(gap) and found.unit != before.unit and not found.noun:
        found.like, found.echo = index, True
    elif _same_scale(text, before, found) or _same_money(text, before, found):
        found.unit, found.kind = before.unit, before.kind
    elif found.unit is None and found.noun is None and before.noun and _more_of_them(text, gap, found):
        found.compared = index
    else:
        found.compared = _compared_with(parse, earlier, found)


def is_set_off(text: str, at: int) -> bool:
    """Whether what is compared stands apart from the verb before it: "up from 6%", "compared with 6%"."""
    return bool(_SET_OFF.search(text[max(0, at - _LEAD) : at]))


def _compared_with(parse: Parse, earlier: list[QuantityMatch], found: QuantityMatch) -> int | None:
    """Index of the quantity of the sentence of which this one is another state, or share of the same."""
    text = parse.text
    compared = _COMPARED.search(text[max(0, found.start - _LEAD) : found.start])
    if not compared and not _share_alone(parse, found):
        return None
    begin = parse.start[parse.sents[parse.sent[parse.token_at(found.start)]][0]]
    for k in range(len(earlier) - 1, max(len(earlier) - 1 - _BACK, -1), -1):
        before = earlier[k]
        if before.start < begin:
            return None
        if not compared:
            if before.unit in ("percent", "fraction"):
                return k
        elif _same_kind(before, found):
            return k
        elif _bare_amount(before, found):
            found.unit, found.kind = before.unit, before.kind
            return k
    return None


def _share_alone(parse: Parse, found: QuantityMatch) -> bool:
    """Whether a share is a subject by itself ("one in five agreed; one in eight did not")."""
    last = parse.token_at(found.end - 1)
    alone = found.unit in ("percent", "fraction") and found.noun is None
    return alone and any(parse.dep[i] == "nsubj" for i in range(parse.token_at(found.first), last + 1))


def _bare_amount(before: QuantityMatch, found: QuantityMatch) -> bool:
    """Whether a number takes the unit of what it is compared with ("$55 a share from 49")."""
    here, there = found.value or found.high, before.value or before.high
    if found.unit or found.noun or not before.unit or not here or not there or before.kind == "ratio":
        return False
    return 0.2 <= here / there <= 5


def _restates(parse: Parse, before: QuantityMatch, found: QuantityMatch, gap: str) -> bool:
    """Whether a quantity behind a comma says more of the one before it ("$2m, twice its worth")."""
    if _MOVED.search(gap):
        return set(".;:").isdisjoint(gap)
    if not _APART.match(gap):
        return False
    other = found.unit != before.unit and found.kind in ("ratio", "percent") and found.noun is None
    own = parse.text.startswith((" of ", " the "), found.end)
    return other and not own


def _same_scale(text: str, before: QuantityMatch, found: QuantityMatch) -> bool:
    """ "from 21 mpg to 23", "rose 64 points to 4,577": the second number is on the scale of the first."""
    if found.unit or found.noun or found.start - before.end > _NEAR or before.unit is None:
        return False
    between = text[max(0, before.start - len("from ") - 1) : found.start]
    points = before.unit == "point" and _TO.match(text[before.end : found.start])
    return bool(points or _FROM_TO.match(between))


def _settle_million(parse: Parse, earlier: list[QuantityMatch], found: QuantityMatch) -> None:
    """Make "5.8m" millions, no metres, behind a count in millions ("9 million visitors, up from 5.8m")."""
    behind = parse.token_at(found.end) + 1
    spaced = parse.text[found.end : found.end + 1] == " " and behind < len(parse)
    describes = spaced and parse.pos[behind] in ("NOUN", "ADJ", "PROPN")
    if found.unit != "metre" or describes or not parse.text[found.last :].startswith("m"):
        return
    if earlier[-1].unit == "percent" and _FELL_TO.fullmatch(parse.text[earlier[-1].end : found.start]):
        _in_millions(found)  # "sales fell 5%, to 1.2m"
        return
    sentence = parse.sent[parse.token_at(found.start)]
    for before in reversed(earlier[-_BACK:]):
        if parse.sent[parse.token_at(before.start)] == sentence and before.unit is None and before.noun:
            if (before.value or 0) >= _MILLION:
                _in_millions(found)
            return


def _in_millions(found: QuantityMatch) -> None:
    if found.value:
        found.value, found.unit, found.kind = found.value * _MILLION, None, "count"


def _more_of_them(text: str, gap: str, found: QuantityMatch) -> bool:
    """ "Killed 126 people and hurt 188 more", "288 votes to 232"."""
    return gap == " to " or bool(_MORE.match(text, found.end))


def _same_money(text: str, before: QuantityMatch, found: QuantityMatch) -> bool:
    """ "70 million euros, plus 10 million": millions of nothing, of the size of the money before them."""
    here, there = found.value or found.high, before.value or before.high
    if found.unit or found.noun or before.kind != "money" or not here or not there:
        return False
    return bool(_LARGE.search(text[found.first : found.last])) and 0.01 <= here / there <= 100


def _shared_modifier(text: str, before: QuantityMatch, found: QuantityMatch) -> None:
    """One modifier for an amount and its conversion, before the one or behind the other."""
    closing = found.end + (text[found.end : found.end + 1] in (")", "]"))
    _, after = modifier_after(text, closing) if closing > found.end else (closing, None)
    before.modifier = before.modifier or after
    found.modifier = found.modifier or before.modifier


def _same_kind(before: QuantityMatch, found: QuantityMatch) -> bool:
    """Whether two quantities can be two states of one thing: the same unit, or two counts of one size."""
    if found.unit or before.unit:
        return found.unit == before.unit
    if found.noun or not before.noun or not found.value or not before.value:
        return False
    return 0.01 <= found.value / before.value <= 100
