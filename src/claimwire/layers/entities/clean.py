"""Spans of the NER mended: articles, titles, roles, possessives and stray words at the edges come off."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimwire.layers.entities.mention import LABELS, Mention, is_capitalised, is_ticker
from claimwire.layers.entities.words import (
    CONCEPTS,
    ORG_WORDS,
    PARTICLES,
    STRICT_TITLES,
    is_rank,
    is_role_word,
    is_title,
    kinds,
)
from claimwire.layers.parse import Parse

_OPENERS = frozenset("\"'“”‘’`([{«<-–—*#") | {"``", "''", "--"}
_CLOSERS = _OPENERS | frozenset(")]}»>,;:!?…/")
_STOPS = _CLOSERS | {"."}  # the full stop of a sentence that was not seen to end there
_POSSESSIVE = re.compile(r"['’]s?$")
_NO_NAME = re.compile(r"^(?:[QH][1-4]|[\W\d_]+|[\W\d]*[$£€%][\W\d]*)$")
# Parts of speech that begin a sentence in capitals without being part of a name
_FUNCTION = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ", "VERB"})


def clean(parse: Parse, spans: Iterable[tuple[int, int, str]]) -> list[Mention]:
    """Mentions from (first, stop, label) token spans of the NER, in order, less those that are no names."""
    out = []
    for first, stop, label in spans:
        if label not in LABELS:
            continue
        for a, b in _pieces(parse, first, stop):
            mention = _mention(parse, a, b, label)
            if mention is not None:
                out.append(mention)
    return out


def _pieces(parse: Parse, first: int, stop: int) -> list[tuple[int, int]]:
    """A span cut at line breaks, which no name crosses."""
    cuts = [i for i in range(first, stop) if parse.pos[i] == "SPACE" and "\n" in parse.orth[i]]
    edges = [first - 1, *cuts, stop]
    return [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False) if a + 1 < b]


def _mention(parse: Parse, first: int, stop: int, label: str) -> Mention | None:
    first, stop, title = _trim(parse, first, stop, label)
    if all(is_rank(parse.lower[i]) for i in range(first, stop)):
        return None
    person = title is not None and (title in STRICT_TITLES or is_rank(title))
    return make(parse, first, stop, "PERSON" if person else label, "ner", title)


def make(
    parse: Parse, first: int, stop: int, label: str, rule: str, title: str | None = None
) -> Mention | None:
    """The mention of tokens first..stop, less a possessive glued to its last token; None if it is no name."""
    while first < stop and (parse.pos[first] == "SPACE" or parse.orth[first] in _STOPS):
        first += 1
    if stop - first > 1 and is_ticker(parse.orth[stop - 1]):
        stop -= 1
    if first >= stop or is_ticker(parse.orth[first]):
        return None
    start, end = parse.start[first], parse.end[stop - 1]
    text = parse.text[start:end]
    glued = _POSSESSIVE.search(text)
    if glued and parse.orth[stop - 1] != glued[0]:
        text = text[: glued.start()]
    stripped = text.lstrip("\"'“‘[(")
    start, text = start + len(text) - len(stripped), stripped
    if not is_capitalised(text) or _NO_NAME.match(text) or text in CONCEPTS:
        return None
    return Mention(first, stop, start, start + len(text), text, label, rule, title=title)


def _trim(parse: Parse, first: int, stop: int, label: str) -> tuple[int, int, str | None]:
    title = None
    first = _behind_kind(parse, first, stop, label)
    while first < stop and _drop_left(parse, first, stop, label):
        if (label == "PERSON" and is_title(parse.lower[first])) or is_rank(parse.lower[first]):
            title = parse.lower[first].rstrip(".")
        first += 1
    while stop > first and _drop_right(parse, first, stop, label):
        stop -= 1
    if title is None and first and is_title(parse.lower[first - 1]) and is_capitalised(parse.orth[first - 1]):
        title = parse.lower[first - 1].rstrip(".")
    return first, stop, title


def _behind_kind(parse: Parse, first: int, stop: int, label: str) -> int:
    """Where the name begins behind a common noun that the NER took in: "Relief organisation Kind Hands"."""
    if label in ("WORK_OF_ART", "LAW", "EVENT"):
        return first
    for i in range(stop - 2, first - 1, -1):
        noun = parse.orth[i].islower() and parse.lower[i] in kinds() and parse.lower[i] not in PARTICLES
        if noun and is_capitalised(parse.orth[i + 1]):
            return i + 1
    return first


def _drop_left(parse: Parse, i: int, stop: int, label: str) -> bool:
    orth, lower = parse.orth[i], parse.lower[i]
    if parse.pos[i] == "SPACE" or orth in _CLOSERS or parse.tag[i] == "POS" or lower in ("the", "a", "an"):
        return True
    if label in ("WORK_OF_ART", "LAW", "EVENT"):
        return False
    if not is_capitalised(orth):
        return not (
            orth[0].isdecimal() or (lower in PARTICLES and i + 1 < stop and is_capitalised(parse.orth[i + 1]))
        )
    if i + 1 < stop and (is_rank(lower) or (label == "PERSON" and (is_title(lower) or is_role_word(lower)))):
        return True
    return _is_opening_word(parse, i, stop) or _is_opening_kind(parse, i, stop, label)


def _is_opening_kind(parse: Parse, i: int, stop: int, label: str) -> bool:
    """A common noun before the name at the start of a sentence: "Carmaker Ford Motor", "Striker Okafor"."""
    kind = kinds().get(parse.lower[i])
    if kind is None or i + 1 >= stop or parse.lower[i] in ORG_WORDS or not _opens(parse, i):
        return False
    return (
        parse.orth[i + 1][:1].isupper()
        and parse.head[i] < stop
        and (label in kind[0] or kind[0] == ("PERSON",))
    )


def _opens(parse: Parse, i: int) -> bool:
    before = parse.orth[i - 1] if i else ""
    return i == 0 or parse.sent[i - 1] != parse.sent[i] or before in _OPENERS or before == ":"


def _is_opening_word(parse: Parse, i: int, stop: int) -> bool:
    """A word in capitals only because a sentence or a quotation begins there."""
    if not _opens(parse, i) or parse.orth[i].isupper():
        return False
    if parse.pos[i] in _FUNCTION:
        return parse.tag[i] not in ("NNP", "NNPS")
    return parse.tag[i] in ("JJR", "JJS", "RB", "RBR", "RBS")


def _drop_right(parse: Parse, first: int, stop: int, label: str) -> bool:
    i = stop - 1
    orth = parse.orth[i]
    if parse.pos[i] == "SPACE" or orth in _CLOSERS:
        return True
    if parse.tag[i] == "POS":
        # "McDonald's said" keeps its ending, "Amazon's staff" does not
        return parse.head[i] == i - 1 and (parse.dep[i - 1] == "poss" or label in ("PERSON", "GPE", "NORP"))
    if orth == "." and stop - first > 1:
        return "." not in parse.orth[i - 1] and len(parse.orth[i - 1]) > 4
    if label in ("WORK_OF_ART", "LAW", "EVENT") or orth[0].isdecimal():
        return False
    return not is_capitalised(orth)
