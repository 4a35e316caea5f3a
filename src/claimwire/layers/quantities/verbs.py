"""The argument of a verb whose value or change a quantity is: the subject of rise, the object of cut."""

from __future__ import annotations

from claimwire.layers.grammar.relatives import PRONOUNS
from claimwire.layers.parse import Parse
from claimwire.layers.quantities.change import changing_verbs
from claimwire.layers.quantities.cues import cues
from claimwire.lexicon import words

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_HOLDERS = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "acl", "relcl"})
_CROWD = 200  # dependents of one word, above which its parse is not trusted
_HIGHEST = 6  # verbs up the tree to one with a subject


def argument_of(
    parse: Parse, verb: int, branch: int, first: int, last: int, marker: str, kind: str
) -> int | None:
    """Head token of the counted phrase for the quantity first..last that hangs on a verb by `branch`.

    marker: the preposition between them, or "". kind: that of the quantity, or `speed`, which no object has.
    """
    if parse.dep[branch] == "nsubjpass" and kind == "money":
        return _bought(parse, verb, first, last)
    if parse.dep[branch] in ("nsubj", "csubj"):
        return None
    source = _source(parse, verb, last) if parse.dep[branch] == "dobj" else None
    if source is not None:
        return source
    bought = _bought(parse, verb, first, last) if parse.lemma[verb] in words("paying_verbs") else None
    if bought is not None:
        return bought
    own = [
        c for c in parse.dependents(verb, "dobj") if not _holds(parse, c, first) and not first <= c <= last
    ]
    if own and kind == "speed":
        return None
    moved = parse.lemma[verb] in changing_verbs("percent")
    if own and moved and marker == "to" and _is_amount(parse, own[0]):
        own = []  # how far something moved ("added 1% to $82") is not what was set
    leads = marker == "by" and parse.lemma[verb] in cues("leading")
    if (
        own
        and not leads
        and own[0] < first
        and (parse.lemma[verb] in words("setting_verbs") or marker in ("at", "to", "by", "for"))
    ):
        return own[0]
    if not leads and not _values_subject(parse, verb, branch, marker, kind):
        return None
    subject = subject_of(parse, verb)
    if subject is None or (_holds(parse, subject, first) and not _holds(parse, subject, verb)):
        return None
    return subject


def _values_subject(parse: Parse, verb: int, branch: int, marker: str, kind: str) -> bool:
    """Whether a quantity behind a verb is its subject's: "sales reached 5m", and not "she raised 5m"."""
    lemma = parse.lemma[verb]
    reached = changing_verbs("percent") if marker == "to" else changing_verbs(kind)  # "added 1% to $82"
    if lemma in words("valued_verbs") or lemma in reached:
        return True
    if lemma in cues("moving") and parse.dependents(verb, "nsubjpass"):
        return True  # "the fee was raised 5%"
    if parse.dep[branch] == "dobj":
        moved = lemma in changing_verbs("percent") and _to_amount(parse, verb)
        return moved or (kind == "measure" and lemma in cues("containing"))
    if marker == "for" and lemma in words("asking_verbs"):
        return False
    return marker in cues("level") and not parse.dependents(verb, "dobj")


def _is_amount(parse: Parse, i: int) -> bool:
    return parse.orth[i][0].isdecimal() or parse.pos[i] == "NUM" or bool(parse.dependents(i, "nummod"))


def _to_amount(parse: Parse, verb: int) -> bool:
    """Whether a verb moves to a level: "lost $2 to $43"."""
    to = (c for c in parse.dependents(verb, "prep", "dative") if parse.lower[c] == "to")
    return any(_is_amount(parse, noun) for c in to for noun in parse.dependents(c, "pobj"))


def purpose_of(parse: Parse, first: int, last: int, kind: str) -> int | None:
    """The object of an infinitive right behind the quantity, its price: "$4m to fund the checks"."""
    behind = last + 1
    if kind == "money" and behind < len(parse) and parse.lower[behind] == "to":
        verb = parse.head[behind]
        if parse.tag[verb] == "VB" and parse.dependents(verb, "dobj"):
            return parse.dependents(verb, "dobj")[0]
    for i in range(first, last + 1):
        for child in parse.children[i]:
            if (
                child > last
                and parse.dep[child] in ("relcl", "acl", "advcl", "xcomp")
                and _infinitive(parse, child)
            ):
                objects = parse.dependents(child, "dobj")
                return objects[0] if objects else None
    return None


def _infinitive(parse: Parse, verb: int) -> bool:
    return parse.tag[verb] == "VB" and any(parse.lower[c] == "to" for c in parse.children[verb])


def _holds(parse: Parse, i: int, inner: int) -> bool:
    return parse.left[i] <= inner <= parse.right[i]


