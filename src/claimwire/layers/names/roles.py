"""What a person is, as the text says it beside the name: "CEO Andy Jassy", "Lee Rainie, director of …"."""

from __future__ import annotations

from claimwire.layers.grammar.heads import root_of
from claimwire.layers.names.mention import NameMention, is_capitalised
from claimwire.layers.names.words import STRICT_TITLES, is_role_noun, is_role_word
from claimwire.layers.parse import Parse


def role_of(parse: Parse, m: NameMention) -> str | None:
    """The role beside one mention of a person, or None."""
    return _before(parse, m) or _apposition(parse, m)


def _before(parse: Parse, m: NameMention) -> str | None:
    first = m.first
    while first and _belongs(parse, first - 1, m.first):
        first -= 1
    while first < m.first and parse.orth[first] == "-":
        first += 1
    if not any(is_role_noun(parse.lemma[i].lower()) for i in range(first, m.first)):
        return None
    return parse.phrase(first, m.first)


def _belongs(parse: Parse, i: int, name: int) -> bool:
    if parse.sent[i] != parse.sent[name] or parse.lower[i].rstrip(".") in STRICT_TITLES:
        return False
    return is_role_word(parse.lower[i]) or (parse.orth[i] == "-" and i + 1 < name)


def _apposition(parse: Parse, m: NameMention) -> str | None:
    """The head noun of an apposition with its modifiers, without article and names of others."""
    head = root_of(parse, range(m.first, m.stop))
    for c in parse.children[head]:
        if c >= m.stop and parse.dep[c] == "appos" and is_role_noun(parse.lemma[c].lower()):
            first = c
            while (
                first > m.stop
                and is_role_word(parse.lower[first - 1])
                and not (is_capitalised(parse.orth[first - 1]) and parse.orth[first - 1] == "A")
            ):
                first -= 1
            return parse.phrase(first, c + 1)
    return None
