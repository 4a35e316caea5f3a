"""Whether an amount of units is a time and no share, unit of measure or adjective."""

from __future__ import annotations

import re
from functools import cache

from claimwire.layers.times.place import Place
from claimwire.lexicon import table


def no_share(place: Place) -> bool:
    """ "A quarter of the shares", "a quarter-point cut" are no times."""
    if place.words[-1] not in ("quarter", "quarters", "second", "half"):
        return True
    i = place.token()
    subject = place.parse is not None and i >= 0 and place.parse.dep[i] in ("nsubj", "nsubjpass")
    if subject and place.words == ["a", "quarter"]:
        return False  # "a quarter were undecided"
    measure = place.after() == "-" and place.after(2) in ("point", "percentage", "mile", "size", "final")
    return place.after() not in ("of", "final") and not measure


def true_second(place: Place) -> bool:
    """ "Second" is a unit only as a noun with an amount."""
    return place.words[-1] != "second" or place.tag() in ("", "NN") and place.words[0] not in ("a", "the")


def no_initials(place: Place) -> bool:
    """ "An SEC filing", "a MIN reading": a unit in capitals is a name's initials."""
    last = place.scan.text[place.scan.starts[place.match.last - 1] : place.end]
    return not (last.isupper() and len(last) <= _INITIALS)


_INITIALS = 4


def measured(place: Place) -> bool:
    """ "A long day" measures nothing."""
    return not {"long", "short"} & set(place.words)


def no_fraction(place: Place) -> bool:
    """ "Three-quarters" is a share."""
    return place.words[-1] != "quarters"


def share_or_period(place: Place) -> bool:
    """ "The first two quarters of 1990" are times, "the two quarters of" something else are not."""
    return no_share(place) or place.after(2)[:1].isdecimal()


def clause_end(place: Place) -> bool:
    """ "The year before" as against "the year before the war"."""
    return not place.after()[:1].isalnum()


def hour(place: Place) -> bool:
    """ "High noon" is a manner of speaking."""
    return place.before() != "high"


def whole_quarters(place: Place) -> bool:
    """ "Three-quarters" with a hyphen is a share of something else than a year."""
    words = place.words
    return words[-1] != "quarters" or "-" not in words[-2:-1] or words[-3:-2] not in (["three"], ["3"])


def not_than(place: Place) -> bool:
    """ "Two years later than planned" compares: it is a stretch of time."""
    return place.after() != "than" or place.words[-1] not in ("later", "earlier")


def bare_age(place: Place) -> bool:
    """ "People over 80", but not "people over 80 kg", "drivers under 5%" or "men under 20 officers"."""
    if place.after() in ("%", "percent", "per", "°"):
        return False
    i = place.token()
    if place.parse is None or i < 0:
        return not place.after()[:1].isalpha() or place.after() in _AFTER_AGE
    counts = place.parse.dep[i] in ("nummod", "compound", "quantmod") and place.parse.head[i] > i
    return not counts


_AFTER_AGE = frozenset(
    {"and", "or", "who", "are", "were", "will", "have", "can", "must", "may", "in", "with"}
)


def no_unit(place: Place) -> bool:
    """ "Kilometres per hour" is one unit."""
    return place.words[0] != "per" or _PREFIX.sub("", place.before()) not in _measures()


_PREFIX = re.compile(r"^(?:kilo|centi|milli|micro|mega|giga)(?=\w{3})")


@cache
def _measures() -> frozenset[str]:
    words = {r["form"].split()[-1] for r in table("quantity_units") if r["side"] == "word" and r["name"]}
    money = {"percent", "pct", "point"}
    return frozenset({"feet"} | {form for word in words - money for form in (word, word + "s")})
