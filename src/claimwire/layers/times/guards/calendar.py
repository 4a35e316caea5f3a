"""Whether digits are a year, and a season or half is one of the calendar."""

from __future__ import annotations

from claimwire.layers.times.guards.names import NAMES
from claimwire.layers.times.place import Place
from claimwire.lexicon import table, words

_REACH = 30  # words on either side

_NO_DATE = frozenset({"MONEY", "PERCENT", "QUANTITY", "PERSON", "PRODUCT", "LAW"})


def bare_year(place: Place) -> bool:
    """Four digits are a year where the names say so, or behind a preposition of time."""
    if len(place.words) > 1 or not place.words[0].isdecimal():
        return True
    if place.before() in ("$", "£", "€", "¥", "#", "no", "no.", "@") or place.after() in (
        "%",
        "percent",
        "°",
    ):
        return False
    if place.before() in words("time_not_year"):
        return False
    if place.label() in ("DATE", "EVENT"):
        return True
    if place.label() in _NO_DATE:
        return False
    if place.before() == "the" and "1900" <= place.words[0] <= "2050":
        return not _counts(place)
    return place.before() in words("time_before_year") and not _counts(place)


def _counts(place: Place) -> bool:
    """Whether the digits count the plural noun behind them."""
    i = place.token()
    if place.parse is None or i < 0 or place.parse.dep[i] != "nummod":
        return False
    return place.parse.tag[place.parse.head[i]] == "NNS"


def noun(place: Place) -> bool:
    """The last word is a noun (or there is no parse to ask)."""
    tag = place.tag()
    return not tag or tag.startswith("NN") or tag == "CD"


def season_alone(place: Place) -> bool:
    """ "Fall" and "spring" are verbs and falls too; a season in a name is none."""
    if len(place.words) > 1 and place.words != ["the", "fall"] and place.words != ["a", "fall"]:
        return noun(place)
    if place.label() in NAMES:
        return False
    if place.label() == "DATE":
        return True
    if not place.tag():
        return place.before() in words("time_before_month")
    return place.words[-1] != "fall" and noun(place)


def half_of_year(place: Place) -> bool:
    """ "The second half" without a year may be a match's: the names must call it a date."""
    if {"year", "of", "-"} & set(place.words) or place.label() == "DATE":
        return True
    return place.before() in ("in", "for", "during") and _of_business(place)


def quarter_of_year(place: Place) -> bool:
    """ "38 points in the third quarter" of a match."""
    return len(place.words) > 3 or not _of_match(place)


def _of_match(place: Place) -> bool:
    i = place.match.first
    near = set(place.scan.words[max(0, i - _REACH) : i + _REACH])
    games = {row["word"] for row in table("point_senses") if row["sense"] == "score"}
    return bool(near & games) and not near & words("business_words")


def _of_business(place: Place) -> bool:
    """Whether the words around speak of sales and growth, and not of a match."""
    i = place.match.first
    near = set(place.scan.words[max(0, i - _REACH) : i + _REACH])
    games = {row["word"] for row in table("point_senses") if row["sense"] == "score"}
    return bool(near & words("business_words")) and not near & games


def two_digits(place: Place) -> bool:
    """ "His 30s" is an age; "the 30s" and "'30s" are a decade."""
    last = place.words[-1]
    return (
        len(last.rstrip("s'’")) == 4
        or last[0] in "'’‘"
        or "the" in place.words
        or place.before() in ("'", "’", "‘", "early", "late")
    )
