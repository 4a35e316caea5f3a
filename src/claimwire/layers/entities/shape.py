"""Mentions whose edges the NER set wrong, mended by the parse: joined, widened or cut."""

from __future__ import annotations

from claimwire.layers.entities.clean import make
from claimwire.layers.entities.mention import Mention, is_capitalised, words_of
from claimwire.layers.entities.words import (
    CONCEPTS,
    ORG_WORDS,
    is_given_name,
    is_party,
    is_role_noun,
    is_role_word,
    is_title,
    kinds,
)
from claimwire.layers.parse import Parse

_LINES = frozenset({"Air", "Radio", "Team", "TV"})
_SAINTS = frozenset({"st", "st.", "saint"})
_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "flat", "punct"})


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
    if a.label == "ORG" and len(b.words) == 1:
        if not is_given_name(b.words[0]):
            return "PRODUCT"
        return "ORG" if b.label != "PERSON" else None
    return None


def widen(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Capitalised words of the same compound that the NER left outside taken in."""
    taken = bytearray(len(parse))
    for m in mentions:
        taken[m.first : m.stop] = b"\1" * (m.stop - m.first)
    return [_widened(parse, m, taken) for m in mentions]


def _widened(parse: Parse, m: Mention, taken: bytearray) -> Mention:
    first, stop = m.first, m.stop
    if first and not taken[first - 1] and parse.lower[first - 1] in _SAINTS and m.words[0] != "st":
        taken[first - 1] = 1
        return _widened(parse, make(parse, first - 1, stop, m.label, "widened") or m, taken)
    lined = _with_line(parse, m, taken) if m.label in ("GPE", "LOC") or len(m.words) == 1 else m
    if m.label in ("GPE", "LOC") or lined is not m:
        return lined
    if first and not taken[first - 1] and is_party((*words_of(parse.orth[first - 1]), *m.words)):
        first -= 1
    while _joins(parse, stop, taken) and first <= _link(parse, stop - 1) and _link(parse, stop - 1) == stop:
        stop += 1
    if m.label == "PERSON" and stop - first == 1 and _is_first_name(parse, first - 1, first, taken):
        first -= 1
    if m.label == "PERSON" and stop - first == 1 and _is_given(parse, first - 1, taken):
        first -= 1
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


def _with_line(parse: Parse, m: Mention, taken: bytearray) -> Mention:
    """A place with the line of business before it is a firm: "Air Ruritania"."""
    i = m.first - 1
    if i < 0 or taken[i] or parse.orth[i] not in _LINES or parse.head[i] not in range(m.first, m.stop):
        return m
    taken[i] = 1
    return make(parse, i, m.stop, "ORG", "widened") or m


def _is_first_name(parse: Parse, i: int, name: int, taken: bytearray) -> bool:
    """Whether the free word before a surname is its given name; at the head of a sentence a known one."""
    if not _joins(parse, i, taken) or parse.tag[i] != "NNP" or parse.head[i] != name:
        return False
    return is_given_name(parse.lower[i]) or not (_begins(parse, i) or parse.lower[i] in kinds())


def _is_given(parse: Parse, i: int, taken: bytearray) -> bool:
    """Whether token i is a given name that is also a small word: "said Per Lund"."""
    if i < 0 or taken[i] or _begins(parse, i) or parse.pos[i] not in ("ADP", "VERB", "AUX", "ADV"):
        return False
    return parse.orth[i][:1].isupper() and parse.orth[i].isalpha() and is_given_name(parse.lower[i])


def cut_role(parse: Parse, m: Mention) -> Mention | None:
    """An organisation less the role of a person behind it: "Larch Executive" Vice President Ann Smith."""
    stop = m.stop
    if m.label != "ORG" or not _is_role_at(parse, stop - 1) or stop - m.first == 1:
        return m
    noun = is_role_noun(parse.lower[stop - 1])
    if not (noun and _comes_name(parse, stop)) and not (stop < len(parse) and _is_role_at(parse, stop)):
        return m
    while stop > m.first + 1 and _is_role_at(parse, stop - 1):
        stop -= 1
    return make(parse, m.first, stop, m.label, "cut")


def _is_role_at(parse: Parse, i: int) -> bool:
    return is_role_word(parse.lower[i]) and parse.lower[i] not in ORG_WORDS and parse.orth[i][:1].isupper()


def _comes_name(parse: Parse, i: int) -> bool:
    return i < len(parse) and (parse.orth[i] == "," or parse.tag[i] == "NNP")


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


def trim_event(parse: Parse, m: Mention) -> Mention | None:
    """An event named by a place and a common noun ("the Oman talks") is the name of the place only."""
    stop = m.stop
    while m.label == "EVENT" and stop > m.first and not is_capitalised(parse.orth[stop - 1]):
        if parse.orth[stop - 1][:1].isdecimal():
            return m
        stop -= 1
    if stop == m.stop or stop == m.first:
        return m
    return make(parse, m.first, stop, "GPE" if stop - m.first == 1 else m.label, "cut")
