"""Hospitals, schools and churches called after a saint: "St. Brannoc's", "St. Brannoc's Hospital"."""

from __future__ import annotations

from claimwire.layers.entities.clean import make
from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import ORG_WORDS, kinds
from claimwire.layers.parse import Parse

_NOUNS = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})


def sainted(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Mentions with the possessive ending that a saint's name keeps, and the words of its institution."""
    out: list[Mention] = []
    for m in mentions:
        if out and m.first < out[-1].stop:
            continue
        stop = _stop(parse, m) if m.words[0] == "st" else m.stop
        out.append((make(parse, m.first, stop, "ORG", "widened") or m) if stop != m.stop else m)
    return out


def _stop(parse: Parse, m: Mention) -> int:
    k = m.stop
    if k + 1 >= len(parse) or parse.tag[k] != "POS":
        return k
    stop = k + 1
    while stop < len(parse) and parse.orth[stop][:1].isupper() and parse.sent[stop] == parse.sent[k]:
        stop += 1
    words = parse.lower[k + 1 : stop]
    if words and (words[-1] in ORG_WORDS or words[-1] in kinds()):
        return stop
    # "St. Brannoc's said" keeps its ending, "St. Brannoc's nurses" does not
    return k if parse.pos[k + 1] in _NOUNS else k + 1