def _bought(parse: Parse, verb: int, first: int, last: int) -> int | None:
    """What is paid for: "for the site", "on research", or the object of "to buy"."""
    beside = [c for i in (verb, *range(first, last + 1)) for c in parse.dependents(i, "appos", "dobj")]
    for child in (c for i in (verb, *range(first, last + 1), *beside) for c in parse.children[i] if c > last):
        if parse.lower[child] in ("for", "on", "in") and parse.dep[child] in ("prep", "dative"):
            noun = _thing(parse, child)
            if noun is not None:
                return noun
        elif parse.dep[child] in ("xcomp", "advcl", "relcl", "acl") and _infinitive(parse, child):
            objects = parse.dependents(child, "dobj")
            if objects:
                return objects[0]
    return None


def _source(parse: Parse, verb: int, last: int) -> int | None:
    """What an amount is taken off: "wiped $2bn off its value", "cut 3% from the budget"."""
    for child in parse.dependents(verb, "prep"):
        off = parse.lower[child] == "off" or (
            parse.lower[child] == "from" and parse.lemma[verb] in words("taking_verbs")
        )
        if child > last and off:
            return next((n for n in parse.dependents(child, "pobj") if parse.pos[n] in _NOMINAL), None)
    return None


def _thing(parse: Parse, preposition: int) -> int | None:
    """The object of a preposition when it can be bought: no time, and no place ("in London")."""
    for noun in parse.dependents(preposition, "pobj"):
        timely = _timely(parse, noun)
        inside = parse.lower[preposition] == "in" and not _invested(parse, preposition, noun)
        place = inside or (parse.lower[preposition] != "for" and parse.pos[noun] == "PROPN")
        if parse.pos[noun] in ("NOUN", "PROPN") and not timely and not place:
            return noun
    return None


def _invested(parse: Parse, preposition: int, noun: int) -> bool:
    """Whether "in" says what money goes into or consists of: "raised $5m in grants", not "in a round"."""
    if parse.lower[noun] in words("in_phrases"):
        return False
    verb = parse.head[preposition]
    return parse.lemma[verb] in cues("investing") or not parse.dependents(noun, "det")


def subject_of(parse: Parse, verb: int) -> int | None:
    """The subject of a verb, of the verb it is coordinated with or hangs on; of a participle, its noun."""
    for _ in range(_HIGHEST):
        if len(parse.children[verb]) > _CROWD:
            return None
        own = parse.dependents(verb, "nsubj", "nsubjpass", "csubj")
        if own:
            return _antecedent(parse, own[0], verb)
        if parse.tag[verb] in ("VBG", "VBN") and parse.dep[verb] in ("advcl", "acl"):
            noun = noun_before(parse, parse.left[verb])
            if noun is not None:
                return noun
        if parse.dep[verb] not in _HOLDERS or parse.head[verb] == verb:
            return None
        adverbial = parse.dep[verb] == "pcomp"  # "tumbled before closing 4% lower"
        verb = parse.head[verb]
        if adverbial and parse.dep[verb] == "prep":
            verb = parse.head[verb]
        if parse.pos[verb] in _NOMINAL:
            return verb
    return None


def noun_before(parse: Parse, at: int) -> int | None:
    """The head of the noun phrase that ends right before a token ("claims against the firm [totalling]")."""
    noun = at - 1
    if noun < 0 or parse.pos[noun] not in _NOMINAL or parse.sent[noun] != parse.sent[at]:
        return None
    found = noun
    while parse.head[noun] < noun and (
        parse.dep[noun] in ("pobj", "prep") or parse.pos[parse.head[noun]] in _NOMINAL
    ):
        noun = parse.head[noun]
        if parse.pos[noun] in _NOMINAL:
            found = noun
        elif parse.dep[noun] != "prep" or parse.pos[parse.head[noun]] not in _NOMINAL:
            break
    return found


def _antecedent(parse: Parse, subject: int, verb: int) -> int:
    """What a relative pronoun stands for: the noun its clause hangs on, else the one before it."""
    if parse.lower[subject] not in PRONOUNS or parse.tag[subject] == "DT":
        return subject
    if parse.dep[verb] == "relcl":
        noun: int | None = parse.head[verb]
    else:
        noun = noun_before(parse, subject - (parse.lower[subject - 1] == ","))
    if noun is not None and _timely(parse, noun) and parse.dep[noun] == "pobj":
        noun = noun_before(parse, parse.head[noun]) or noun  # "a van on Monday that costs ..."
    return subject if noun is None else noun


def _timely(parse: Parse, noun: int) -> bool:
    return parse.lower[noun] in words("quantity_time_units") | cues("calendar") | cues("day")
