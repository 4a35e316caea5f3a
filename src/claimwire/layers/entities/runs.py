"""Names that the NER passed over, found by their capitals: runs of proper nouns, and datelines."""

from __future__ import annotations

import re

from claimwire.layers.entities.clean import make
from claimwire.layers.entities.find import Cover
from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import (
    CONCEPTS,
    ORG_SUFFIXES,
    ORG_WORDS,
    is_given_name,
    is_role_word,
    is_title,
    kinds,
)
from claimwire.layers.parse import Parse

# A dateline is told by what ends it, within so many tokens: "VICTORIA, British Columbia, Oct 20 - "
_DATELINE = 14
_ROAD = re.compile(r"[AM]\d{1,4}")
_SHORTEST = 3
_OPENING = frozenset("\"'“”‘’(-–—:*") | {"``", "''", "--"}
_NOT_ALONE = frozenset({"north", "south", "east", "west", "god", "lord", "earth", "heaven"})
_CAPITALISED = frozenset({"PROPN", "ADJ"})
_DASHES = frozenset({"-", "--", "–", "—"})


def capitals(parse: Parse, cover: Cover, skip: bytearray) -> list[Mention]:
    """Runs of two or more capitalised proper nouns inside a sentence that the NER passed over.

    skip: tokens of headlines, where every word may be in capitals. A common noun that opens a sentence
    before a name is no part of it: "Operator Northlink West".
    """
    out: list[Mention] = []
    i, n, pos = 0, len(parse), parse.pos
    while i < n:
        if pos[i] not in _CAPITALISED:  # most words: nothing begins here
            i += 1
            continue
        j = i
        while j < n and not skip[j] and _free(cover, j) and _in_name(parse, j):
            j += 1
            if j < n and parse.sent[j] != parse.sent[i]:
                break
        first, label = _opening(parse, i, j)
        legal = j - first > 1 and parse.lower[j - 1].rstrip(".") in ORG_SUFFIXES
        if j - first > 1 and (legal or not _begins(parse, first)):
            label = "ORG" if legal else label
            place = _place_before(parse, cover, first, j)
            first = place if label is None else first
            mention = make(parse, first, j, label or _guess(parse, first, j), "capitals")
            if mention is not None and not mention.text.isupper():
                cover.add(mention)
                out.append(mention)
        i = max(j, i + 1)
    return out


def _in_name(parse: Parse, i: int) -> bool:
    return _proper(parse, i) or _leading(parse, i)


def _leading(parse: Parse, i: int) -> bool:
    """Whether a capitalised adjective is the first word of a name inside a sentence: "Real Albero"."""
    return (
        parse.pos[i] == "ADJ"
        and parse.orth[i][:1].isupper()
        and parse.orth[i].isalpha()
        and parse.head[i] > i
        and parse.pos[parse.head[i]] == "PROPN"
        and not _begins(parse, i)
    )


def singles(parse: Parse, cover: Cover, skip: bytearray) -> list[Mention]:
    """Single proper nouns inside a sentence that the NER passed over; with "the", things: "the Mina"."""
    out: list[Mention] = []
    for i in range(1, len(parse)):
        if parse.tag[i] != "NNP" or skip[i] or not _free(cover, i) or not _stands_alone(parse, i):
            continue
        road = _ROAD.fullmatch(parse.orth[i]) is not None
        thing = parse.lower[i - 1] in ("the", "its", "a") or parse.tag[i - 1] == "POS"
        label = "FAC" if road else "PRODUCT" if thing else "ORG"
        if (m := make(parse, i, i + 1, label, "capitals")) is not None:
            cover.add(m)
            out.append(m)
    return out


