"""Unit names behind a number: percent, currencies, quantulum3's dictionary of physical units, and "per" phrases.

quantulum3's table is read as data when the first unknown word behind a number asks for it; its parser, which
reads units into running news text, and its classifier are never loaded.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from claimwire.lexicon import table, words

Kind = Literal["money", "percent", "measure"]
_PREFIXES = {
    "E": "exa", "P": "peta", "T": "tera", "G": "giga", "M": "mega", "k": "kilo", "h": "hecto", "da": "deca",
    "d": "deci", "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico",
}  # fmt: skip
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_AMBIGUOUS = frozenset({"'", "’", '"', "”", "′", "″", "A", "c", "t", "V"})  # behind a space: words and marks
_MARKS = frozenset("'’\"”")
_OPENING = re.compile(r"(?:^|[\s(\[])['‘]")
_QUOTE_WINDOW = 400  # characters back in which an opening mark is looked for
_NO_MEASURE = frozenset({"time", "currency", "dimensionless", "instance frequency", "charge"})
_SYMBOL = re.compile(r"[ \xa0-]?((?:sq\.? ?(?:m|ft\.?|km)|deg ?[CF]|° ?[CF]?|º[CF]|[%％]( points?)?|p\.c\.|lbs?[.-]*ft\.?|[A-Za-zµμ·]+(?:/[A-Za-z]+)?[²³]?2?3?|[€£$¥¢]|[″′\"”'])\.?)(?![\w%])")  # fmt: skip
_WORDS = re.compile(
    r"[ \xa0\n-]([A-Za-z][A-Za-z.]*)(?:[ \xa0-]([A-Za-z][A-Za-z.]*))?(?:[ \xa0-]([A-Za-z][A-Za-z.]*))?"
)
_PER = re.compile(
    r"(?:[, -]{1,2}(per|a|an|each|every)[ -]|(/) ?)"
    r"((?:square|cubic|sq|metric|fluid|troy|100|1,000|thousand|million)[ -])?([A-Za-z][A-Za-z0-9²³]*)(?![\w])"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit read: end offset, name (an ISO code for money; `$` where the article decides), kind, factor of minor units."""

    end: int
    name: str
    kind: Kind
    factor: float = 1


@cache
def _word_units() -> dict[str, tuple[str, Kind, float]]:
    out: dict[str, tuple[str, Kind, float]] = {}
    for row in table("quantity_units"):
        if row["side"] == "word":
            out[row["form"]] = (row["name"], _kind(row["name"]), 1.0)
    for row in table("currencies"):
        if row["side"] == "word":
            out[row["form"]] = (row["code"], "money", float(row["factor"]))
    return out


@cache
def _symbols() -> dict[str, tuple[str, Kind, float]]:
    out: dict[str, tuple[str, Kind, float]] = {}
    for row in table("quantity_units"):
        if row["side"] == "symbol":
            out[row["form"]] = (row["name"], _kind(row["name"]), 1.0)
    for row in table("currencies"):
        if row["side"] == "symbol" or (
            row["side"] == "prefix" and row["form"].isalpha() and len(row["form"]) == 3
        ):
            out[row["form"]] = (row["code"], "money", float(row["factor"]))
    return out


def _kind(name: str) -> Kind:
    return "percent" if name in ("percent", "percentage_point", "basis point") else "measure"


@cache
def _dictionary() -> tuple[dict[str, str], dict[str, str]]:
    """quantulum3's physical units: singular surface -> name, and symbol -> name, metric prefixes expanded."""
    surfaces: dict[str, str] = {}
    symbols: dict[str, str] = {}
    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        return surfaces, symbols
    units = json.loads((Path(spec.origin).parent / "units.json").read_text(encoding="utf-8"))
    for name, unit in units.items():
        if unit.get("entity") in _NO_MEASURE:
            continue
        for prefix in ["", *unit.get("prefixes", ())]:
            long = _PREFIXES.get(prefix)
            if prefix and not long:
                continue
            full = (long or "") + name
            for surface in [*unit.get("surfaces", ()), name]:
                surfaces.setdefault((long or "") + surface.lower(), full)
            for symbol in unit.get("symbols", ()):
                symbols.setdefault(prefix + symbol, full)
    return surfaces, symbols


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
    hit = _symbols().get(form)
    if hit is None and form.endswith("."):
        hit, form = _symbols().get(form[:-1]), form[:-1]
    if hit is None and attached and len(form) > 1 and form.isalpha() and form not in _ORDINALS:
        name = _dictionary()[1].get(form)
        hit = (name, "measure", 1.0) if name else None
    if hit is None and "/" in form:
        hit = _compound(form)
    if form in _MARKS and _closes_quote(text, found.start(1)):
        return None
    if hit is None or (not attached and not _stands_apart(text, found, form)):
        return None
    return Unit(found.start(1) + len(form), *hit)


def _compound(form: str) -> tuple[str, Kind, float] | None:
    """A rate of two symbols, as "A/cm2"."""
    above, _, below = form.partition("/")
    names = [_symbols().get(f) or _dictionary()[1].get(f) for f in (above, below)]
    if None in names:
        return None
    top, bottom = (n if isinstance(n, str) else n[0] for n in names if n is not None)
    return f"{top} per {bottom}", "measure", 1.0


def _stands_apart(text: str, found: re.Match[str], form: str) -> bool:
    """Whether a symbol behind a space or hyphen is a unit: not the letters that are words or initials as well."""
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


def _lookup(form: str) -> tuple[str, Kind, float] | None:
    known = _word_units().get(form)
    if known is not None:
        return known if known[0] else None
    name = _dictionary()[0].get(form)
    return (name, "measure", 1.0) if name else None


def read_per(text: str, at: int) -> tuple[int, str] | None:
    """What a price or rate is given per, from the end of its unit: (end, singular noun), or None."""
    found = _PER.match(text, at)
    if not found or found[4].lower() in ("cent", "se", "capita"):
        return None
    noun = singular(found[4].lower())
    if found[1] in ("a", "an", "each", "every") and noun not in words("quantity_per"):
        return None
    if found[2]:
        hit = _symbols().get(found[4])
        noun = hit[0] if hit else noun
    noun = {
        "feet": "foot",
        "ft": "foot",
        "m": "metre",
        "km": "kilometre",
        "meter": "metre",
        "liter": "litre",
        "kilometer": "kilometre",
    }.get(noun, noun)
    before = (found[3] or "").strip(" -")
    return found.end(), f"{'square' if before == 'sq' else before} {noun}".strip()


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
