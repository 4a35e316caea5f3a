"""Whether a word that points at a time does so in its clause."""

from __future__ import annotations

from claimwire.layers.times.guards.names import no_name
from claimwire.layers.times.place import Place
from claimwire.layers.times.tense import tense_at


def refers(place: Place) -> bool:
    """ "Current", "future", "recent" as adjectives and nouns of time, not inside names."""
    word = place.words[-1]
    if len(place.words) > 1 and place.scan.text[place.scan.starts[place.match.last - 1]].isupper():
        return False
    if word in ("shortly", "soon") and place.after() in ("after", "before", "as", "thereafter", "afterwards"):
        return False
    if place.words == ["the", "future"] and place.after() == "of":
        return False  # what will become of something
    if word == "moment" and place.words[0] == "the" and place.before() not in ("at", "for"):
        return False
    if word in ("future", "past", "present") and place.tag() not in ("", "NN"):
        return False
    if place.words == ["future"] and (place.before() != "in" or _modifies(place)):
        return False
    return no_name(place)


def _modifies(place: Place) -> bool:
    i = place.token()
    return place.parse is not None and i >= 0 and place.parse.dep[i] in ("amod", "compound", "nmod")


def soon_to_come(place: Place) -> bool:
    """ "Soon" speaks of the future unless its clause tells what was."""
    i = place.token()
    if place.words[-1] != "soon" or place.parse is None or i < 0:
        return True
    return tense_at(place.parse, i) != "past"


def the_time(place: Place) -> bool:
    """ "At the time" ends its clause; "the time he was caught" is another matter."""
    if place.words[0] == "the":
        return place.before() == "at" and not place.after().isalpha()
    return place.before() in ("at", "by", "since", "until", "from", "before", "after", "during")


def the_day(place: Place) -> bool:
    """ "On the day", but not "the day of the vote", "the day after", "the day belonged to"."""
    if place.words[-1] != "day" or len(place.words) > 2:
        return True
    behind = place.after() in ("of", "when", "after", "before", "that", "to", "job")
    return not behind and place.before() in ("on", "of", "for", "by", "in")


_UP_TO = frozenset({"until", "till", "since", "by", "before", "from", "after"})


def then(place: Place) -> bool:
    """ "Until then", "reported then that": a time named before, and not the next step ("then he left")."""
    if place.before() in _UP_TO:
        return place.after() not in ("-", "-president")
    i = place.token()
    if place.parse is None or i < 1 or place.parse.dep[i] != "advmod" or place.parse.head[i] != i - 1:
        return False
    closed = place.after() in ("that", ",", ".", ";", "")
    return closed and place.parse.tag[i - 1] in ("VBD", "VBN")
