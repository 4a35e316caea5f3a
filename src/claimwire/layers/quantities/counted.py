"""Of what a quantity is the number, the size, the price or the change, read off the parse.

In the order of the annotation guidelines: the noun behind a count, the phrase behind "of", the head that the
quantity modifies, else the argument of the verb whose value or change it is.
"""

from __future__ import annotations

import re

from claimwire.layers.grammar.phrases import trim
from claimwire.layers.parse import Parse
from claimwire.layers.quantities.cues import cues
from claimwire.layers.quantities.extents import (
    CROWD,
    HIGHEST,
    Stretch,
    antecedent,
    attributive,
    behind_bracket,
    bounded,
    clean_edges,
    modified,
    phrase_of,
    without_amount,
)
from claimwire.layers.quantities.match import QuantityMatch
from claimwire.layers.quantities.verbs import argument_of, noun_before, purpose_of
from claimwire.lexicon import words

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_RELATIONS = frozenset({"ADP", "SCONJ", "PART"})
_VERBAL = frozenset({"VERB", "AUX"})
_LOOSE = frozenset({"punct", "case", "advmod", "quantmod", "mark", "prep", "det", "cc", "predet"})
_DIRECTION = re.compile(
    r"(?: ?[(\[][^)\]]{1,30}[)\]])? (?:to the )?(?:(?:due )?(?:north|south|east|west)[- a-z]{0,9}|from|away"
    r"|off|offshore|inland|outside|upstream|downstream|up the|down the|inside)\b"
)


def counted_of(parse: Parse, found: QuantityMatch, taken: frozenset[int]) -> Stretch | None:
    """Tokens (first, last + 1) of the counted phrase, or None. taken: tokens that are quantities."""
    first, last = _tokens(parse, found)
    if found.noun:
        return trim(parse, *found.noun)
    if found.unit is None and _is_part_of_amount(parse, first, taken):
        return None
    if _is_distance(parse, found):
        return None
    if first > 1 and parse.lower[first - 2] == "of" and parse.lower[first - 1] in ("which", "whom"):
        return antecedent(parse, first - 1)
    phrase = _of_phrase(parse, last, found) or (_behind(parse, last) if found.kind == "ratio" else None)
    if phrase is None:
        top = _top(parse, first, last, parse.token_at(found.first))
        kind = "speed" if " per " in (found.unit or "") else found.kind
        phrase = (
            _sized(parse, first)
            or _fronted(parse, first, top)
            or _climb(parse, top, (first, last), taken, kind)
            or attributive(parse, first, last, parse.text[found.last : found.last + 1] == "-")
        )
    rest = without_amount(parse, phrase, taken) if phrase else None
    return clean_edges(parse, *rest) if rest else None


def _is_part_of_amount(parse: Parse, first: int, taken: frozenset[int]) -> bool:
    """ "One of [five]", "three of 40": what the whole is a number of, the part does not say."""
    return first > 1 and parse.lower[first - 1] == "of" and first - 2 in taken


def taken(parse: Parse, found: list[QuantityMatch]) -> frozenset[int]:
    """The tokens that are quantities: numbers, modifiers and units, without the nouns of counts."""
    out: set[int] = set()
    for item in found:
        first, last = _tokens(parse, item)
        out.update(range(first, item.noun[0] if item.noun and item.noun[0] <= last else last + 1))
    return frozenset(out)


def _tokens(parse: Parse, found: QuantityMatch) -> Stretch:
    return max(parse.token_at(found.start), 0), max(parse.token_at(found.end - 1), 0)


def _of_phrase(parse: Parse, last: int, found: QuantityMatch) -> Stretch | None:
    """The phrase behind "of" right after the quantity; "in" for money ("$5m in fines")."""
    of = behind_bracket(parse, last + 1) if found.kind == "money" else last + 1
    if parse.lower[of : of + 1] in (["a"], ["an"], ["per"], ["each"]) and of + 2 < len(parse):
        of += 2 * (parse.lower[of + 1] in words("quantity_per"))
    if of + 1 >= len(parse) or parse.sent[of] != parse.sent[last] or parse.lower[of] not in ("of", "in"):
        return None
    objects = [_thing(parse, c) for c in parse.children[of] if parse.dep[c] in ("pobj", "pcomp")]
    if not objects or (parse.lower[of] == "in" and not _material(parse, of, objects[0], found)):
        return None
    if parse.lower[objects[0]] in ("which", "whom"):
        return antecedent(parse, objects[0])
    if found.vague:
        return trim(parse, of + 1, max(objects[0], of + 1) + 1)
    return phrase_of(parse, objects[0], of + 1)


def _thing(parse: Parse, i: int) -> int:
    """An object of "of"; of a clause its subject ("46 of [their contacts] being watched")."""
    subjects = parse.dependents(i, "nsubj", "nsubjpass") if parse.dep[i] == "pcomp" else []
    return subjects[0] if subjects else i


