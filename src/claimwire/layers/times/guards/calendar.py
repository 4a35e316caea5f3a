"""Whether a season, quarter, half or decade is one of the calendar."""

from __future__ import annotations

from claimwire.layers.times.guards.names import NAMES
from claimwire.layers.times.match_context import MatchContext
from claimwire.lexicon import table, words

_REACH = 30  # words on either side


def noun(found: MatchContext) -> bool:
    """The last word is a noun (or there is no parse to ask)."""
    tag = found.tag()
    return not tag or tag.startswith("NN") or tag == "CD"


def season_alone(found: MatchContext) -> bool:
    """ "Fall" and "spring" are verbs and falls too; a season in a name is none."""
    if _opens_a_name(found):
        return False
    if len(found.words) > 1 and found.words != ["the", "fall"] and found.words != ["a", "fall"]:
        return noun(found)
    if found.label() in NAMES:
        return False
    if not found.tag():
        return found.before() in words("time_before_month")
    return found.words[-1] != "fall" and noun(found)


def _opens_a_name(found: MatchContext) -> bool:
    """ "The Winter Olympics": a season with a capital before a word with one; not in a headline."""
    text, last = found.scan.text, found.match.last
    season = text[found.scan.starts[last - 1]]
    if last >= len(found.scan.words) or not season.isupper() or text[found.end] != " ":
        return False
    inside = found.words[0] == "the" or (len(found.words) == 1 and found.before()[:1].isalpha())
    return inside and text[found.scan.starts[last]].isupper()


def no_long_week(found: MatchContext) -> bool:
    """ "Friday week", and not "the Friday week-long talks"."""
    return found.after() != "-" and found.after()[:1] != "'"


def ends_with_last(found: MatchContext) -> bool:
    """ "The week before last", and not "the day before last Tuesday"."""
    values = found.alphabet.values
    return not any((found.after(), c) in values for c in ("weekday", "month", "unit", "season", "daypart"))


def counted_days(found: MatchContext) -> bool:
    """ "Opening day" is a day of its own."""
    return not {"opening", "closing"} & set(found.words[:2])


def mid_unit(found: MatchContext) -> bool:
    """ "By midweek", and not "a midweek match"."""
    return found.words != ["midweek"] or found.before() in words("time_before_month")


def ends_there(found: MatchContext) -> bool:
    """ "Sunday the first", and not "on Sunday the first goal"."""
    spelled = not found.words[-1][0].isdecimal()
    return not spelled or not found.after()[:1].isalpha() or found.after() in _PREPOSITIONS


_PREPOSITIONS = frozenset({"at", "in", "and", "or", "to", "until", "for", "with", "is", "was", "will"})


def counts_nothing(found: MatchContext) -> bool:
    """ "On July 4 and 5", and not "on July 4 and 5 people": the last number counts no noun behind it."""
    i = found.token()
    if len(found.words) > 1 or found.parse is None or i < 0:
        return True
    return found.parse.dep[i] != "nummod" or found.parse.head[i] <= i


def capital_era(found: MatchContext) -> bool:
    """ "AD 79", "44 BC": eras are written with capitals."""
    text = found.scan.text[found.start : found.end]
    return any(part.isalpha() and part.isupper() for part in text.split())


def half_of_year(found: MatchContext) -> bool:
    """ "The second half" without a year may be a game's: it must speak of business."""
    if {"year", "of", "-"} & set(found.words):
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
