"""Whether a match is a name or a capitalised word that is no time."""

from __future__ import annotations

from functools import cache

from claimwire.layers.times.match_context import MatchContext, name_at
from claimwire.lexicon import table, words

NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LAW"})


def has_capitals(found: MatchContext) -> bool:
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
    if len(found.words) == 1 and is_person(found):
        return False
    words_ = found.words
    label = found.label()
    if label in NAMES | {"EVENT"} and len(words_) == 1 and not _begins_a_name_behind(found):
        return False
    last = words_[-1].rstrip(".")
    short = (last, "monthabbr") in found.alphabet.values or words_[-1] == "."
    if short and words_[-1] != "." and found.before() not in words("time_before_month"):
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
        return found.before() in words("time_before_month")
    return True


def holiday_name(found: MatchContext) -> bool:
    """A holiday's name begins with a capital."""
    text = found.scan.text[found.start : found.end]
    return any(w[:1].isupper() for w in text.split() if w.lower() not in ("last", "next", "this"))


def no_name(found: MatchContext) -> bool:
    """Not part of the name of something that is no time."""
    return found.label() not in NAMES


def no_weekday_name(found: MatchContext) -> bool:
    """A weekday, and no "Sunday Oliseh" or "Ruby Tuesday"."""
    if len(found.words) == 1 and is_person(found):
        return False
    name = name_at(found.names, found.end - 1)
    if name is None or name[2] not in NAMES:
        return True
    alone = name[0] >= found.start and name[1] <= found.end and name[2] != "PERSON"
    return alone or _begins_a_name_behind(found)


def _begins_a_name_behind(found: MatchContext) -> bool:
    """ "On Monday Lloyds", "in May": no name begins with the day or month behind such a word."""
    name = name_at(found.names, found.end - 1)
    return name is not None and name[0] >= found.start and _is_placed(found)


def is_person(found: MatchContext) -> bool:
    """A person's name that is written like a day or month: "Mr March", "Brian May", "April Jones"."""
    return not _is_placed(found) and (_is_family_name(found) or _is_given_name(found))


def _is_placed(found: MatchContext) -> bool:
    """Behind a word that only a time stands behind: "on Sunday", "last May"."""
    return found.before() in (words("time_before_weekday") | words("time_determiners"))


def _is_family_name(found: MatchContext) -> bool:
    """Behind a form of address or a first name."""
    first, before = found.match.first, found.before()
    if before == "." and first > 1 and found.scan.ends[first - 2] == found.scan.starts[first - 1]:
        return f"{found.before(2)}." in _titles()
    if not first or found.scan.text[found.scan.ends[first - 1] : found.start] != " ":
        return False
    named = found.scan.text[found.scan.starts[first - 1]].isupper()
    return named and (before in _titles() or before in _first_names() and _is_compound(found, -1))


def _is_given_name(found: MatchContext) -> bool:
    """Before a word with a capital, with which it makes up one name."""
    last, text = found.match.last, found.scan.text
    if last >= len(found.scan.words) or text[found.end : found.scan.starts[last]] != " ":
        return False
    behind = text[found.scan.starts[last] : found.scan.ends[last]]
    if not behind[0].isupper() or behind.isupper() or found.after() in found.alphabet.words or _titled(found):
        return False
    person = found.label_at(found.scan.starts[last]) in (None, "PERSON") or _is_joined(found)
    if _opens_a_sentence(found):
        known = any(text[a:b].endswith(f" {behind}") for a, b, _ in found.names)
        return not known and (_is_compound(found, 0) or person and _before_subject(found))
    return person and _is_compound(found, 0)


def _is_joined(found: MatchContext) -> bool:
    """ "Sunday Oliseh and Friday Osaro": two names that both begin so, whatever they were taken for."""
    third, fourth = found.match.last + 2, found.match.last + 3
    if found.after(2) != "and" or fourth >= len(found.scan.words):
        return False
    text, word = found.scan.text, found.scan.words[third]
    day = any((word, c) in found.alphabet.values for c in ("weekday", "month"))
    return day and text[found.scan.starts[third]].isupper() and text[found.scan.starts[fourth]].isupper()


def _opens_a_sentence(found: MatchContext) -> bool:
    """Whether it stands at the head of a sentence, or joined by "and" to a name that may."""
    i = found.token()
    if found.before() == "and" and found.parse is not None and i > 0:
        return found.parse.dep[found.parse.head[i]] == "conj"
    return i == 0 or found.parse is not None and i > 0 and found.parse.sent[i - 1] != found.parse.sent[i]


def _before_subject(found: MatchContext) -> bool:
    """ "Sunday Oliseh played": where the parse takes the first word for a time."""
    i = found.token()
    if found.parse is None or not 0 <= i < len(found.parse) - 1:
        return False
    return found.parse.dep[i + 1] in ("nsubj", "nsubjpass")


def _titled(found: MatchContext) -> bool:
    return found.after() in _titles() or f"{found.after()}." in _titles()


def _is_compound(found: MatchContext, shift: int) -> bool:
    """Whether the parse joins the token (the one before it: shift -1) to a name behind it."""
    i = found.token()
    if found.parse is None or i + shift < 0 or i < 0:
        return False
    i += shift
    head = found.parse.head[i]
    return found.parse.dep[i] == "compound" and found.parse.pos[head] == "PROPN" and 0 < head - i <= 2


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"] for row in table("titles"))


@cache
def _first_names() -> frozenset[str]:
    return words("first_names_female") | words("first_names_male") | words("first_names_both")


def common_frequency(found: MatchContext) -> bool:
    """ "Daily" with a capital inside a sentence is part of a name, and "the French daily" is a paper."""
    if found.tag() in ("NN", "NNS") and len(found.words) == 1 and found.words[0] not in _EVENTS:
        return False
    if not found.scan.text[found.start].isupper():
        return True
    at_head = found.match.first == 0 or found.before() in (".", "\n", '"', "“", "''", "``")
    return at_head and no_name(found)


_EVENTS = frozenset({"annual"})


def plain_units(found: MatchContext) -> bool:
    """ "60 Minutes" with a capital is a title."""
    last = found.scan.text[found.scan.starts[found.match.last - 1] : found.end]
    return not last[:1].isupper() or last.isupper() or len(found.words) == 1


def plain_part(found: MatchContext) -> bool:
    """ "The Morning" with a capital is a title."""
    return found.words[0] != "the" or plain_units(found)


def no_model(found: MatchContext) -> bool:
    """ "March 9", and not "the Long March 9 rocket": a month inside a name with a number."""
    first, text = found.match.first, found.scan.text
    if first < 2 or len(found.words) != _MONTH_DAY or text[found.scan.ends[first - 1] : found.start] != " ":
        return True
    named = text[found.scan.starts[first - 1]].isupper() and found.before(2) in ("the", "a", "an", "its")
    known = any((found.before(), c) in found.alphabet.values for c in ("weekday", "holiday", "daypart"))
    return not named or known


_MONTH_DAY = 2  # words of a month and its day


def no_title(found: MatchContext) -> bool:
    """ "Today" with a capital behind a word with one is the end of a title ("Farming Today")."""
    text, first = found.scan.text, found.match.first
    if not text[found.start].isupper() or first == 0:
        return True
    before = found.scan.starts[first - 1]
    return not (text[before].isupper() and text[found.scan.ends[first - 1] : found.start] == " ")
