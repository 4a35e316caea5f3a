"""Whether figures with a colon or a dot are a time of day, or the time that a run took, or neither."""

from __future__ import annotations

import re

from claimwire.layers.times.match_context import MatchContext
from claimwire.lexicon import table, words

_REACH = 12  # words on either side
_SPOKEN_AT = frozenset({"at", "about", "around", "by", "until", "till", "before", "after", "since"})
_GAME_PARTS = frozenset({"period", "quarter", "half", "overtime", "game"})
_AT = _SPOKEN_AT | {"from", "between"}
_LONG = re.compile(r"\d{1,2}:\d\d:\d\d")


def time_of_day(found: MatchContext) -> bool:
    """ "At 14:30", and no lap time ("ran 3:43"), verse ("Luke 4:12") or minute of a game."""
    return not (takes_time(found) or _is_verse(found) or _of_game(found))


def takes_time(found: MatchContext) -> bool:
    """ "Won in 2:03:04", "a time of 14:22", "with 3:45 left": a stretch of time."""
    if len(found.words) > 1:
        return False
    word, after = found.words[0], found.after()
    if "." in word and ":" in word:
        return True
    values = found.alphabet.values
    if ":" not in word or (after, "zone") in values or after == "local":
        return False
    if after == "in" and (found.after(3), "daypart") in values:
        return False
    if _LONG.fullmatch(word):
        return found.before() not in _AT
    if found.before() == "in" or found.before() in words("time_run_words"):
        return True
    if found.before() == "of":
        return found.before(2) in words("time_run_words")
    return after in ("left", "remaining", "marathon", "mile") or (after, found.after(2)) == ("to", "go")


def _is_verse(found: MatchContext) -> bool:
    """A name straight before the figures: "Luke 4:12"."""
    first = found.match.first
    if len(found.words) > 1 or not first or ":" not in found.words[0]:
        return False
    label = found.label_at(found.scan.ends[first - 1] - 1)
    return label in ("PERSON", "WORK_OF_ART") and found.scan.text[found.scan.ends[first - 1]] == " "


def _of_game(found: MatchContext) -> bool:
    """ "At 14:32 of the second period", "a score of 12:10"."""
    near = {found.after(n) for n in (2, 3, 4)}
    ratio = {found.before(n) for n in (1, 2, 3, 4)} & {"ratio", "odds", "score"}
    return (
        bool(ratio)
        or found.after() == "of"
        and bool({"period", "quarter", "half", "overtime", "game"} & set(near))
    )


def no_price(found: MatchContext) -> bool:
    """ "At 7.45 on Monday", and not "closed at 7.45 on Monday"."""
    if found.before() not in _AT | {"to", "-", "and"}:
        return False
    first = found.match.first
    near = found.scan.words[max(0, first - _REACH) : first]
    near = near[max((i + 1 for i, word in enumerate(near) if word in ".;¶"), default=0) :]
    verbs = {row["word"] for row in table("point_senses") if row["sense"] != "score"}
    return not set(near) & (words("time_price_words") | verbs)


def spoken(found: MatchContext) -> bool:
    """ "At ten to six", "five minutes past six", and not "from ten to six"."""
    after = found.after()
    if after in ("%", "percent", "per") or any(
        (after, c) in found.alphabet.values for c in ("unit", "units")
    ):
        return False
    return "half" in found.words or "minutes" in found.words or found.before() in _SPOKEN_AT


def two_clocks(found: MatchContext) -> bool:
    """ "From 5 to 6pm", "between 5 and 6pm": "and" joins two times only behind "between" and "at"."""
    joint = found.after()
    return joint not in ("and", "or") or found.before() in ("between", "at")
