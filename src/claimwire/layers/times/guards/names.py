"""Whether a match is a name or a capitalised word that is no time."""

from __future__ import annotations

from claimwire.layers.times.match_context import MatchContext
from claimwire.lexicon import words

NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LAW"})


def is_capitalised_name(found: MatchContext) -> bool:
    """Weekdays, months and holidays are written with a capital."""
    for i in range(found.match.first, found.match.last):
        word = found.scan.words[i]
        if any(
            (word, c) in found.alphabet.values
            for c in ("weekday", "weekdays", "month", "monthabbr", "weekdayabbr")
        ):
            second_use = (word, "ordinal") in found.alphabet.values
            if not second_use and not found.scan.text[found.scan.starts[i]].isupper():
                return False
    return True


def bare_month(found: MatchContext) -> bool:
    """A month alone: no name of a person, no modal "May", no abbreviation of something else."""
    words_ = found.words
    label = found.label()
    if label in ("PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT") and len(words_) == 1:
        return False
    last = words_[-1].rstrip(".")
    short = (last, "monthabbr") in found.alphabet.values or words_[-1] == "."
    if short and not (label == "DATE" or words_[-1] == "."):
        return False
    i = found.token()
    if (
        words_[-1] in ("may", "march")
        and found.parse is not None
        and i >= 0
        and found.parse.dep[i] in ("nsubj", "aux")
    ):
        return False
    if words_[-1] in ("may", "march") and len(words_) == 1:
        return (
            label == "DATE"
            and found.tag() not in ("MD", "VB", "VBP")
            or found.before() in words("time_before_month")
        )
    return True


def holiday_name(found: MatchContext) -> bool:
    """A holiday's name begins with a capital."""
    text = found.scan.text[found.start : found.end]
    return any(w[:1].isupper() for w in text.split() if w.lower() not in ("last", "next", "this"))


def no_name(found: MatchContext) -> bool:
    """Not part of the name of something that is no time."""
    return found.label() not in NAMES


def common_frequency(found: MatchContext) -> bool:
    """ "Daily" with a capital inside a sentence is part of a name."""
    if not found.scan.text[found.start].isupper():
        return True
    at_head = found.match.first == 0 or found.before() in (".", "\n", '"', "“", "''", "``")
    return at_head and no_name(found)


def plain_units(found: MatchContext) -> bool:
    """ "60 Minutes" with a capital is a title."""
    last = found.scan.text[found.scan.starts[found.match.last - 1] : found.end]
    return not last[:1].isupper() or last.isupper() or len(found.words) == 1


def no_title(found: MatchContext) -> bool:
    """ "Today" with a capital behind a word with one is the end of a title ("Farming Today")."""
    text, first = found.scan.text, found.match.first
    if not text[found.start].isupper() or first == 0:
        return True
    before = found.scan.starts[first - 1]
    return not (text[before].isupper() and text[found.scan.ends[first - 1] : found.start] == " ")
