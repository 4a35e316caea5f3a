"""Named mentions that the NER missed: titled people, bracketed acronyms, and known names said again."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.entities.clean import make
from claimwire.layers.entities.mention import Mention, is_capitalised, words_of
from claimwire.layers.entities.words import STRICT_TITLES, is_rank, is_title
from claimwire.layers.parse import Parse


class Cover:
    """Which tokens are taken by a mention, and which are blocked by a number or time of the NER."""

    def __init__(self, size: int, mentions: Iterable[Mention], blocked: Iterable[tuple[int, int]]) -> None:
        self.taken: list[Mention | None] = [None] * size
        self.blocked = bytearray(size)
        for a, b in blocked:
            self.blocked[a:b] = b"\1" * (b - a)
        for m in mentions:
            self.add(m)

    def add(self, mention: Mention) -> None:
        """Take the tokens of a mention."""
        for i in range(mention.first, mention.stop):
            self.taken[i] = mention

    def free(self, i: int) -> bool:
        """Whether no mention has token i."""
        return self.taken[i] is None


def titled(parse: Parse, cover: Cover) -> list[Mention]:
    """People introduced by a form of address: "Mr Lockyer", also where the NER saw nothing or no person."""
    out = []
    for i, lower in enumerate(parse.lower):
        if not _introduces(parse, i, lower):
            continue
        known = cover.taken[i + 1] if i + 1 < len(parse) else None
        if known is not None and known.first == i + 1:
            known.label, known.rule, known.title = "PERSON", "title", lower.rstrip(".")
            continue
        stop = i + 1
        while stop < len(parse) and stop < i + 5 and cover.free(stop) and _is_name_word(parse, stop):
            stop += 1
        if stop > i + 1 and cover.free(i):
            mention = make(parse, i + 1, stop, "PERSON", "title", lower.rstrip("."))
            if mention is not None:
                cover.add(mention)
                out.append(mention)
    return out


def _introduces(parse: Parse, i: int, lower: str) -> bool:
    """Whether token i is a title in capitals, the last of its row, that only a person's name follows."""
    if lower.rstrip(".") not in STRICT_TITLES and not is_rank(lower):
        return False
    return is_capitalised(parse.orth[i]) and not (i + 1 < len(parse) and is_title(parse.lower[i + 1]))


def _is_name_word(parse: Parse, i: int) -> bool:
    orth = parse.orth[i]
    return (
        orth[:1].isupper()
        and (orth[-1].isalpha() or orth[-1] == ".")
        and parse.pos[i] not in ("SPACE", "PUNCT")
    )


def bracketed(parse: Parse, mentions: list[Mention], cover: Cover) -> list[Mention]:
    """Acronyms in brackets behind the name they shorten: "Associated Press (AP)"."""
    out = []
    for m in mentions:
        i = m.stop
        if i + 2 >= len(parse) or parse.orth[i] not in "([" or parse.orth[i + 2] not in ")]":
            continue
        short = parse.orth[i + 1]
        if not (1 < len(short) < 9 and short[0].isupper() and sum(c.isupper() for c in short) > 1):
            continue
        letters = words_of(short)[0] if words_of(short) else ""
        if not (shortens(letters, m.words) or (short.isupper() and _spells(letters, m.words))):
            continue
        known = cover.taken[i + 1]
        if known is None:
            known = make(parse, i + 1, i + 2, m.label, "acronym")
            if known is None:
                continue
            cover.add(known)
            out.append(known)
        known.alias_of, known.label = m, m.label
    return out


_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "et", "du", "des", "la"})


def _spells(short: str, words: tuple[str, ...]) -> bool:
    """Whether a bracketed acronym takes its letters in order from a name: "Ruritania Airlines (RIA)"."""
    letters = iter("".join(words))
    return short[:1] == words[0][:1] and all(c in letters for c in short)


def shortens(short: str, words: tuple[str, ...]) -> bool:
    """Whether a word is made of the first letters of a name's words, small words counted or left out."""
    return short in shortenings(words)


def shortenings(words: tuple[str, ...]) -> set[str]:
    """The acronyms a name can have: its initials, with or without those of small words or the last words."""
    if len(words) < 2:
        return set()
    big = "".join(w[0] for w in words if w not in _SMALL)
    found = {big, "".join(w[0] for w in words)}
    if len(big) > 2:
        found |= {big[:k] for k in range(3, len(big))}
    return {s for s in found if len(s) > 1}
