"""Whether an amount of units is a time and no share, unit of measure or adjective."""

from __future__ import annotations

import re
from functools import cache

from claimwire.layers.times.match_context import MatchContext
from claimwire.lexicon import table


def no_share(found: MatchContext) -> bool:
    """ "A quarter of the shares", "a quarter-point cut", "six and a quarter feet" are no times."""
    if found.words[-1] not in ("quarter", "quarters", "second", "half"):
        return True
    i = found.token()
    subject = found.parse is not None and i >= 0 and found.parse.dep[i] in ("nsubj", "nsubjpass")
    if subject and found.words == ["a", "quarter"]:
        return False  # "a quarter were undecided"
    measure = found.after() == "-" and found.after(2) in _QUARTERED
    return found.after() not in {"of", "final"} | _measures() and not measure


_QUARTERED = frozenset({"point", "percentage", "mile", "size", "final", "finals", "finalist", "finalists"})


def true_second(found: MatchContext) -> bool:
    """ "Second" is a unit only as a noun with an amount."""
    return found.words[-1] != "second" or found.tag() in ("", "NN") and found.words[0] not in ("a", "the")


def no_initials(found: MatchContext) -> bool:
    """ "An SEC filing", "a MIN reading": a unit in capitals is a name's initials."""
    last = found.scan.text[found.scan.starts[found.match.last - 1] : found.end]
    return not (last.isupper() and len(last) <= _INITIALS)


_INITIALS = 4


def measured(found: MatchContext) -> bool:
    """ "A long day" measures nothing."""
    return not {"long", "short"} & set(found.words)


def no_fraction(found: MatchContext) -> bool:
    """ "Three-quarters" is a share."""
    return found.words[-1] != "quarters"


def share_or_period(found: MatchContext) -> bool:
    """ "The first two quarters of 1990" are times, "the two quarters of" something else are not."""
    return no_share(found) or found.after(2)[:1].isdecimal()


def clause_end(found: MatchContext) -> bool:
    """ "The year before" as against "the year before the war"."""
    return not found.after()[:1].isalnum()


def hour(found: MatchContext) -> bool:
    """ "High noon" is a manner of speaking."""
    return found.before() != "high"


def whole_quarters(found: MatchContext) -> bool:
    """ "Three-quarters" with a hyphen is a share of something else than a year."""
    words = found.words
    if words[-1] == "quarters" and words[0] in ("some", "many"):
        return False  # "welcomed in some quarters"
    return words[-1] != "quarters" or "-" not in words[-2:-1] or words[-3:-2] not in (["three"], ["3"])


def not_than(found: MatchContext) -> bool:
    """ "Two years later than planned" compares: it is a stretch of time."""
    return found.after() != "than" or found.words[-1] not in ("later", "earlier")


def not_ahead_of(found: MatchContext) -> bool:
    """ "In the days ahead", and not "in the days ahead of the vote"."""
    return found.words[-1] != "ahead" or found.after() != "of"


def no_late_night(found: MatchContext) -> bool:
    """ "Late-night" as an adjective."""
    return found.words != ["late", "-", "night"]


_SHIFTING = frozenset(
    {"push", "pushed", "pushing", "put", "set", "setting", "move", "moved", "moving", "taken"}
)
_SHIFT_REACH = 8  # words


def no_shift(found: MatchContext) -> bool:
    """ "Two days back", and not "pushed the start two weeks back", "two weeks back in the office"."""
    if found.words[-1] != "back":
        return True
    first = found.match.first
    near = set(found.scan.words[max(0, first - _SHIFT_REACH) : first])
    return not near & _SHIFTING and found.after() not in ("from", "in", "at", "to", "on", "home")


def bare_age(found: MatchContext) -> bool:
    """ "People over 80", but not "people over 80 kg", "drivers under 5%" or "men under 20 officers"."""
    if found.after() in ("%", "percent", "per", "°"):
        return False
    i = found.token()
    if found.parse is None or i < 0:
        return not found.after()[:1].isalpha() or found.after() in _AFTER_AGE
    counts = found.parse.dep[i] in ("nummod", "compound", "quantmod") and found.parse.head[i] > i
    return not counts


_AFTER_AGE = frozenset(
    {"and", "or", "who", "are", "were", "will", "have", "can", "must", "may", "in", "with"}
)


def no_unit(found: MatchContext) -> bool:
    """ "Kilometres per hour" is one unit."""
    return found.before() != "per" or not is_measure(found.before(2))


def is_measure(word: str) -> bool:
    """Whether a word is a unit of measure, in the singular or plural ("kilometres")."""
    return _PREFIX.sub("", word) in _measures()


_PREFIX = re.compile(r"^(?:kilo|centi|milli|micro|mega|giga)(?=\w{3})")


@cache
def _measures() -> frozenset[str]:
    words = {r["form"].split()[-1] for r in table("quantity_units") if r["side"] == "word" and r["name"]}
    money = {"percent", "pct", "point"}
    return frozenset({"feet"} | {form for word in words - money for form in (word, word + "s")})
