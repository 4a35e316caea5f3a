"""Time expressions of a text: the longest matches of the grammar that their surroundings allow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from claimwire.layers.parse import Parse
from claimwire.layers.times.ages import bare_ages
from claimwire.layers.times.grammar import Grammar, Match
from claimwire.layers.times.guards import GUARDS
from claimwire.layers.times.match_context import MatchContext
from claimwire.layers.times.resolve.reading import Tense, TimeMention
from claimwire.layers.times.scan import Scan, scan
from claimwire.layers.times.tense import is_past_perfect, tense_at
from claimwire.lexicon import table, words

_FOLLOWING = 6  # words behind a mention that its reading may need


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The parse and the named spans of a Doc: (start, end, label) by character, in order."""

    parse: Parse | None
    names: tuple[tuple[int, int, str], ...] = ()


def find(text: str, grammar: Grammar, around: Surroundings, with_bare_ages: bool = True) -> list[TimeMention]:
    """The time expressions of a text, in order, none inside another; without a unit only ages, if wanted."""
    found = scan(text, grammar.alphabet)
    matches = sorted(grammar.matches(found), key=lambda m: (m.first - m.last, m.outer_first - m.outer_last))
    taken = bytearray(len(found.words))
    kept = []
    for match in matches:
        if any(taken[match.first : match.last]):
            continue
        if not allowed(match, found, grammar, around):
            continue
        taken[match.first : match.last] = b"\1" * (match.last - match.first)
        kept.append(match)
    kept.sort(key=lambda m: m.first)
    mentions = [mention_of(m, found, grammar, around) for m in kept]
    return _with_ages(mentions, text, grammar, around) if with_bare_ages else mentions


def _with_ages(
    mentions: list[TimeMention], text: str, grammar: Grammar, around: Surroundings
) -> list[TimeMention]:
    """The mentions with the bare ages between them."""
    parse = around.parse
    if parse is None:
        return mentions
    starts = [m.start for m in mentions]
    for start, end in bare_ages(parse, around.names):
        k = bisect_left(starts, end)
        if k and mentions[k - 1].end > start:
            continue
        number = text[start:end]
        age = TimeMention("duration.bareage", "age", [number], [number], start, end, grammar.alphabet)
        mentions.insert(k, age)
        starts.insert(k, start)
    return mentions


def allowed(match: Match, found: Scan, grammar: Grammar, around: Surroundings) -> bool:
    """Whether no guard of the rule objects."""
    place = MatchContext(match, found, grammar.alphabet, around.parse, around.names)
    return all(guard(place) for guard in GUARDS.get(match.rule.name, ())) and GUARDS["*"][0](place)


def mention_of(match: Match, found: Scan, grammar: Grammar, around: Surroundings) -> TimeMention:
    """The match with its words, offsets and the tense of its clause."""
    match = without_preposition(match, found, around.parse)
    start, end = found.starts[match.first], found.ends[match.last - 1]
    # all members of a list have the tense of its last
    last = max(match.last, match.outer_last)
    token = around.parse.token_at(found.ends[last - 1] - 1) if around.parse else -1
    sentence = around.parse.sent[token] if around.parse and token >= 0 else 0
    resolver = match.rule.resolver
    if (
        resolver == "single"
        and MatchContext(match, found, grammar.alphabet, around.parse, around.names).is_rate()
    ):
        resolver = "rate"
    before = found.words[match.first - 1] if match.first else ""
    return TimeMention(
        rule="set.rate" if resolver == "rate" else match.rule.name,
        resolver=resolver,
        words=found.words[match.first : match.last],
        outer=found.words[match.outer_first : match.outer_last],
        start=start,
        end=end,
        alphabet=grammar.alphabet,
        tense=_tense(around.parse, token, before),
        sentence=sentence,
        after=found.words[match.last] if match.last < len(found.words) else "",
        following=tuple(found.words[match.last : match.last + _FOLLOWING]),
    )


# "Over 30 years" may be more than 30, or all through them; the parse tells
_TWO_FACED = frozenset({"over"})


def without_preposition(match: Match, found: Scan, parse: Parse | None) -> Match:
    """The match less a first word that bounds amounts elsewhere and is a preposition here."""
    if match.rule.resolver == "ago" and _compares(match, found):
        return replace(match, first=match.first + 2)
    if found.words[match.first] == "following" and match.rule.name in ("date.weekday", "date.month"):
        return replace(match, first=match.first + 1)  # "following Monday's debate"
    if parse is None or found.words[match.first] not in _TWO_FACED or match.last - match.first < 2:
        return match
    if match.rule.resolver in ("age", "ago"):
        return match
    return match if _is_more(match, found, parse) else replace(match, first=match.first + 1)


def _is_more(match: Match, found: Scan, parse: Parse) -> bool:
    """ "It took over five years", "for over a decade", as against "spend $2 million over five years"."""
    i = parse.token_at(found.starts[match.first])
    if i == 0 or parse.sent[i - 1] != parse.sent[i]:
        unit = parse.token_at(found.starts[match.last - 1])
        return parse.dep[unit] in ("nsubj", "nsubjpass")
    before = i - 1
    scale = parse.text[parse.start[before] - 1 : parse.start[before]].isdecimal()  # "m" of "$40m"
    if parse.pos[before] in ("VERB", "AUX") and not scale:
        return parse.lemma[before] in words("time_lasting_verbs") or parse.dep[i] != "prep"
    return parse.lower[before] in words("time_before_over")


def _compares(match: Match, found: Scan) -> bool:
    """ "12% more than a year ago", "far less than a year ago": the words compare, they bound no time."""
    first = match.first
    if found.words[first + 1 : first + 2] != ["than"] or not first:
        return False
    before = found.words[first - 1]
    return before[0].isdigit() or before in words("time_before_than")


def _tense(parse: Parse | None, token: int, before: str) -> Callable[[], Tense]:
    side = _cues().get(before)
    if side == "future" and parse is not None and token >= 0 and is_past_perfect(parse, token):
        return lambda: "past"  # "until Thursday they had not called him"
    if side:
        return lambda: side
    if parse is None or token < 0 or not parse.dep[token]:
        return lambda: None
    return lambda: tense_at(parse, token)


@cache
def _cues() -> dict[str, Tense]:
    return {row["word"]: "past" if row["side"] == "past" else "future" for row in table("time_cues")}
