"""The tense of the clause around a time expression, from the parse."""

from __future__ import annotations

from itertools import islice

from claimwire.layers.parse import Parse
from claimwire.layers.times.resolve.reading import Tense
from claimwire.lexicon import words

_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "would", "may", "might", "could", "should", "must"})
_NOBODY = frozenset({"none", "nobody", "nothing", "neither"})
_BE = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"})
_REACH = 12  # heads climbed at most


# A date that modifies a noun ("a June agreement") is not moved ahead by the clause's verb
_ATTRIBUTIVE = frozenset({"compound", "amod", "nmod", "poss", "nummod"})


def tense_at(parse: Parse, i: int) -> Tense:
    """Tense of the verb that governs token i; None where no finite verb is near."""
    if parse.dep[i] == "nummod" and (parse.head[i] == i - 1 or parse.lower[parse.head[i]] in _HALVES):
        i = parse.head[i]  # the day of "Jan. 31" hangs on its month, the hour of "7:00 - 8:30 pm" on "pm"
    if _lies_ahead(parse, i):
        return "future"
    found = _clause_tense(parse, i)
    if found == "present" and not _governed(parse, i):
        return None
    return None if found == "future" and parse.dep[i] in _ATTRIBUTIVE else found


def _lies_ahead(parse: Parse, i: int) -> bool:
    """ "Ahead of Thursday's debate", "the proposed summer launch", "their push for seats in November"."""
    if parse.dep[i] in _ATTRIBUTIVE:
        noun = parse.head[i]
        if any(parse.lower[c] in words("time_ahead_adjectives") for c in parse.dependents(noun, "amod")):
            return True
    elif parse.pos[i] in ("VERB", "AUX"):
        return False
    for above in islice(parse.ancestors(i), _NEAR):
        if parse.pos[above] in ("VERB", "AUX"):
            return False
        if parse.lower[above] == "of" and parse.lower[above - 1] == "ahead":
            return True
        if parse.lemma[above] in words("time_ahead_nouns") and parse.pos[above] == "NOUN" and above < i:
            return True
    return False


_HALVES = frozenset({"am", "pm", "a.m.", "p.m."})
# Heads climbed from a date to the noun that puts it ahead
_NEAR = 6


def is_past_perfect(parse: Parse, i: int) -> bool:
    """Whether the verb that governs token i is in the past perfect."""
    for _ in range(_REACH):
        if parse.pos[i] in ("VERB", "AUX") and parse.dep[i] not in ("aux", "auxpass"):
            return any(parse.dep[c] == "aux" and parse.lower[c] == "had" for c in parse.children[i])
        if parse.head[i] == i:
            return False
        i = parse.head[i]
    return False


def _governed(parse: Parse, i: int) -> bool:
    """Whether a verb governs token i itself, or through one preposition: "opens (on) Friday"."""
    head = parse.head[parse.head[i]] if parse.dep[i] == "pobj" else parse.head[i]
    held = parse.pos[head] == "AUX" and parse.dep[i] == "pobj" and parse.lower[parse.head[i]] in ("on", "at")
    return parse.dep[i] in ("pobj", "npadvmod") and (parse.pos[head] == "VERB" or held)


def _clause_tense(parse: Parse, i: int) -> Tense:
    nearest = True
    date = i
    for _ in range(_REACH):
        if parse.pos[i] in ("VERB", "AUX") and parse.dep[i] not in ("aux", "auxpass"):
            found = _verb_tense(parse, i, nearest, date > i)
            if found or parse.head[i] == i:
                return found
            nearest = False
        if parse.head[i] == i:
            return None
        i = parse.head[i]
    return None


def _verb_tense(parse: Parse, i: int, nearest: bool, behind: bool) -> Tense:
    # "planned a march (for) Friday" as against "on Friday it planned"
    if (
        parse.tag[i] in ("VBN", "VBD")
        and nearest
        and behind
        and parse.lemma[i] in words("time_forward_verbs")
    ):
        return "future"
    helpers = [parse.lower[c] for c in parse.children[i] if parse.dep[c] in ("aux", "auxpass")]
    tag = parse.tag[i]
    if "could" in helpers and _negated(parse, i):
        return "past"
    if any(h in _FUTURE for h in helpers) and tag != "VBD":
        return "past" if tag in ("VBN", "VBD") and "have" in helpers else "future"
    if (
        any(h in ("had", "was", "were", "did", "been", "have", "has", "'ve", "’ve") for h in helpers)
        or tag == "VBD"
    ):
        return "past"
    if "to" in helpers:
        return _infinitive_tense(parse, i)
    if tag == "VBG":
        # "is meeting Monday": the progressive speaks of the future only to the date it governs itself
        return "future" if nearest and any(h in _BE for h in helpers) else None
    if tag == "VBN":
        return None if any(h in ("is", "are") for h in helpers) else "past"
    if tag in ("VBZ", "VBP"):
        return "present"
    return None


def _negated(parse: Parse, i: int) -> bool:
    """ "Could not be reached Friday", "none could be found Friday": what was not, not what may be."""
    return any(parse.dep[c] == "neg" or parse.lower[c] in _NOBODY for c in parse.children[i])


def _infinitive_tense(parse: Parse, i: int) -> Tense:
    head = parse.head[i]
    if parse.dep[i] in ("acl", "advcl", "relcl") and head != i:
        # "a concert to celebrate ..." lies where the clause above lies; "plans to cut" ahead of it
        return None if _clause_tense(parse, head) == "past" else "future"
    if head == i or parse.pos[head] not in ("VERB", "AUX", "ADJ"):
        return "future"
    if parse.tag[head] == "VBG" and parse.dep[head] == "pcomp" and parse.lower[parse.head[head]] == "after":
        return "past"  # "after voting to override it Friday"
    above = parse.head[head] if parse.pos[head] == "ADJ" else head
    if any(parse.lower[c] == "had" and parse.dep[c] == "aux" for c in parse.children[above]):
        return None
    return (
        None if parse.tag[head] == "VBD" and parse.lemma[head] in ("have", "use", "try", "fail") else "future"
    )
