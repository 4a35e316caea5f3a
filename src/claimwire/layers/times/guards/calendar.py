"""Whether digits are a year, and a season or half is one of the calendar."""

from __future__ import annotations

from claimwire.layers.times.guards.names import NAMES
from claimwire.layers.times.match_context import MatchContext
from claimwire.lexicon import table, words

_REACH = 30  # words on either side

_NO_DATE = frozenset({"MONEY", "PERCENT", "QUANTITY", "PERSON", "PRODUCT", "LAW"})


def bare_year(found: MatchContext) -> bool:
    """Four digits are a year where the names say so, or behind a preposition of time."""
    if len(found.words) > 1 or not found.words[0].isdecimal():
        return True
    if found.before() in ("$", "£", "€", "¥", "#", "no", "no.", "@") or found.after() in (
        "%",
        "percent",
        "°",
    ):
        return False
    if found.before() in words("time_not_year"):
        return False
    if found.label() in ("DATE", "EVENT"):
        return True
    if found.label() in _NO_DATE:
        return False
    if found.before() == "the" and "1900" <= found.words[0] <= "2050":
        return not _counts(found)
    return found.before() in words("time_before_year") and not _counts(found)


def _counts(found: MatchContext) -> bool:
    """Whether the digits count the plural noun behind them."""
    i = found.token()
    if found.parse is None or i < 0 or found.parse.dep[i] != "nummod":
        return False
    return found.parse.tag[found.parse.head[i]] == "NNS"


def noun(found: MatchContext) -> bool:
    """The last word is a noun (or there is no parse to ask)."""
    tag = found.tag()
    return not tag or tag.startswith("NN") or tag == "CD"


def season_alone(found: MatchContext) -> bool:
    """ "Fall" and "spring" are verbs and falls too; a season in a name is none."""
    if len(found.words) > 1 and found.words != ["the", "fall"] and found.words != ["a", "fall"]:
        return noun(found)
    if found.label() in NAMES:
        return False
    if found.label() == "DATE":
        return True
    if not found.tag():
        return found.before() in words("time_before_month")
    return found.words[-1] != "fall" and noun(found)


def half_of_year(found: MatchContext) -> bool:
    """ "The second half" without a year may be a game's: the names must call it a date."""
    if {"year", "of", "-"} & set(found.words) or found.label() == "DATE":
        return True
    return found.before() in ("in", "for", "during") and _of_business(found)


def quarter_of_year(found: MatchContext) -> bool:
    """ "38 points in the third quarter" of a found."""
    return len(found.words) > 3 or not _of_match(found)


def _of_match(found: MatchContext) -> bool:
    i = found.match.first
    near = set(found.scan.words[max(0, i - _REACH) : i + _REACH])
    games = {row["word"] for row in table("point_senses") if row["sense"] == "score"}
    return bool(near & games) and not near & words("business_words")


def _of_business(found: MatchContext) -> bool:
    """Whether the words around speak of sales and growth, and not of a found."""
    i = found.match.first
    near = set(found.scan.words[max(0, i - _REACH) : i + _REACH])
    games = {row["word"] for row in table("point_senses") if row["sense"] == "score"}
    return bool(near & words("business_words")) and not near & games


def two_digits(found: MatchContext) -> bool:
    """ "His 30s" is an age; "the 30s" and "'30s" are a decade."""
    last = found.words[-1]
    return (
        len(last.rstrip("s'’")) == 4
        or last[0] in "'’‘"
        or "the" in found.words
        or found.before() in ("'", "’", "‘", "early", "late")
    )
