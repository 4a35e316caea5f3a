"""Spans of the NER that are no names: common words in capitals at the head of a sentence or an office."""

from __future__ import annotations

from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import ROLE_MODIFIERS, is_role_noun, kinds
from claimwire.layers.parse import Parse

_LOOSE = frozenset({"amod", "advmod", "mark", "cc", "intj", "prep", "discourse"})
_KNOWN = frozenset({"NORP", "GPE", "LOC"})
_OFFICES = frozenset({"secretary", "minister", "secretaries", "ministers", "undersecretary"})
_POSTS = frozenset({"state", "exchequer", "treasury", "justice", "commerce", "labor", "agriculture"})


def drop_commons(parse: Parse, mentions: list[Mention], inside: bytearray) -> list[Mention]:
    """Without single words that are no name. inside: not 0 for the tokens of headlines."""
    lower = set(parse.orth)
    firm = {parse.orth[i] for i in range(len(parse)) if not inside[i] and _is_sure(parse, i)}
    return [m for m in mentions if not _is_common(parse, m, inside, lower, firm)]


def _is_common(parse: Parse, m: Mention, inside: bytearray, lower: set[str], sure: set[str]) -> bool:
    i = m.first
    if m.stop - i > 1:
        return False
    if _is_post(parse, m):
        return True
    if m.label in _KNOWN or m.text.isupper():
        return False
    if _opens(parse, i) and parse.dep[i] in _LOOSE and parse.pos[i] != "PROPN":
        return True
    word = parse.lower[i]
    if word not in lower or m.title is not None:
        return False
    if inside[i] or _opens(parse, i):
        return m.text not in sure
    # "Council leader Ann Smith", "Council President": the council that the text writes small elsewhere
    return parse.head[i] == m.stop and is_role_noun(parse.lower[m.stop]) and word in kinds()


def _is_sure(parse: Parse, i: int) -> bool:
    """Whether a token has capitals of its own: not those of the first word or of one before a role."""
    return (
        parse.tag[i] in ("NNP", "NNPS")
        and not _opens(parse, i)
        and not (parse.head[i] == i + 1 and is_role_noun(parse.lower[i + 1]))
    )


def _is_post(parse: Parse, m: Mention) -> bool:
    """Whether a word names an office's field only: "Secretary of State", "Home Secretary"."""
    i, word = m.first, parse.lower[m.first]
    if word not in _POSTS and word not in ROLE_MODIFIERS:
        return False
    if i > 1 and parse.lower[i - 1] == "of" and parse.lower[i - 2] in _OFFICES:
        return True
    return i + 1 < len(parse) and parse.lower[i + 1] in _OFFICES and parse.orth[i + 1][0].isupper()


def _opens(parse: Parse, i: int) -> bool:
    if i == 0 or parse.sent[i - 1] != parse.sent[i]:
        return True
    before = parse.orth[i - 1]
    return before in ('"', "“", "``", "‘", ":", "-", "–", "—") or parse.pos[i - 1] == "SPACE"
