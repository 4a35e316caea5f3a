"""Whether a word that points at a time does so in its clause."""

from __future__ import annotations

from claimwire.layers.times.guards.names import no_name
from claimwire.layers.times.match_context import MatchContext
from claimwire.layers.times.tense import tense_at


def refers(found: MatchContext) -> bool:
    """ "Current", "future", "recent" as adjectives and nouns of time, not inside names."""
    word = found.words[-1]
    if len(found.words) > 1 and found.scan.text[found.scan.starts[found.match.last - 1]].isupper():
        return False
    if word in ("shortly", "soon") and found.after() in ("after", "before", "as", "thereafter", "afterwards"):
        return False
    if found.words == ["the", "future"] and found.after() == "of":
        return False  # what will become of something
    if word == "moment" and found.words[0] == "the" and found.before() not in ("at", "for"):
        return False
    if word in ("future", "past", "present") and found.tag() not in ("", "NN"):
        return False
    if found.words == ["present"]:
        return found.before() == "at" and (found.tag() == "NN" or not found.after().isalpha())
    if found.words == ["future"] and (found.before() != "in" or _modifies(found)):
        return False
    return no_name(found)


def _modifies(found: MatchContext) -> bool:
    i = found.token()
    return found.parse is not None and i >= 0 and found.parse.dep[i] in ("amod", "compound", "nmod")


def soon_to_come(found: MatchContext) -> bool:
    """ "Soon" speaks of the future unless its clause tells what was."""
    i = found.token()
    if found.words[-1] != "soon" or found.parse is None or i < 0:
        return True
    return tense_at(found.parse, i) != "past"


def by_the_unit(found: MatchContext) -> bool:
    """ "Worse by the day", and not "by the day of the vote"."""
    return not found.after()[:1].isalpha() or found.after() in ("and", "or", "but", "as", "while")


def the_time(found: MatchContext) -> bool:
    """ "At the time" ends its clause; "the time he was caught" is another matter."""
    if found.words[0] == "the":
        return found.before() == "at" and not found.after().isalpha()
    return found.before() in ("at", "by", "since", "until", "from", "before", "after", "during")


def the_day(found: MatchContext) -> bool:
    """ "On the day", but not "the day of the vote", "the day after", "the day belonged to"."""
    if found.words[-1] != "day" or len(found.words) > 2:
        return True
    behind = found.after() in ("of", "when", "after", "before", "that", "to", "job")
    return not behind and found.before() in ("on", "of", "for", "by", "in")


# "Since then" only joins sentences
_UP_TO = frozenset({"until", "till", "by", "before", "from", "after"})


def then(found: MatchContext) -> bool:
    """ "Until then", "reported then that": a time named before, and not the next step ("then he left")."""
    if found.before() in _UP_TO:
        return found.after() not in ("-", "-president")
    i = found.token()
    if found.parse is None or i < 1 or found.parse.dep[i] != "advmod" or found.parse.head[i] != i - 1:
        return False
    closed = found.after() in ("that", ",", ".", ";", "")
    return closed and found.parse.tag[i - 1] in ("VBD", "VBN")
