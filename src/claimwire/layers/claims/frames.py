"""Clauses without content of their own.

They say how far another holds ("it is likely that S", "this is because S", "that means S"), or are put in to
keep a talk going ("you know", "what's more").
"""

from __future__ import annotations

from claimwire.layers.grammar.verbs import is_finite, subject_of
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_COPULAS = frozenset({"be", "seem", "appear", "become", "remain", "look"})
_PRONOUNS = frozenset({"it", "this", "that", "there"})
_TALKERS = frozenset({"i", "we", "you"})
_SHORT = 5
_COMPLEMENTS = frozenset({"ccomp", "csubj"})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "advmod"})


def is_empty_frame(parse: Parse, i: int) -> bool:
    """Whether the clause headed by i is an empty frame around a finite complement clause, or an aside."""
    subject = subject_of(parse, i)
    if subject is None:
        return False
    bare = parse.lower[subject] in _PRONOUNS
    if parse.lemma[i] == "mean" and bare:
        return any(is_finite(parse, c) for c in parse.dependents(i, "ccomp"))
    if is_aside(parse, i, subject):
        return True
    return parse.lemma[i] in _COPULAS and _frames_a_clause(parse, i, bare)


def is_aside(parse: Parse, i: int, subject: int) -> bool:
    """Whether the clause only keeps a talk going: "you know", "I think" set off, "what's more"."""
    size = sum(parse.pos[k] not in ("PUNCT", "SPACE") for k in range(parse.left[i], parse.right[i] + 1))
    if parse.lower[subject] in _TALKERS and parse.lemma[i] in words("aside_verbs"):
        return size == 2
    more = any(parse.tag[c] == "JJR" for c in parse.dependents(i, "attr", "acomp"))
    return parse.lower[subject] == "what" and parse.lemma[i] == "be" and more and size < _SHORT


def _frames_a_clause(parse: Parse, i: int, bare: bool) -> bool:
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
        if dep == "advcl" and bare and _is_likeness(parse, i, c):
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


def _is_likeness(parse: Parse, i: int, c: int) -> bool:
    """Whether "it looks like S": a clause of how things look follows the copula directly, undenied."""
    directly = parse.left[c] == i + 1 and is_finite(parse, c)
    return directly and parse.lower[i + 1] in ("like", "as") and not parse.dependents(i, "neg")


def _has_complement(parse: Parse, c: int) -> bool:
    return any(
        parse.dep[k] in ("ccomp", "acl") and k > c and is_finite(parse, k) and not _is_question(parse, k)
        for k in parse.children[c]
    )


def _is_question(parse: Parse, k: int) -> bool:
    first = parse.left[k]
    asks = parse.tag[first] in ("WRB", "WP", "WDT") or parse.lower[first] in ("whether", "if")
    return asks and parse.lower[first] != "that"
