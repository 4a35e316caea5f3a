"""Whether four bare digits are a year: what stands before and behind them tells, and the parse."""

from __future__ import annotations

from claimwire.layers.grammar.verbs import SUBJECT
from claimwire.layers.parse import Parse
from claimwire.layers.times.guards.amounts import is_measure
from claimwire.layers.times.match_context import MatchContext
from claimwire.lexicon import words

# Years that news writes without a preposition of time; other four digits are amounts then
FIRST, LAST = "1900", "2050"
_LONGEST = 100  # years of a range
_NAMES_WITH_NUMBERS = frozenset({"PERSON", "PRODUCT", "LAW"})
_JOINING = frozenset({"and", "or", "to", "-", "–", ",", "&", "through", "until"})
_NOUN_REACH = 3  # words


def bare_year(found: MatchContext) -> bool:
    """Four digits are a year behind a word that tells so, among years, or before a noun that has one."""
    if len(found.words) > 1 or not found.words[0].isdecimal():
        return True
    if is_label(found) or _counts(found):
        return False
    if found.label() in _NAMES_WITH_NUMBERS and found.before() != "of":
        return False
    if found.before() in words("time_before_year") or found.label() == "EVENT":
        return True
    return FIRST <= found.words[0] <= LAST and (_told(found) or _in_range(found) or _dates_a_noun(found))


def year_range(found: MatchContext) -> bool:
    """ "1998-99", but no piece of a longer number ("0800-2020-1999")."""
    first = found.match.outer_first
    before = found.scan.words[max(0, first - 2) : first]
    longer = len(before) == 2 and before[1] == "-" and before[0].isdecimal()
    return not longer and not (found.after() == "-" and found.after(2).isdecimal())


def is_label(found: MatchContext) -> bool:
    """Whether the digits are an amount, a time, a label or a piece of a number: "flight 1984", "555-1984"."""
    before, after = found.before(), found.after()
    if (
        before == "#"
        or before in words("time_not_year")
        or after in words("time_not_after_year")
        or is_measure(after)
    ):
        return True
    if (after, "zone") in found.alphabet.values:
        return True
    glued = found.scan.text[found.end : found.end + 1].isalnum()  # "1200m"
    return glued or _glued_before(found) or _glued_behind(found)


def _glued_before(found: MatchContext) -> bool:
    """A number before, with a space or hyphen only: "020 7946 2019"."""
    if found.before() in ("-", "–", "/"):
        first, longer = found.before(2), found.before(3) in ("-", "–", "/") and found.before(4).isdecimal()
        return first.isdecimal() and (longer or not _is_range(first, found.words[0]))
    return found.before().isdecimal()


def _glued_behind(found: MatchContext) -> bool:
    if found.after() in ("-", "–", "/"):
        last = found.after(2)
        return last.isdecimal() and not _is_range(found.words[0], last)
    return found.after().isdecimal()


def _is_range(first: str, last: str) -> bool:
    """Whether two numbers are the years of a range: "1998-2003", "1998-99"."""
    whole = first[:-2] + last if len(last) == 2 else last
    return len(first) == len(whole) == 4 and 0 < int(whole) - int(first) <= _LONGEST


def _told(found: MatchContext) -> bool:
    before, after = found.before(), found.after()
    if before in words("time_before_recent_year") or after in ("'s", "’s"):
        return True
    if before == "to":
        return found.before(2) in words("time_before_to_year")
    if before == "(":
        return after in (")", ",", ";", "-", "–")
    if before == "-":
        return found.before(2) in ("pre", "post", "mid", "early", "late", "end")
    i = found.token()
    return found.parse is not None and i >= 0 and found.parse.dep[i] == "nsubj"


def _in_range(found: MatchContext) -> bool:
    """One of several years: "2003, 2004 and 2005", "between 1998 and 2003"."""
    behind = found.after() in _JOINING and _is_recent(found.after(2))
    if found.before() in ("from", "between", "both", "either") and behind:
        return True
    return found.before() in _JOINING and _is_recent(found.before(2))


def _is_recent(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and FIRST <= word <= LAST


def _dates_a_noun(found: MatchContext) -> bool:
    """ "Its 1998 merger", "a 1971 law", "1990 earnings"."""
    behind = [found.after(n) for n in range(1, _NOUN_REACH + 1)]
    if any(word in words("time_dated_nouns") for word in behind):
        return True
    determined = found.before() in words("time_determiners")
    return determined and behind[0][:1].isalpha() and behind[0] not in words("time_after_amount")


def _counts(found: MatchContext) -> bool:
    """Whether the digits count the plural noun behind them; in "In 1984 seats were scarce" they do not."""
    i = found.token()
    if found.parse is None or i < 0 or found.parse.dep[i] != "nummod":
        return False
    head = found.parse.head[i]
    placed = i > 0 and found.parse.pos[i - 1] == "ADP" and found.parse.left[head] == i
    if placed and (found.parse.head[head] != i - 1 or _leaves_no_subject(found.parse, i - 1, head)):
        return False
    dated = words("time_dated_nouns")
    return found.parse.tag[head] == "NNS" and dated.isdisjoint(found.parse.lower[i + 1 : head + 1])


def _leaves_no_subject(parse: Parse, preposition: int, noun: int) -> bool:
    """Whether a noun was taken for the object of "In" that the verb behind it needs as its subject."""
    first, stop = parse.sents[parse.sent[preposition]]
    verb = noun + 1
    if preposition != first or verb >= stop or parse.tag[verb] not in ("VBD", "VBZ", "VBP", "VBN", "MD"):
        return False
    return not any(parse.dep[i] in SUBJECT for i in range(first, stop))
