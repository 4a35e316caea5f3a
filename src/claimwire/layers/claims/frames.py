"""Clauses that say nothing but how far another holds: "it is likely that S", "this is because S"."""

from __future__ import annotations

from claimwire.layers.claims.verbs import is_finite, subject_of
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_COPULAS = frozenset({"be", "seem", "appear", "become", "remain", "look"})
_PRONOUNS = frozenset({"it", "this", "that", "there"})
_COMPLEMENTS = frozenset({"ccomp", "csubj"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "advmod"})


def is_empty_frame(parse: Parse, i: int) -> bool:
    """Whether the clause headed by i is an empty frame around a finite complement clause."""
    if parse.lemma[i] not in _COPULAS:
        return False
    subject = subject_of(parse, i)
    if subject is None:
        return False
    bare = parse.lower[subject] in _PRONOUNS
    for c in parse.children[i]:
        if c < i:
            continue
        dep = parse.dep[c]
        if _is_question(parse, c):
            continue
        if dep == "ccomp" and _is_weighty(parse, i) and bare:
            continue
        if dep == "ccomp" and is_finite(parse, c) and (bare or _is_marked(parse, c)):
            return True
        if dep == "advcl" and bare and c < i + 12 and _opens_with_because(parse, i, c):
            return True
        if bare and dep in _PREDICATES and not _is_weighty(parse, i) and _has_complement(parse, c):
            return True
    return False


def _is_weighty(parse: Parse, i: int) -> bool:
    """Whether a noun behind the copula says more than that the complement holds ("it is a pity that")."""
    nouns = [c for c in parse.dependents(i, "attr") if c > i and parse.pos[c] == "NOUN"]
    return any(parse.lemma[c] not in words("empty_nouns") for c in nouns)


def _is_marked(parse: Parse, c: int) -> bool:
    return any(parse.dep[k] == "mark" and parse.lower[k] == "that" for k in parse.children[c])


def _opens_with_because(parse: Parse, i: int, c: int) -> bool:
    """Whether a because-clause follows the copula directly."""
    return parse.lower[parse.left[c]] in ("because", "as") and parse.left[c] <= i + 2 and is_finite(parse, c)


def _has_complement(parse: Parse, c: int) -> bool:
    return any(
        parse.dep[k] in ("ccomp", "acl") and k > c and is_finite(parse, k) and not _is_question(parse, k)
        for k in parse.children[c]
    )


def _is_question(parse: Parse, k: int) -> bool:
    first = parse.left[k]
    asks = parse.tag[first] in ("WRB", "WP", "WDT") or parse.lower[first] in ("whether", "if")
    return asks and parse.lower[first] != "that"
