"""Whether a quantity is the size of a rise or a fall."""

from __future__ import annotations

from functools import cache

from claimwire.layers.parse import Parse
from claimwire.lexicon import table

_FILL = frozenset(
    ["by", "a", "an", "another", "further", "just", "only", "only", "some", "about", "around", "nearly", "almost", "more", "less", "than", "over", "under", "at", "least", "up", "to", "as", "much", "roughly", "approximately", "an", "well", "slightly", "further", "additional", "extra", "record", "whopping", "massive", "staggering", "modest", "$", "£", "€", "another", "around"]
)


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {
        r["word"]: (r["change"], r["kind"]) for r in table("quantity_change") if r["kind"] in ("verb", "by")
    }


@cache
def _adverbs() -> dict[str, str]:
    return {r["word"]: r["change"] for r in table("quantity_change") if r["kind"] == "adverb"}


@cache
def _after() -> dict[str, str]:
    return {r["word"]: r["change"] for r in table("quantity_change") if r["kind"] == "after"}


def moves(parse: Parse, at: int, near: bool = False) -> bool:
    """Whether a verb of change governs what begins at a character.

    near: it must stand right before it ("rose 2% to 5%"), else anywhere up the tree ("rose last year from").
    """
    token = parse.token_at(at)
    if token < 0:
        return False
    if near:
        return token > 0 and parse.lemma[token - 1] in _verbs() and parse.pos[token - 1] == "VERB"
    for i, g in enumerate(parse.ancestors(token)):
        if parse.pos[g] in ("VERB", "AUX"):
            return parse.lemma[g] in _verbs()
        if i > 4:
            break
    return False


def change_of(parse: Parse, start: int, first: int, end: int, kind: str) -> str | None:
    """`increase`, `decrease` or None for the quantity at start..end whose number begins at first (characters)."""
    token = parse.token_at(start)
    last = parse.token_at(end - 1)
    if token < 0:
        return None
    if parse.text[start] == "+":
        return "increase"
    following = parse.lower[last + 1] if last + 1 < len(parse) else ""
    if following in _after() and parse.tag[last + 1] in ("RBR", "JJR", "RB"):
        return _after()[following]
    if following in ("up", "down") and (
        last + 2 >= len(parse) or parse.lower[last + 2] not in ("to", "from", "the", "a")
    ):
        return _adverbs()[following]
    before = token - 1
    by = False
    while before >= 0 and token - before <= 5 and parse.lower[before] in _FILL:
        if parse.lower[before] in ("to", "up", "down") and parse.lower[before] != "up":
            return None
        by = by or parse.lower[before] == "by"
        if parse.lower[before] == "up" and parse.lower[before + 1] != "to":
            return "increase"
        before -= 1
    if before < 0 or parse.sent[before] != parse.sent[token]:
        return None
    if parse.lower[before] in _adverbs() and parse.pos[before] in ("ADV", "ADP", "PART", "ADJ", "VERB"):
        return _adverbs()[parse.lower[before]]
    return _governed(parse, token, last, kind, before, by)


def _governed(parse: Parse, token: int, last: int, kind: str, before: int, by: bool) -> str | None:
    """Change by the verb right before, or the one the quantity hangs on, itself or through "by"."""
    for i in range(token, last + 1):
        head = parse.head[i]
        if token <= head <= last:
            continue
        if parse.dep[i] == "pobj" and parse.lower[head] == "by":
            by, head = True, parse.head[head]
        elif parse.dep[i] not in ("dobj", "npadvmod", "attr", "advmod", "obj", "oprd", "ccomp", "dep"):
            continue
        known = _verbs().get(parse.lemma[head]) if parse.pos[head] in ("VERB", "AUX") else None
        if known and head < token:
            return _reading(known, kind, by)
    known = _verbs().get(parse.lemma[before]) if parse.pos[before] == "VERB" else None
    return _reading(known, kind, by) if known else None


def _reading(known: tuple[str, str], kind: str, by: bool) -> str | None:
    change, verb = known
    if by or (verb == "verb" and kind != "count") or kind == "percent":
        return change
    return None
