"""Names in headlines, where capitals tell little: as long as in the text below, and no longer."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.entities.clean import make
from claimwire.layers.entities.cluster import core
from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import ORG_SUFFIXES, TAILS, is_given_name
from claimwire.layers.parse import Parse

# A line is in title case when so many of its words, and at least so many, have capitals; a first sentence
# with a full stop must show it more clearly than a headline
_SHARE, _SHARE_OF_SENTENCE, _LEAST = 0.75, 0.9, 4
# Words that title case leaves small, and those too short to tell
_SMALL = 3


def headline_tokens(parse: Parse, headlines: Iterable[tuple[int, int]]) -> bytearray:
    """1 for each token of a headline, 2 where all its words are in capitals; 0 for the text."""
    out = bytearray(len(parse))
    for start, end in headlines:
        tokens = parse.tokens_in(start, end)
        mark = 2 if _title_case(parse, tokens, _SHARE) else 1
        for i in tokens:
            out[i] = mark
    first = range(*parse.sents[0]) if parse.sents else range(0)
    if first and not out[first.start] and _title_case(parse, first, _SHARE_OF_SENTENCE):
        for i in first:
            out[i] = 2
    return out


def _title_case(parse: Parse, tokens: range, share: float) -> bool:
    big = [i for i in tokens if parse.orth[i].isalpha() and len(parse.orth[i]) > _SMALL]
    loud = sum(parse.orth[i][0].isupper() for i in big)
    return len(big) >= _LEAST and loud >= share * len(big)


def cut(parse: Parse, mentions: list[Mention], inside: bytearray) -> list[Mention]:
    """Mentions in headlines made as long as a name of the text, or cut where a verb or small word stands."""
    known = {core(m.words) for m in mentions if not inside[m.first]}
    people = {m.words[-1:] for m in mentions if not inside[m.first] and m.label == "PERSON"}
    out: list[Mention] = []
    for m in mentions:
        full = _is_full_name(m) or (inside[m.first] == 1 and _is_firm_in_full(m))
        if not inside[m.first] or core(m.words) in known or full:
            out.append(m)
            continue
        shorter = _known_within(parse, m, known | people)
        if shorter is None and inside[m.first] == 2:
            shorter = _proper_within(parse, m)
        elif shorter is None:
            shorter = m
        if shorter is not None:
            out.append(shorter)
    return out


def _is_full_name(m: Mention) -> bool:
    """Whether a mention is a person's given name and surname, which the text may shorten."""
    return m.label == "PERSON" and len(m.words) == 2 and is_given_name(m.words[0])


def _is_firm_in_full(m: Mention) -> bool:
    """Whether a mention ends as the full name of a firm, which the text may shorten: "Larch Foods"."""
    return len(m.words) > 1 and m.words[-1] in TAILS | ORG_SUFFIXES and m.text.split()[-1][:1].isupper()


def _known_within(parse: Parse, m: Mention, known: set[tuple[str, ...]]) -> Mention | None:
    """The longest part of a mention that the text names; of equal ones the first."""
    size = m.stop - m.first
    for width in range(size - 1, 0, -1):
        for first in range(m.first, m.stop - width + 1):
            part = make(parse, first, first + width, m.label, "cut", m.title if first == m.first else None)
            if part is not None and core(part.words) in known:
                return part
    return None


def _proper_within(parse: Parse, m: Mention) -> Mention | None:
    """The first run of proper nouns of a mention in title case; None where it has none."""
    first = m.first
    while first < m.stop and not _is_proper(parse, first):
        first += 1
    stop = first
    while stop < m.stop and (_is_proper(parse, stop) or (stop > first and not parse.orth[stop][0].isupper())):
        stop += 1
    while stop > first and not _is_proper(parse, stop - 1):
        stop -= 1
    if (first, stop) == (m.first, m.stop):
        return m
    return make(parse, first, stop, m.label, "cut", m.title)


def _is_proper(parse: Parse, i: int) -> bool:
    return parse.tag[i] in ("NNP", "NNPS") or (parse.orth[i].isupper() and len(parse.orth[i]) > 1)
