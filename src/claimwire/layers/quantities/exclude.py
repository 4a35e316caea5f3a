"""Numbers that are no quantities: years, scores, labels, parts of names, list numbers, the pronoun "one"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimwire.layers.parse import Parse

if TYPE_CHECKING:
    from claimwire.layers.quantities.find import Found

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)\.?(?: \d{1,2},?)?(?: and| to|-|–)? ?$"
)
_MONTH_AFTER = re.compile(
    r" (?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b|(?: of)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_AGE = re.compile(
    r"\b(?:aged?|ages|over-|under-|under-?|over-?)(?: of| between| \d+ (?:and|to|or))?[ -]?$", re.I
)
_COMMA_AGE = re.compile(r"[A-Za-z’'.)] ?, $")
_LIST = re.compile(r"(?:^|\n)[ \t(\[]*$")
_LABELS = frozenset(
    ["number", "no", "no.", "page", "chapter", "section", "article", "item", "part", "verse", "volume", "figure", "table", "room", "floor", "gate", "terminal", "platform", "flight", "route", "highway", "interstate", "road", "street", "channel", "class", "grade", "level", "phase", "stage", "step", "tier", "category", "type", "version", "model", "series", "episode", "season", "round", "game", "match", "day", "week", "lap", "act", "scene", "track", "line", "point", "rule", "law", "bill", "proposition", "amendment", "exhibit", "appendix", "district", "ward", "precinct", "unit", "apartment", "suite", "lot", "box", "channel", "area", "block", "zone", "group", "team", "division", "squad", "size", "age", "year", "windows", "top"]
)


def is_none(parse: Parse, found: Found, joint: str) -> bool:
    """Whether a number without a unit is no quantity."""
    text = parse.text
    first, last = parse.token_at(found.first), parse.token_at(found.last - 1)
    digits = text[found.first : found.last]
    alone = found.noun is None
    if joint == "hyphen" and (alone or (found.low is not None and not _plural(parse, found))):
        return True
    if digits[:1].isdigit():
        if _year(parse, found, digits, first, last):
            return True
        if _MONTH.search(text[max(0, found.first - 22) : found.first]) and _day(digits):
            return True
        if _day(digits) and _MONTH_AFTER.match(text, found.last):
            return True
    if (
        text[found.first - 1 : found.first] in ("-", "–", "—")
        and digits[:1].isdigit()
        and text[found.first - 2 : found.first - 1].isdigit()
    ):
        return True
    return (
        _pronoun(parse, found, first, last)
        or _label(parse, found, first, last)
        or _age(parse, found, last)
        or _listed(text, found)
    )


def _plural(parse: Parse, found: Found) -> bool:
    if not found.noun:
        return False
    last = found.noun[1] - 1
    return parse.tag[last] in ("NNS", "NNPS") or parse.lower[last] in ("people", "percent")


def _day(digits: str) -> bool:
    return digits.isdigit() and 1 <= int(digits) <= 31


def _year(parse: Parse, found: Found, digits: str, first: int, last: int) -> bool:
    if not _YEAR.match(digits):
        return False
    if found.noun is None:
        return found.modifier is None or parse.lower[first - 1 : first] in (["around"], ["about"])
    noun = found.noun[1] - 1
    follows = parse.tag[noun] in ("NNS", "NNPS") or parse.lower[noun] == "people"
    lead = parse.lower[first - 1] if first > 0 else ""
    direct = found.noun[1] - found.noun[0] == 1
    return not (
        follows
        and direct
        and parse.head[first] == noun
        and lead not in ("the", "in", "since", "of", "from", "his", "its", "their")
    )


def _pronoun(parse: Parse, found: Found, first: int, last: int) -> bool:
    """ "one" without a noun, or in "one day", "no one", "one of"."""
    if parse.lower[first] != "one" or found.last - found.first != 3:
        return False
    before = parse.lower[first - 1] if first else ""
    if found.noun is None or before in (
        "no",
        "any",
        "every",
        "each",
        "some",
        "this",
        "that",
        "which",
        "another",
        "the",
        "only",
    ):
        return True
    return parse.tag[first] not in ("CD",) or parse.lower[found.noun[1] - 1] in (
        "time",
        "thing",
        "another",
        "way",
        "side",
        "hand",
        "end",
        "point",
        "moment",
        "kind",
        "reason",
    )


def _label(parse: Parse, found: Found, first: int, last: int) -> bool:
    """A number that names its noun: "Channel 5", "page 12", "iPhone 14"."""
    digits = parse.text[found.first : found.last]
    if first == 0 or found.modifier:
        return False
    before = first - 1
    word = parse.orth[before]
    gap = parse.text[parse.end[before] : found.first]
    if gap.strip() or parse.sent[before] != parse.sent[first]:
        return False
    if parse.lower[before] in _LABELS:
        return parse.pos[before] in ("NOUN", "PROPN") or parse.lower[before] in ("no.", "no", "top")
    if parse.pos[before] == "PROPN" or (
        word[:1].isupper() and before > parse.sents[parse.sent[before]][0] and word[:1].isalpha()
    ):
        return "," not in digits and not (
            found.noun
            and _plural(parse, found)
            and parse.dep[first] == "nummod"
            and parse.head[first] == found.noun[1] - 1
            and parse.pos[before] != "PROPN"
        )
    if parse.pos[before] == "NOUN" and found.noun is None and "," not in digits and digits[:1].isdigit():
        return parse.head[first] == before
    return False


def _age(parse: Parse, found: Found, last: int) -> bool:
    text = parse.text
    before = text[max(0, found.first - 24) : found.first]
    if _AGE.search(before):
        return True
    value = found.value
    if found.noun is None and value is not None and 0 < value < 120 and _COMMA_AGE.search(before):
        return (
            text[found.last : found.last + 1] in (",", ".", ";")
            and parse.pos[max(parse.token_at(found.first) - 2, 0)] == "PROPN"
        )
    return False


def _listed(text: str, found: Found) -> bool:
    if not _LIST.search(text[max(0, found.first - 8) : found.first]):
        return False
    return text[found.last : found.last + 1] in (".", ")", "]") and found.noun is None
