"""Of what a quantity is the number, the size, the price or the change, read off the parse."""

from __future__ import annotations

from claimwire.layers.parse import Parse
from claimwire.layers.phrases import noun_phrase, trim
from claimwire.layers.quantities.find import Found

Stretch = tuple[int, int]
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFIES = frozenset(
    {"nummod", "compound", "nmod", "amod", "quantmod", "appos", "npadvmod", "poss", "dep", "advmod"}
)
_AMOUNTS = frozenset(
    [
        "total",
        "average",
        "sum",
        "amount",
        "number",
        "price",
        "record",
        "maximum",
        "minimum",
        "cost",
        "value",
        "level",
        "rate",
        "equivalent",
    ]
)
_TRANSITIVE = frozenset(
    [
        "cut",
        "raise",
        "put",
        "set",
        "lower",
        "increase",
        "reduce",
        "boost",
        "lift",
        "trim",
        "slash",
        "hike",
        "value",
        "price",
        "sell",
        "buy",
        "keep",
        "leave",
        "hold",
        "forecast",
        "estimate",
        "see",
        "expect",
        "double",
        "triple",
        "halve",
        "push",
        "take",
        "bring",
        "bump",
        "up",
    ]
)
_PAYING = frozenset(
    [
        "pay",
        "spend",
        "bid",
        "offer",
        "invest",
        "charge",
        "raise",
        "earmark",
        "allocate",
        "commit",
        "owe",
        "borrow",
    ]
)
_BOUGHT = ("for", "on", "in")


def counted_of(parse: Parse, found: Found, taken: frozenset[int]) -> Stretch | None:
    """Tokens (first, last + 1) of the counted phrase, or None. taken: tokens that are quantities themselves."""
    first, last = _tokens(parse, found)
    if found.noun:
        return trim(parse, *found.noun)
    of = _of_phrase(parse, last, found.vague)
    if of and of[1] - 1 not in taken:
        return of
    top = _top(parse, first, last)
    phrase = _fronted(parse, first, top) or _climb(parse, top, first, last)
    return phrase if phrase and not taken.issuperset(range(*phrase)) else None


def taken(parse: Parse, found: list[Found]) -> frozenset[int]:
    """The tokens that are quantities: numbers, modifiers and units, without the nouns of counts."""
    out: set[int] = set()
    for item in found:
        first, last = _tokens(parse, item)
        out.update(range(first, item.noun[0] if item.noun else last + 1))
    return frozenset(out)


def _tokens(parse: Parse, found: Found) -> Stretch:
    return max(parse.token_at(found.start), 0), max(parse.token_at(found.end - 1), 0)


def _of_phrase(parse: Parse, last: int, vague: bool) -> Stretch | None:
    """The phrase behind "of" right after the quantity."""
    of = last + 1
    if of + 1 >= len(parse) or parse.lower[of] not in ("of", "in") or parse.sent[of] != parse.sent[last]:
        return None
    objects = [c for c in parse.children[of] if parse.dep[c] in ("pobj", "pcomp")]
    if not objects:
        return None
    if parse.lower[of] == "in" and (
        parse.head[of] > last or parse.pos[parse.head[of]] == "VERB" or parse.pos[objects[0]] == "PROPN"
    ):
        return None
    if vague:
        return trim(parse, of + 1, max(objects[0], of + 1) + 1)
    return _phrase(parse, objects[0], of + 1)


def _phrase(parse: Parse, head: int, least: int = 0) -> Stretch:
    first, stop = noun_phrase(parse, head, coordinated=True)
    return trim(parse, max(first, least), stop)


def _top(parse: Parse, first: int, last: int) -> int:
    """The quantity's token that hangs on a word outside of it."""
    outside = [i for i in range(first, last + 1) if not first <= parse.head[i] <= last or parse.head[i] == i]
    nominal = [
        i
        for i in outside
        if parse.dep[i] not in ("punct", "case", "advmod", "quantmod", "mark", "prep", "det")
    ]
    return (nominal or outside or [last])[-1]


def _fronted(parse: Parse, first: int, top: int) -> Stretch | None:
    """ "Of the 22 million owners, 59% are men": the phrase behind a sentence's opening "of"."""
    begin = parse.sents[parse.sent[first]][0]
    while begin < first and parse.pos[begin] in ("PUNCT", "SPACE"):
        begin += 1
    if parse.lower[begin] != "of" or begin >= first or parse.dep[top] not in ("nsubj", "nsubjpass"):
        return None
    objects = [c for c in parse.children[begin] if parse.dep[c] == "pobj"]
    return _phrase(parse, objects[0]) if objects and objects[0] < first else None