def _is_distance(parse: Parse, found: QuantityMatch) -> bool:
    """Whether a length says how far a place is: "12 km (7 miles) south of the town"."""
    if found.kind != "measure":
        return False
    return _DIRECTION.match(parse.text, found.end) is not None


def _behind(parse: Parse, last: int) -> Stretch | None:
    """The noun phrase that follows a ratio: "half the seats", "three times the rate", "twice core profit"."""
    begin = last + 1
    if (
        begin + 1 >= len(parse)
        or parse.dep[begin] not in ("det", "poss", "amod", "compound")
        or parse.pos[begin] == "ADP"
        or parse.sent[begin] != parse.sent[last]
    ):
        return None
    return phrase_of(parse, parse.head[begin], begin) if parse.head[begin] > begin else None


def _material(parse: Parse, of: int, noun: int, found: QuantityMatch) -> bool:
    """Whether "in" says what money consists of: a common noun without an article."""
    bare = not parse.dependents(noun, "det", "nummod", "poss")
    fixed = parse.lower[noun] in words("in_phrases")
    return found.kind == "money" and parse.pos[noun] == "NOUN" and bare and not fixed


def _top(parse: Parse, first: int, last: int, number: int) -> int:
    """The quantity's token that hangs on a word outside of it; the one over the number where two do."""
    top = number
    while first <= parse.head[top] <= last and parse.head[top] != top:
        top = parse.head[top]
    if top != number:
        return top
    outside = [i for i in range(first, last + 1) if not first <= parse.head[i] <= last or parse.head[i] == i]
    nominal = [i for i in outside if parse.dep[i] not in _LOOSE]
    return (nominal or outside or [last])[-1]


def _fronted(parse: Parse, first: int, top: int) -> Stretch | None:
    """ "Of the 22 million owners, 59% are men", "Among women, half agree": the phrase that opens it."""
    begin = parse.sents[parse.sent[first]][0]
    while begin < first and parse.pos[begin] in ("PUNCT", "SPACE"):
        begin += 1
    opener = parse.lower[begin]
    if opener not in ("of", "among") or begin >= first or parse.dep[top] not in ("nsubj", "nsubjpass"):
        return None
    objects = [c for c in parse.children[begin] if parse.dep[c] == "pobj"]
    return phrase_of(parse, objects[0]) if objects and objects[0] < first else None


def _sized(parse: Parse, first: int) -> Stretch | None:
    """The noun phrase right before "worth", "totalling" or "up", which say its size or change."""
    word = first - 1
    if word < 1 or parse.sent[word] != parse.sent[first] or parse.lower[word] not in words("size_words"):
        return None
    noun = noun_before(parse, word)
    if noun is None or parse.lower[noun] in words("quantity_time_units"):
        return None
    start, stop = bounded(parse, noun, coordinated=True)
    return trim(parse, start, min(stop, word))


def _is_nominal(parse: Parse, i: int) -> bool:
    """A noun, or a superlative that stands for one ("a personal best of 6.50m")."""
    best = parse.tag[i] == "JJS" and bool(parse.dependents(i, "det", "poss"))
    return parse.pos[i] in _NOMINAL or best


def _climb(parse: Parse, top: int, own: Stretch, taken: frozenset[int], kind: str) -> Stretch | None:
    """Up from the quantity at tokens `own` to the noun it modifies, or the verb whose argument it is."""
    first, last = own
    purpose = purpose_of(parse, first, last, kind)
    if purpose is not None:
        return phrase_of(parse, purpose)
    i, marker = top, ""
    if first and parse.lower[first - 1] == "by" and parse.head[first - 1] < first <= i:
        i, marker = first - 1, "by"  # whatever the parser took the number behind it for
    fallback: Stretch | None = None
    for _ in range(HIGHEST):
        head = parse.head[i]
        if head == i or len(parse.children[head]) > CROWD:
            break
        if parse.pos[head] in _VERBAL or (parse.pos[head] == "ADJ" and parse.dependents(head, "nsubj")):
            argument = argument_of(parse, head, i, first, last, marker, kind)
            if argument is None:
                return fallback
            inside = parse.left[argument] <= first <= parse.right[argument]
            return modified(parse, argument, first, last) if inside else phrase_of(parse, argument)
        if parse.pos[head] in _RELATIONS:
            marker = parse.lower[head]
        elif parse.lower[head] in cues("scale") and head == last + 2:
            pass  # "5.9-magnitude earthquake"
        elif parse.lower[head] in words("quantity_time_units") and parse.dep[head] == "npadvmod":
            pass  # "rose 8% year on year"
        elif _is_nominal(parse, head) and head not in taken and parse.dep[i] not in ("conj", "nsubj"):
            phrase = modified(parse, head, first, last)
            if parse.lower[head] not in cues("sum") or head > first:
                return phrase
            fallback = fallback or phrase
        i = head
    return fallback