def _stands_alone(parse: Parse, i: int) -> bool:
    orth, before = parse.orth[i], parse.orth[i - 1]
    if len(orth) < _SHORTEST or not orth[0].isupper() or not orth[-1].isalnum():
        return False
    if _begins(parse, i) or before in _OPENING or before[0].isdecimal() or parse.pos[i - 1] == "SPACE":
        return False
    neighbours = [k for k in (i - 1, i + 1) if k < len(parse)]
    if any(parse.orth[k][:1].isupper() and not (k < i and _begins(parse, k)) for k in neighbours):
        return False
    word = parse.lower[i]
    common = word in _NOT_ALONE or word in ORG_WORDS or word in kinds()
    return not (common or is_title(word) or is_role_word(word))


def _free(cover: Cover, i: int) -> bool:
    return cover.free(i) and not cover.blocked[i]


def _opening(parse: Parse, i: int, stop: int) -> tuple[int, str | None]:
    """Where a run begins without a common noun that opens its sentence, and the label that this asks for."""
    if i < stop - 1 and _begins(parse, i) and parse.lower[i] not in ORG_WORDS:
        kind = kinds().get(parse.lower[i])
        if kind is not None:
            return i + 1, kind[0][0]
    return i, None


def _place_before(parse: Parse, cover: Cover, first: int, stop: int) -> int:
    """Where a run begins with the place it belongs to: "Ruritania" and "Marine Survey"."""
    known = cover.taken[first - 1] if first else None
    if known is None or known.label not in ("GPE", "NORP") or parse.lower[known.first - 1] != "the":
        return first
    return known.first if first <= parse.head[first - 1] < stop and known.first else first


def _begins(parse: Parse, i: int) -> bool:
    return i == 0 or parse.sent[i - 1] != parse.sent[i]


def _proper(parse: Parse, i: int) -> bool:
    orth, lower = parse.orth[i], parse.lower[i]
    if parse.pos[i] != "PROPN" or not orth[:1].isupper():
        return False
    if not orth[-1].isalpha() and lower.rstrip(".") not in ORG_SUFFIXES:
        return False
    return not (is_title(lower) or is_role_word(lower) or orth in CONCEPTS)


def _guess(parse: Parse, first: int, stop: int) -> str:
    parts = [parse.lower[i] for i in range(first, stop)]
    if not ORG_WORDS.isdisjoint(parts):
        return "ORG"
    if is_given_name(parts[0]) and stop - first < 4:
        return "PERSON"
    return "ORG"


def datelines(parse: Parse, cover: Cover) -> list[Mention]:
    """Places in capitals that open a paragraph, up to a dash or an agency in brackets."""
    out: list[Mention] = []
    for first, _ in parse.sents:
        i = first
        while i < len(parse) and parse.pos[i] == "SPACE":
            i += 1
        if i and not (parse.pos[i - 1] == "SPACE" and "\n" in parse.orth[i - 1]):
            continue
        stop = i
        while stop < min(len(parse), i + 4) and parse.orth[stop].isupper() and parse.orth[stop].isalpha():
            stop += 1
        if stop == i or len(parse.orth[i]) < 3 or not _ends_dateline(parse, stop):
            continue
        known = cover.taken[i]
        _settle_agency(parse, cover, stop)
        if known is not None and known.first == i:
            known.label = "GPE"
        elif known is None and (m := make(parse, i, stop, "GPE", "dateline")) is not None:
            cover.add(m)
            out.append(m)
    return out


def _settle_agency(parse: Parse, cover: Cover, stop: int) -> None:
    """Who is named in the brackets of a dateline is a news agency."""
    for k in range(stop, min(stop + _DATELINE, len(parse) - 1)):
        agency = cover.taken[k + 1]
        if parse.orth[k] == "(" and agency is not None:
            agency.label = "ORG"
            agency.rule = "dateline"
            return
        if parse.orth[k] in _DASHES:
            return


def _ends_dateline(parse: Parse, stop: int) -> bool:
    if stop >= len(parse) or parse.orth[stop] not in (",", "(", *_DASHES):
        return False
    for k in range(stop, min(stop + _DATELINE, len(parse))):
        if parse.orth[k] in _DASHES and parse.end[k - 1] < parse.start[k]:
            return True
        if parse.pos[k] in ("VERB", "AUX", "SPACE"):
            return False
    return False
