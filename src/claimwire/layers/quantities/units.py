"""Reading the unit behind a number: percent, currencies, physical units, and "per" phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimwire.layers.quantities.unit_tables import Kind, Meaning, dictionary, symbols, word_units
from claimwire.lexicon import words

_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_AMBIGUOUS = frozenset({"'", "’", '"', "”", "′", "″", "A", "c", "t", "V"})  # behind a space: words and marks
_MARKS = frozenset("'’\"”")
_OPENING = re.compile(r"(?:^|[\s(\[])['‘]")
_QUOTE_WINDOW = 400  # characters back in which an opening mark is looked for
_SYMBOL = re.compile(
    r"[ \xa0-]?((?:sq\.? ?(?:m|ft\.?|km)|deg ?[CF]|° ?[CF]?|º[CF]|[%％](?: points?)?|p\.c\.|lbs?[.-]*ft\.?"
    r"|[A-Za-zµμ·]+(?:/[A-Za-z]+)?[²³]?2?3?|[€£$¥¢]|[″′\"”'])\.?)(?![\w%])"
)
_WORDS = re.compile(
    r"[ \xa0\n-]([A-Za-z][A-Za-z.]*)(?:[ \xa0-]([A-Za-z][A-Za-z.]*))?(?:[ \xa0-]([A-Za-z][A-Za-z.]*))?"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit read: end offset, name, kind, factor of minor units.

    name: of money the ISO code, or `$` where the article decides.
    """

    end: int
    name: str
    kind: Kind
    factor: float = 1


def singular(word: str) -> str:
    """A unit's or currency's word without its plural ending."""
    if word == "feet":
        return "foot"
    if word.endswith("inches"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) else word


def read_unit(text: str, at: int) -> Unit | None:
    """The unit right behind a number that ends at a character, or None."""
    return _symbol(text, at) or _named(text, at)


def _symbol(text: str, at: int) -> Unit | None:
    found = _SYMBOL.match(text, at)
    if not found:
        return None
    form = found[1]
    attached = text[at] == form[0]
    hit = symbols().get(form)
    if hit is None and form.endswith("."):
        hit, form = symbols().get(form[:-1]), form[:-1]
    if hit is None and attached and len(form) > 1 and form.isalpha() and form not in _ORDINALS:
        name = dictionary()[1].get(form)
        hit = (name, "measure", 1.0) if name else None
    if hit is None and "/" in form:
        hit = _compound(form)
    if form in _MARKS and _closes_quote(text, found.start(1)):
        return None
    if hit is None or (not attached and not _stands_apart(text, found, form)):
        return None
    return Unit(found.start(1) + len(form), *hit)


def _compound(form: str) -> Meaning | None:
    """A rate of two symbols, as "A/cm2"."""
    above, _, below = form.partition("/")
    names = [symbols().get(f) or dictionary()[1].get(f) for f in (above, below)]
    if None in names:
        return None
    top, bottom = (n if isinstance(n, str) else n[0] for n in names if n is not None)
    return f"{top} per {bottom}", "measure", 1.0


def _stands_apart(text: str, found: re.Match[str], form: str) -> bool:
    """Whether a symbol behind a space or hyphen is a unit: not letters that are words or initials as well."""
    if form in ("C", "F"):
        return text[found.start()] == " " and text[found.end() : found.end() + 1] in " .,)"
    return form not in _AMBIGUOUS


def _closes_quote(text: str, at: int) -> bool:
    """Whether the mark at a character closes a quotation, so that it is no sign of feet or inches."""
    begin = max(text.rfind("\n", 0, at) + 1, at - _QUOTE_WINDOW)
    mark = text[at]
    if mark == '"':
        return text.count('"', begin, at) % 2 == 1
    if mark == "”":
        return text.count("“", begin, at) > text.count("”", begin, at)
    return bool(_OPENING.search(text, begin, at))


def _named(text: str, at: int) -> Unit | None:
    found = _WORDS.match(text, at)
    if not found:
        return None
    parts = [g.lower().rstrip(".") for g in found.groups() if g]
    for n in range(len(parts), 0, -1):
        form = " ".join([*parts[: n - 1], singular(parts[n - 1])])
        first = singular(parts[0])
        joined = " ".join([first, *parts[1 : n - 1], singular(parts[n - 1])]) if n > 1 else form
        for candidate in (form, joined):
            hit = _lookup(candidate)
            if hit:
                end = found.end(n)
                return Unit(end - (text[end - 1] == "."), *hit)
    return None


def _lookup(form: str) -> Meaning | None:
    known = word_units().get(form)
    if known is not None:
        return known if known[0] else None
    name = dictionary()[0].get(form)
    return (name, "measure", 1.0) if name else None


def is_time(text: str, at: int) -> bool:
    """Whether a unit of time stands right behind a number: a duration or an age, not ours."""
    found = _WORDS.match(text, at)
    if found:
        word = found[1].lower().rstrip(".")
        if word in ("or", "and", "to") and found[2]:
            return False
        return word in words("quantity_time_units") or singular(word) in words("quantity_time_units")
    attached = re.compile(r"(?:min|mins|hrs?|yrs?|am|pm|a\.m|p\.m|sec|secs|ms)(?![A-Za-z])").match(text, at)
    return bool(attached)
