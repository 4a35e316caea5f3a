"""Mentions whose edges the NER set wrong, mended by the parse: joined, widened, cut, or dropped."""

from __future__ import annotations

from claimwire.layers.entities.clean import make
from claimwire.layers.entities.mention import Mention, is_capitalised, words_of
from claimwire.layers.entities.words import (
    CONCEPTS,
    ORG_WORDS,
    is_given_name,
    is_party,
    is_role_word,
    is_title,
    kinds,
)
from claimwire.layers.parse import Parse

_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "flat", "punct"})
_LOOSE = frozenset({"amod", "advmod", "mark", "cc", "intj", "prep", "discourse"})


def drop_openers(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Without single words that are in capitals only as the first of a sentence, by their part in it."""
    return [m for m in mentions if not _is_opener(parse, m)]


def _is_opener(parse: Parse, m: Mention) -> bool:
    i = m.first
    if m.stop - i > 1 or m.label in ("NORP", "GPE", "LOC") or m.text.isupper():
        return False
    opens = i == 0 or parse.sent[i - 1] != parse.sent[i]
    return opens and parse.dep[i] in _LOOSE and parse.pos[i] != "PROPN"


def merge(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Neighbours in one compound made one: a make and its model ("Ford" "Focus"), a name cut in two."""
    out: list[Mention] = []
    for m in mentions:
        if out and out[-1].stop == m.first and _is_opening_kind(parse, out[-1]):
            out.pop()
        last = out[-1] if out else None
        label = _joint_label(parse, last, m) if last is not None and last.stop == m.first else None
        if last is not None and label is not None:
            joined = make(parse, last.first, m.stop, label, "joined", last.title)
            if joined is not None:
                out[-1] = joined
                continue
        out.append(m)
    return out


def _is_opening_kind(parse: Parse, m: Mention) -> bool:
    """Whether a mention is only a common noun before a name at the start of a sentence: "Carmaker" "Ford"."""
    return m.stop - m.first == 1 and m.label != "NORP" and _begins(parse, m.first) and m.words[0] in kinds()


def _joint_label(parse: Parse, a: Mention, b: Mention) -> str | None:
    if parse.dep[a.stop - 1] not in _INSIDE or not b.first <= parse.head[a.stop - 1] < b.stop:
        return None
    if a.label == b.label:
        return a.label
    if not ORG_WORDS.isdisjoint(b.words):
        return None if a.label in ("GPE", "NORP", "LOC") else "ORG"
    if a.label == "ORG" and b.label == "NORP":
        return "NORP"
    if a.label == "ORG" and len(b.words) == 1 and not is_given_name(b.words[0]):
        return "PRODUCT"
    return None


def widen(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Capitalised words of the same compound that the NER left outside taken in."""
    taken = bytearray(len(parse))
    for m in mentions:
        taken[m.first : m.stop] = b"\1" * (m.stop - m.first)
    return [_widened(parse, m, taken) for m in mentions]


def _widened(parse: Parse, m: Mention, taken: bytearray) -> Mention:
    first, stop = m.first, m.stop
    if m.label in ("GPE", "LOC"):
        return m
    if first and not taken[first - 1] and is_party((*words_of(parse.orth[first - 1]), *m.words)):
        first -= 1
    while _joins(parse, stop, taken) and first <= _link(parse, stop - 1) and _link(parse, stop - 1) == stop:
        stop += 1
    while m.label != "PERSON" and _joins(parse, first - 1, taken) and first <= parse.head[first - 1] < stop:
        if parse.dep[first - 1] not in ("compound", "amod") or _begins(parse, first - 1):
            break
        first -= 1
    if (first, stop) == (m.first, m.stop):
        return m
    wide = make(parse, first, stop, m.label, "widened", m.title)
    if wide is None:
        return m
    taken[first:stop] = b"\1" * (stop - first)
    return wide


def _link(parse: Parse, i: int) -> int:
    return parse.head[i] if parse.dep[i] in ("compound", "nmod") else -1


def _begins(parse: Parse, i: int) -> bool:
    return i == 0 or parse.sent[i - 1] != parse.sent[i]


def _joins(parse: Parse, i: int, taken: bytearray) -> bool:
    """Whether a free token next to a mention can belong to the name."""
    if not 0 <= i < len(parse) or taken[i] or parse.pos[i] not in ("PROPN", "ADJ", "NOUN"):
        return False
    orth, lower = parse.orth[i], parse.lower[i]
    if not orth[:1].isupper() or orth in CONCEPTS or (orth.isupper() and len(orth) > 1):
        return False
    return not (is_role_word(lower) or is_title(lower))


def rejoin(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Two parts of one name around "and" joined, where an article or a hyphenless break shows one thing.

    "the Harbour Transport and Coastal Works Board": the article stands once, the last word is that of an
    organisation, and the first part is named nowhere alone.
    """
    alone: dict[tuple[str, ...], int] = {}
    for m in mentions:
        alone[m.words] = alone.get(m.words, 0) + 1
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out else None
        if last is not None and _one_name(parse, last, m) and alone[last.words] == alone[m.words]:
            joined = make(parse, last.first, m.stop, "ORG", "joined")
            if joined is not None:
                out[-1] = joined
                continue
        out.append(m)
    return out


def _one_name(parse: Parse, a: Mention, b: Mention) -> bool:
    """Whether "the A X and B Board" is one organisation: free capitals fill the gap and B ends as one."""
    if {a.label, b.label} != {"ORG"} or not 0 < b.first - a.stop < 4 or not a.first:
        return False
    gap = range(a.stop, b.first)
    if parse.lower[b.first - 1] != "and" or parse.lower[a.first - 1] != "the" or b.words[-1] not in ORG_WORDS:
        return False
    return all(parse.orth[i][:1].isupper() for i in gap[:-1])


def unlisted(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Two names joined by "and" cut, where the article names both parts apart as well."""
    known = {m.words for m in mentions}
    out: list[Mention] = []
    for m in mentions:
        k = next((i for i in range(m.first + 1, m.stop - 1) if parse.lower[i] == "and"), None)
        parts = [make(parse, a, b, m.label, "cut") for a, b in ((m.first, k), (k + 1, m.stop))] if k else []
        whole = [p for p in parts if p is not None]
        if len(whole) == 2 and any(p.words in known for p in whole):
            out += whole
        else:
            out.append(m)
    return out


def capitals(parse: Parse, taken: list[Mention | None], blocked: bytearray, skip: bytearray) -> list[Mention]:
    """Runs of two or more capitalised proper nouns inside a sentence that the NER passed over.

    skip: tokens of headlines, where every word may be in capitals.
    """
    out: list[Mention] = []
    i = 0
    while i < len(parse):
        j = i
        while j < len(parse) and not (skip[j] or blocked[j]) and taken[j] is None and _proper(parse, j):
            j += 1
            if j < len(parse) and parse.sent[j] != parse.sent[i]:
                break
        if j - i > 1 and not _begins(parse, i):
            mention = make(parse, i, j, _guess(parse, i, j), "capitals")
            if mention is not None and not mention.text.isupper():
                out.append(mention)
        i = max(j, i + 1)
    return out


def _proper(parse: Parse, i: int) -> bool:
    orth, lower = parse.orth[i], parse.lower[i]
    if parse.pos[i] != "PROPN" or not orth[:1].isupper() or not orth[-1].isalpha():
        return False
    return not (is_title(lower) or is_role_word(lower) or orth in CONCEPTS)


def _guess(parse: Parse, first: int, stop: int) -> str:
    parts = [parse.lower[i] for i in range(first, stop)]
    if not ORG_WORDS.isdisjoint(parts):
        return "ORG"
    if is_given_name(parts[0]) and stop - first < 4:
        return "PERSON"
    return "ORG"


def trim_event(parse: Parse, m: Mention) -> Mention | None:
    """An event named by a place and a common noun ("the Oman talks") is the name of the place only."""
    stop = m.stop
    while m.label == "EVENT" and stop > m.first and not is_capitalised(parse.orth[stop - 1]):
        if parse.orth[stop - 1][:1].isdigit():
            return m
        stop -= 1
    if stop == m.stop or stop == m.first:
        return m
    return make(parse, m.first, stop, "GPE" if stop - m.first == 1 else m.label, "cut")
