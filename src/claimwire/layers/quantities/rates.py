"""What a price or a rate is given per: "$75 a barrel", "40 people a day", "9 deaths per 1,000 births"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimwire.layers.quantities.unit_tables import symbols
from claimwire.layers.quantities.units import singular
from claimwire.lexicon import table, words

_PER = re.compile(
    r"(?:[ -](a|an|each|every)[ -]|,?[ -]per[ -]|(/) ?)"
    r"((?:square|cubic|sq|metric|fluid|troy|100|1,000|thousand|million)[ -])?"
    r"(?:(?:US|[a-z]{3,12}(?:(?<!hundr)ed|ful|ible|able|al|ive)) (?=[a-z]{3,}))?"
    r"([A-Za-z][A-Za-z0-9²³]*(?:(?<=watt)[ -]hours?)?)(?!\w)"
)
_MANY = re.compile(
    r",? per ((?:\d[\d,.]*\d|hundred|thousand|million)(?: (?:thousand|million))?"
    r"(?: (?!was\b|has\b|this\b|across\b)(?:live )?(?:[a-z]{2,}s|people|men|women|children)\b)?)(?!\w)"
)
# "A year ago", "a day after the vote", "a second time": a time, or one more
_NO_RATE = re.compile(
    r" (?:ago|earlier|later|before|after|old|since|when|time|from|or so|or two|to|that|which|who|of)\b", re.I
)
_CONVERTED = re.compile(r" ?[(\[][^()\[\]]{0,12}\d[^()\[\]]{0,12}[)\]]|[)\]]")  # "£20 ($38) a month"
_OF_THING = re.compile(
    r" (?:worth )?of (?:(?!(?:for|in|on|at|over|within|by|to|with|from|and|or|as|is)\b)[\w’'-]{1,30} ){1,3}"
    r"(?=(?:an?|per|each|every) )"
)


@dataclass(frozen=True, slots=True)
class Rate:
    """What a quantity is per: where its words end, and its unit in the singular. many: it holds a number."""

    end: int
    per: str
    many: bool = False


def read_rate(text: str, at: int) -> Rate | None:
    """The rate whose words begin right behind a unit or a counted noun that ends at a character, or None."""
    many = _MANY.match(text, at)
    if many:
        return Rate(many.end(), many[1], many=True)
    found = _PER.match(text, at)
    if not found or found[4].lower() in ("cent", "se", "diem"):
        return None
    noun = singular(found[4].lower())
    if found[1] and (noun not in words("quantity_per") or _NO_RATE.match(text, found.end())):
        return None
    hit = symbols().get(found[4]) if found[2] else None
    noun = _plain_names().get(noun, hit[0] if hit else noun)
    before = (found[3] or "").strip(" -")
    return Rate(found.end(), f"{'square' if before == 'sq' else before} {noun}".strip())


def rate_behind(text: str, at: int) -> Rate | None:
    """The same, also behind a conversion, or per a time behind what it is of ("9 tonnes of coal a year")."""
    beside = _CONVERTED.match(text, at)
    near = read_rate(text, beside.end() if beside else at)
    of = None if near else _OF_THING.match(text, at)
    far = read_rate(text, of.end() - 1) if of else None
    return near or (far if far and far.per in words("quantity_time_units") else None)


@cache
def _plain_names() -> dict[str, str]:
    return {row["form"]: row["name"] for row in table("rate_units")}
