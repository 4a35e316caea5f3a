"""Whether a quantity is the size of a rise or a fall, by verbs, particles and signs.

Of "a 4% rise in rents" the counted phrase tells the direction ("rise in rents"); its quantity has no change.
"""

from __future__ import annotations

from functools import cache

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.cues import cues
from claimwire.lexicon import table, words

_REACH = 6  # tokens
_MODIFYING = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod"})
_ADVERBIAL = frozenset({"ADV", "ADP", "PART", "ADJ", "VERB"})


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {
        r["word"]: (r["change"], r["kind"]) for r in table("quantity_change") if r["kind"] in ("verb", "by")
    }


@cache
def changing_verbs(kind: str) -> frozenset[str]:
    """Lemmas of the verbs whose bare quantity, of this kind, is how far their subject rose or fell.

    "The index lost 5%" tells the index's change, "the firm lost $5m" nothing of the firm's size.
    """
    verbs = frozenset(v for v, (_, use) in _verbs().items() if use == "verb")
    return verbs - {"lose", "add"} if kind in ("money", "count") else verbs


@cache
def _adverbs() -> dict[str, str]:
    return {r["word"]: r["change"] for r in table("quantity_change") if r["kind"] == "adverb"}


@cache
def _after() -> dict[str, str]:
    return {r["word"]: r["change"] for r in table("quantity_change") if r["kind"] == "after"}


def moves(parse: Parse, at: int) -> bool:
    """Whether a verb of change governs what begins at a character ("rose last year from")."""
    token = parse.token_at(at)
    if token < 0:
        return False
    for i, g in enumerate(parse.ancestors(token)):
        if parse.pos[g] in ("VERB", "AUX"):
            return parse.lemma[g] in _verbs() or parse.lemma[g] in words("moving_verbs")
        if i > 4:
            break
    return False


def change_of(parse: Parse, start: int, end: int, kind: str) -> str | None:
    """`increase`, `decrease` or None for the quantity at start..end (characters) of a kind."""
    token, last = parse.token_at(start), parse.token_at(end - 1)
    if token < 0:
        return None
    return (
        _signed(parse, start, token)
        or _behind(parse, last, kind)
        or _ahead(parse, token, last, kind)
        or _governed(parse, token, last, kind)
    )


def _signed(parse: Parse, start: int, token: int) -> str | None:
    """ "+0.2%", and "-0.2%" right behind the name of what moved."""
    if parse.text[start] == "+":
        return "increase"
    named = token > 0 and parse.pos[token - 1] in ("PROPN", "NUM", "NOUN") and parse.text[start - 1] == " "
    return (
        "decrease"
        if named and parse.text[start] in "-−–" and parse.text[start + 1 : start + 2].isdecimal()
        else None
    )


def _behind(parse: Parse, last: int, kind: str) -> str | None:
    """ "5% higher", "5% up"."""
    following = parse.lower[last + 1] if last + 1 < len(parse) else ""
    if following in _after() and parse.tag[last + 1] in ("RBR", "JJR", "RB"):
        return _after()[following]
    then = parse.lower[last + 2] if last + 2 < len(parse) else ""
    loose = following in ("up", "down") and kind != "count" and then not in ("to", "from", "the", "a", "for")
    return _adverbs()[following] if loose else None


def _ahead(parse: Parse, token: int, last: int, kind: str) -> str | None:
    """ "up 5%", "rose by 5%", "rose to 5%": a word of change before the quantity, small words between."""
    before, small = token - 1, []
    between = cues("between_change") - _adverbs().keys()
    while before >= 0 and token - before < _REACH and parse.lower[before] in between:
        small.append(parse.lower[before])
        before -= 1
    if before < 0 or parse.sent[before] != parse.sent[token]:
        return None
    word = parse.lower[before]
    if word in _adverbs():
        counted_off = word == "off" and kind == "count"  # "87 off 63 balls"
        return _adverbs()[word] if _is_adverb(parse, before) and not counted_off else None
    known = _verbs().get(parse.lemma[before]) if parse.pos[before] == "VERB" else None
    if known is None or _attributive(parse, token, last):
        return None
    return known[0] if small[-1:] == ["to"] else _reading(known, kind, "by" in small)


def _attributive(parse: Parse, token: int, last: int) -> bool:
    """Whether the quantity at token..last says what kind of thing follows: "gained a [5%] stake"."""
    return any(
        parse.head[i] > last and parse.dep[i] in _MODIFYING and parse.pos[parse.head[i]] in ("NOUN", "PROPN")
        for i in range(token, last + 1)
    )


def _is_adverb(parse: Parse, i: int) -> bool:
    """Whether "up" or "down" says how far something moved, and is no particle ("sign up five people")."""
    if parse.lower[i + 1] in ("to", "from", "at") or parse.pos[i] not in _ADVERBIAL:
        return False
    particle = parse.dep[i] == "prt" and parse.head[i] == i - 1
    return not particle or parse.lemma[i - 1] in words("trading_verbs")


def _governed(parse: Parse, token: int, last: int, kind: str) -> str | None:
    """The verb of change that the quantity hangs on, itself or through "by"."""
    by = False
    if token and parse.lower[token - 1] == "by" and parse.sent[token - 1] == parse.sent[token]:
        verb = parse.head[token - 1]
        known = _verbs().get(parse.lemma[verb]) if parse.pos[verb] == "VERB" and verb < token else None
        if known:
            return known[0]
    for i in range(token, last + 1):
        head = parse.head[i]
        if token <= head <= last:
            continue
        if parse.dep[i] == "pobj" and parse.lower[head] == "by":
            by, head = True, parse.head[head]
        elif parse.dep[i] not in ("dobj", "npadvmod", "attr", "advmod", "oprd", "ccomp", "dep"):
            continue
        known = _verbs().get(parse.lemma[head]) if parse.pos[head] in ("VERB", "AUX") else None
        if known and head < token:
            return _reading(known, kind, by)
    return None


def _reading(known: tuple[str, str], kind: str, by: bool) -> str | None:
    change, verb = known
    return change if by or kind == "percent" or (verb == "verb" and kind != "count") else None
