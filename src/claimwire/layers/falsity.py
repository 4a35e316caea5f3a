"""What is called false: "it is not true that S", "the rumour that S was a lie"."""

from __future__ import annotations

from claimwire.layers.negation import Negation, cues, of_verb
from claimwire.layers.parse import Parse

_PREDICATES = ("acomp", "attr", "oprd", "advmod", "prep")
_FAR = ("far", "anything", "nowhere")


def called_false(parse: Parse, verb: int) -> Negation | None:
    """Whether a copula or passive calls its subject false, and the word that does so."""
    if parse.lower[verb] in cues("false") and parse.tag[verb] == "VBN":
        return _unless_negated(parse, verb, verb)
    if parse.lemma[verb] not in ("be", "prove", "seem", "appear", "remain"):
        return None
    for c in parse.dependents(verb, *_PREDICATES):
        if parse.lower[c] in cues("false"):
            return _unless_negated(parse, verb, c)
        if _is_far_from_true(parse, c):
            return Negation("false:far from true", c)
        if parse.lower[c] in cues("true") and (no := of_verb(parse, verb) or _hardly(parse, c)):
            return Negation(f"false:not {parse.lower[c]}", no.token)
    return None


def _unless_negated(parse: Parse, verb: int, word: int) -> Negation | None:
    if of_verb(parse, verb) is not None:
        return None
    return Negation(f"false:{parse.lower[word]}", word)


def _hardly(parse: Parse, word: int) -> Negation | None:
    """A negation on the predicate itself ("is simply not true", "is no longer the case")."""
    before = (k for k in range(parse.left[word], word) if parse.lower[k] in cues("word") | {"no"})
    return next((Negation("word", k) for k in before), None)


def _is_far_from_true(parse: Parse, c: int) -> bool:
    """ "Far from true", "anything but the truth"."""
    behind = (parse.lower[k] for k in range(c, min(c + 5, parse.right[c] + 1)))
    return parse.lower[c] in _FAR and any(word in cues("true") for word in behind)
