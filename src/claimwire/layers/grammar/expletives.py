"""The "it" that stands for nothing or for a clause, so that no name can take its place.

Quirk et al. (1985), 6.17 and 18.33-36.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.layers.grammar.time_nouns import is_time
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_COPULAS = frozenset({"be", "become", "seem", "appear", "remain", "look", "feel", "get", "prove"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "csubj", "csubjpass", "relcl", "acl", "pcomp"})
_JUDGED = frozenset({"acomp", "attr", "oprd", "advmod", "prep"})
_OPENERS = frozenset({"that", "to", "whether", "if", "who", "when", "how", "why", "what", "where", "because"})
_REACH = 40


def is_expletive(parse: Parse, i: int) -> bool:
    """Whether an "it" at token i stands for no thing: weather, time, a clause behind, "it is X who"."""
    if parse.dep[i] == "expl":
        return True
    v = parse.head[i]
    if parse.dep[i] in ("nsubj", "nsubjpass") and parse.pos[v] in ("VERB", "AUX"):
        return _is_empty_subject(parse, i, v)
    return _is_empty_object(parse, i, v)


def _is_empty_subject(parse: Parse, i: int, v: int) -> bool:
    lemma = parse.lemma[v]
    if lemma in words("empty_verbs"):
        return True
    if lemma in ("take", "cost") and (_has_clause(parse, v) or _measures(parse, v)):
        return True
    judged = [c for c in parse.children[v] if c > i and parse.dep[c] in _JUDGED]
    if lemma in _COPULAS and any(_is_time_of_day(parse, j) for j in judged):
        return True
    if lemma in _COPULAS and not any(parse.lower[j] in words("willing_adjectives") for j in judged):
        return bool(judged) and any(_has_clause(parse, k) for k in (v, *judged))
    return parse.dep[i] == "nsubjpass" and any(parse.dep[c] in ("ccomp", "csubj") for c in parse.children[v])


def _is_empty_object(parse: Parse, i: int, v: int) -> bool:
    """ "made it clear that", "find it hard to", "left it to others to"."""
    behind = range(i + 1, min(i + 4, len(parse)))
    judged = [k for k in behind if parse.pos[k] in ("ADJ", "NOUN") and parse.sent[k] == parse.sent[i]]
    named = parse.head[i] in judged or any(parse.head[k] == v or parse.head[k] == i for k in judged)
    return named and any(_opens_clause(parse, k + 1) for k in judged)


def _opens_clause(parse: Parse, k: int) -> bool:
    """Whether a clause begins at token k, marked or bare ("made it clear he would")."""
    if k >= len(parse):
        return False
    if parse.lower[k] in _OPENERS:
        return True
    return parse.dep[k] in ("nsubj", "nsubjpass") and parse.dep[parse.head[k]] in ("ccomp", "advcl", "relcl")


def _has_clause(parse: Parse, k: int) -> bool:
    return any(_is_clause(parse, c) for c in _below(parse, k) if c > k)


def _below(parse: Parse, k: int) -> Iterator[int]:
    """The dependents of a token, and those of the phrases right below it ("it is up to them to")."""
    for c in parse.children[k]:
        yield c
        if c > k and parse.dep[c] in ("prep", "pobj", "attr", "acomp"):
            yield from (d for d in parse.children[c] if d > c)


def _is_clause(parse: Parse, c: int) -> bool:
    if parse.dep[c] not in _CLAUSAL:
        return False
    first = parse.left[c]
    if parse.lower[first] in _OPENERS or parse.tag[first] == "TO":
        return True
    return parse.dep[c] in ("ccomp", "csubj") and c - first < _REACH


def _measures(parse: Parse, v: int) -> bool:
    """Whether what is taken is time ("it took two hours")."""
    return any(is_time(parse, c) for c in parse.dependents(v, "dobj", "npadvmod"))


def _is_time_of_day(parse: Parse, j: int) -> bool:
    return is_time(parse, j) or parse.lower[j] in ("time", "o'clock")