def _climb(parse: Parse, top: int, first: int, last: int) -> Stretch | None:
    """Up from the quantity to the noun it modifies, or the verb whose argument it is."""
    i = top
    marker = ""
    for _ in range(8):
        head, dep = parse.head[i], parse.dep[i]
        if head == i:
            return _of_verb(parse, i, first, last, marker) if parse.pos[i] in ("VERB", "AUX") else None
        if dep == "prep" or parse.pos[head] in ("ADP", "SCONJ", "PART") and parse.pos[head] != "VERB":
            if parse.pos[head] in ("ADP", "SCONJ", "PART") and dep in (
                "pobj",
                "pcomp",
                "dobj",
                "amod",
                "nummod",
                "attr",
                "npadvmod",
            ):
                marker = parse.lower[head]
        elif (
            parse.pos[head] in _NOMINAL
            and not first <= head <= last
            and dep not in ("conj", "nsubj", "nsubjpass")
        ):
            if parse.lower[head] in _AMOUNTS and head < first and marker == "of":
                i = head
                if parse.pos[parse.head[head]] in ("VERB", "AUX") and parse.dep[head] not in (
                    "nsubj",
                    "nsubjpass",
                ):
                    continue
            return _modified(parse, head, first, last)
        elif parse.pos[head] in ("VERB", "AUX"):
            if dep in ("nsubj", "nsubjpass"):
                return None
            return _of_verb(parse, head, first, last, marker)
        elif dep == "conj" and first <= head <= last:
            pass
        i = head
    return None


def _modified(parse: Parse, head: int, first: int, last: int) -> Stretch:
    """The noun phrase that the quantity modifies, without the quantity."""
    start, stop = noun_phrase(parse, head, coordinated=False)
    if start <= first and last < head:
        return trim(parse, last + 1, stop)
    if head < first:
        return trim(parse, start, min(stop, _before_preposition(parse, first, head)))
    return trim(parse, start, stop)


def _before_preposition(parse: Parse, first: int, head: int) -> int:
    """The token at which the phrase that holds the quantity begins, behind the noun it modifies."""
    i = first
    while parse.head[i] != head and parse.head[i] != i:
        i = parse.head[i]
    return parse.left[i] if parse.head[i] == head and i > head else first


def _of_verb(parse: Parse, verb: int, first: int, last: int, marker: str) -> Stretch | None:
    """The argument of a verb whose value, price or change the quantity is."""
    lemma = parse.lemma[verb]
    objects = [
        c
        for c in parse.dependents(verb, "dobj", "nsubjpass")
        if not first <= c <= last and not _holds(parse, c, first)
    ]
    if lemma in _PAYING:
        bought = _bought(parse, verb, first, last)
        if bought:
            return bought
    if objects and (
        lemma in _TRANSITIVE or parse.dep[objects[0]] == "nsubjpass" or marker in ("for", "at", "to", "by")
    ):
        return _phrase(parse, objects[0])
    subject = _subject(parse, verb)
    return _phrase(parse, subject) if subject is not None and not first <= subject <= last else None


def _holds(parse: Parse, i: int, inner: int) -> bool:
    return parse.left[i] <= inner <= parse.right[i]


def _bought(parse: Parse, verb: int, first: int, last: int) -> Stretch | None:
    """What is paid for: "for the site", or the object of "to buy"."""
    for child in [c for i in (verb, *range(first, last + 1)) for c in parse.children[i] if c > last]:
        if parse.lower[child] in _BOUGHT and parse.dep[child] == "prep":
            objects = parse.dependents(child, "pobj")
            if objects and not (parse.lower[child] == "in" and parse.pos[objects[0]] == "PROPN"):
                return _phrase(parse, objects[0])
        if parse.dep[child] in ("xcomp", "advcl", "relcl", "acl") and parse.tag[child] == "VB":
            objects = parse.dependents(child, "dobj")
            if objects:
                return _phrase(parse, objects[0])
    return None


def _subject(parse: Parse, verb: int) -> int | None:
    """The subject of a verb, of the verb it is coordinated with or dependent on; of a participle, its noun."""
    for _ in range(6):
        own = parse.dependents(verb, "nsubj", "nsubjpass", "csubj")
        if own:
            return _antecedent(parse, own[0], verb)
        if parse.dep[verb] in ("acl", "relcl") and parse.pos[parse.head[verb]] in _NOMINAL:
            return parse.head[verb]
        if (
            parse.dep[verb] not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "aux", "dep")
            or parse.head[verb] == verb
        ):
            return None
        verb = parse.head[verb]
    return None


def _antecedent(parse: Parse, subject: int, verb: int) -> int:
    relative = parse.dep[verb] == "relcl" and parse.lower[subject] in ("which", "that", "who")
    return parse.head[verb] if relative else subject
