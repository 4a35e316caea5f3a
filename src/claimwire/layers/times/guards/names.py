"""Whether a match is a name or a capitalised word that is no time."""

from __future__ import annotations

from claimwire.layers.times.place import Place
from claimwire.lexicon import words

NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LAW"})


def capitals(place: Place) -> bool:
    """Weekdays, months and holidays are written with a capital."""
    for i in range(place.match.first, place.match.last):
        word = place.scan.words[i]
        if any(
            (word, c) in place.alphabet.values
            for c in ("weekday", "weekdays", "month", "monthabbr", "weekdayabbr")
        ):
            second_use = (word, "ordinal") in place.alphabet.values
            if not second_use and not place.scan.text[place.scan.starts[i]].isupper():
                return False
    return True


def bare_month(place: Place) -> bool:
    """A month alone: no name of a person, no modal "May", no abbreviation of something else."""
    words_ = place.words
    label = place.label()
    if label in ("PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT") and len(words_) == 1:
        return False
    last = words_[-1].rstrip(".")
    short = (last, "monthabbr") in place.alphabet.values or words_[-1] == "."
    if short and not (label == "DATE" or words_[-1] == "."):
        return False
    i = place.token()
    if (
        words_[-1] in ("may", "march")
        and place.parse is not None
        and i >= 0
        and place.parse.dep[i] in ("nsubj", "aux")
    ):
        return False
    if words_[-1] in ("may", "march") and len(words_) == 1:
        return (
            label == "DATE"
            and place.tag() not in ("MD", "VB", "VBP")
            or place.before() in words("time_before_month")
        )
    return True


def holiday_name(place: Place) -> bool:
    """A holiday's name begins with a capital."""
    text = place.scan.text[place.start : place.end]
    return any(w[:1].isupper() for w in text.split() if w.lower() not in ("last", "next", "this"))


def no_name(place: Place) -> bool:
    """Not part of the name of something that is no time."""
    return place.label() not in NAMES


def common_frequency(place: Place) -> bool:
    """ "Daily" with a capital inside a sentence is part of a name."""
    if not place.scan.text[place.start].isupper():
        return True
    at_head = place.match.first == 0 or place.before() in (".", "\n", '"', "“", "''", "``")
    return at_head and no_name(place)


def plain_units(place: Place) -> bool:
    """ "60 Minutes" with a capital is a title."""
    last = place.scan.text[place.scan.starts[place.match.last - 1] : place.end]
    return not last[:1].isupper() or last.isupper() or len(place.words) == 1


def no_title(place: Place) -> bool:
    """ "Today" with a capital behind a word with one is the end of a title ("Farming Today")."""
    text, first = place.scan.text, place.match.first
    if not text[place.start].isupper() or first == 0:
        return True
    before = place.scan.starts[first - 1]
    return not (text[before].isupper() and text[place.scan.ends[first - 1] : place.start] == " ")
