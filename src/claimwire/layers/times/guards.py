"""What must hold around a match before it is a time expression: capitals, parse, names, neighbours."""

from __future__ import annotations

from collections.abc import Callable

from claimwire.layers.times.place import Place
from claimwire.layers.times.tense import tense_at
from claimwire.lexicon import words

_NO_DATE = frozenset({"MONEY", "PERCENT", "QUANTITY", "PERSON", "PRODUCT", "LAW"})
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LAW"})

Guard = Callable[[Place], bool]


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


def bare_year(place: Place) -> bool:
    """Four digits are a year where the names say so, or behind a preposition of time."""
    if len(place.words) > 1 or not place.words[0].isdigit():
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
    if place.label() in _NAMES:
        return False
    if place.label() == "DATE":
        return True
    if not place.tag():
        return place.before() in words("time_before_month")
    return place.words[-1] != "fall" and noun(place)


def no_share(place: Place) -> bool:
    """ "A quarter of the shares" is no time."""
    return not (
        place.words[-1] in ("quarter", "quarters", "second", "half") and place.after() in ("of", "final")
    )


def measured(place: Place) -> bool:
    """ "A long day" measures nothing."""
    return not {"long", "short"} & set(place.words)


def holiday_name(place: Place) -> bool:
    """A holiday's name begins with a capital."""
    text = place.scan.text[place.start : place.end]
    return any(w[:1].isupper() for w in text.split() if w.lower() not in ("last", "next", "this"))


def true_second(place: Place) -> bool:
    """ "Second" is a unit only as a noun with an amount."""
    return place.words[-1] != "second" or place.tag() in ("", "NN") and place.words[0] not in ("a", "the")


def no_name(place: Place) -> bool:
    """Not part of the name of something that is no time."""
    return place.label() not in _NAMES


def common_frequency(place: Place) -> bool:
    """ "Daily" with a capital inside a sentence is part of a name."""
    if not place.scan.text[place.start].isupper():
        return True
    at_head = place.match.first == 0 or place.before() in (".", "\n", '"', "“", "''", "``")
    return at_head and no_name(place)


def half_of_year(place: Place) -> bool:
    """ "The second half" without a year may be a match's: the names must call it a date."""
    return len({"year", "of", "-"} & set(place.words)) > 0 or place.label() == "DATE"


def refers(place: Place) -> bool:
    """ "Current", "future", "recent" as adjectives and nouns of time, not inside names."""
    word = place.words[-1]
    if len(place.words) > 1 and place.scan.text[place.scan.starts[place.match.last - 1]].isupper():
        return False
    if word in ("shortly", "soon") and place.after() in ("after", "before", "as", "thereafter", "afterwards"):
        return False
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


def clause_end(place: Place) -> bool:
    """ "The year before" as against "the year before the war"."""
    return not place.after()[:1].isalnum()


def plain_units(place: Place) -> bool:
    """ "60 Minutes" with a capital is a title."""
    last = place.scan.text[place.scan.starts[place.match.last - 1] : place.end]
    return not last[:1].isupper() or last.isupper() or len(place.words) == 1


def two_digits(place: Place) -> bool:
    """ "His 30s" is an age; "the 30s" and "'30s" are a decade."""
    last = place.words[-1]
    return (
        len(last.rstrip("s'’")) == 4
        or last[0] in "'’‘"
        or "the" in place.words
        or place.before() in ("'", "’", "‘", "early", "late")
    )


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


def hour(place: Place) -> bool:
    """ "High noon" is a manner of speaking."""
    return place.before() != "high"


def no_fraction(place: Place) -> bool:
    """ "Three-quarters" is a share."""
    return place.words[-1] != "quarters"


def share_or_period(place: Place) -> bool:
    """ "The first two quarters of 1990" are times, "the two quarters of" something else are not."""
    return no_share(place) or place.after(2)[:1].isdigit()


GUARDS: dict[str, tuple[Guard, ...]] = {
    "*": (capitals,),
    "date.month": (bare_month,),
    "date.year": (bare_year,),
    "date.season": (season_alone,),
    "date.weekday": (no_name,),
    "duration.number": (no_share, true_second, plain_units),
    "date.before": (clause_end,),
    "date.agobefore": (clause_end,),
    "date.decade": (two_digits,),
    "duration.single": (no_share, true_second, measured),
    "duration.the": (share_or_period,),
    "duration.of": (no_fraction,),
    "duration.theunits": (no_fraction,),
    "duration.bare": (no_fraction,),
    "date.the": (no_share, true_second, the_day),
    "date.thetime": (the_time,),
    "date.quarteradj": (no_share,),
    "date.relative": (no_share, true_second),
    "date.halfyear": (half_of_year,),
    "time.clock": (hour,),
    "date.ref": (refers, soon_to_come),
    "date.holiday": (no_name, holiday_name),
    "set.frequency": (common_frequency,),
    "time.daypart": (no_name,),
}
