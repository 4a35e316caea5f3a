"""The noun phrase right behind a count: "about 30,000 [office workers]"."""

from __future__ import annotations

from claimwire.layers.parse import Parse

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})
_JOINERS = frozenset({"-", "–", "/", "&", "'s", "’s"})
_NO_HEADS = frozenset(
    {
        "today",
        "yesterday",
        "tomorrow",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    }
)
_LONGEST = 9


def counted_noun(parse: Parse, first: int, end: int) -> tuple[int, int] | None:
    """Tokens (first, last + 1) of the noun phrase behind the number at first..end (characters), or None."""
    last = parse.token_at(end - 1)
    if last < 0 or last + 1 >= len(parse):
        return None
    begin = last + 1
    if parse.orth[begin] in ("-", "–", "-plus"):
        begin += 1
    if begin < len(parse) and parse.lower[begin] in ("of",):
        return None
    head = _head(parse, parse.token_at(first), last)
    stop, noun = begin, None
    for i in range(begin, min(begin + _LONGEST, len(parse))):
        pos = parse.pos[i]
        if parse.sent[i] != parse.sent[last]:
            break
        if pos in ("NOUN", "PROPN") and parse.lower[i] not in _NO_HEADS:
            if noun is not None and not _goes_on(parse, noun, i, head):
                break
            noun, stop = i, i + 1
            if i == head and not _compound_of_next(parse, i):
                break
        elif (
            pos == "ADJ"
            or parse.orth[i] in _JOINERS
            or (pos == "VERB" and parse.tag[i] in ("VBN", "VBG"))
            or (pos == "ADV" and i + 1 < len(parse) and parse.pos[i + 1] in ("ADJ", "VERB"))
            or (pos == "CCONJ" and head is not None and head > i and noun is None)
        ):
            if noun is not None and (head is None or head <= noun):
                break
        elif pos == "NUM" and noun is None and head is not None and head > i:
            continue
        else:
            break
    return (begin, stop) if noun is not None else None


def _head(parse: Parse, first: int, last: int) -> int | None:
    """The noun that the number modifies, when it stands behind it."""
    for i in range(last, max(first, 0) - 1, -1):
        head = parse.head[i]
        if head > last and parse.pos[head] in ("NOUN", "PROPN", "ADJ"):
            return head
    return None


def _compound_of_next(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse) and parse.head[i] == i + 1 and parse.dep[i] == "compound"


def _goes_on(parse: Parse, noun: int, i: int, head: int | None) -> bool:
    """Whether a second noun still belongs to the phrase: up to the number's head, or a compound."""
    return (head is not None and i <= head) or (
        parse.head[noun] == i and parse.dep[noun] in ("compound", "nmod", "poss", "amod")
    )
