"""Common nouns that stand for a named entity: beside its name, as its predicate, or as "the company"."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.layers.grammar.phrases import core_phrase
from claimwire.layers.names.words import kinds
from claimwire.layers.parse import Parse

_MODIFIERS = frozenset({"nmod", "amod", "compound"})
_DEFINITE = frozenset({"the", "this", "that"})
# "the combined group", "the other company": what is meant is not one that was named
_ANOTHER = frozenset({"combined", "merged", "enlarged", "new", "other", "rival", "second", "third", "same",
                      "parent", "proposed", "larger", "smaller", "resulting", "joint"})  # fmt: skip


def beside(parse: Parse, head: int, first: int, stop: int, label: str) -> Iterator[tuple[int, str]]:
    """Common nouns in apposition to a name of tokens first..stop with this head: (token, rule)."""
    i = first - 1
    if i >= 0 and is_kind(parse, i, label) and (parse.head[i] in range(first, stop) or parse.head[head] == i):
        yield i, "premodifier"
    for c in parse.children[head]:
        if c >= stop and parse.dep[c] == "appos" and _can_be(parse, c, label):
            yield c, "apposition"
    above = parse.head[head]
    if parse.dep[head] == "appos" and above < first - 1 and _can_be(parse, above, label):
        yield above, "apposition"
    for c in predicates(parse, head, label):
        yield c, "predicate"


def predicates(parse: Parse, subject: int, label: str) -> Iterator[int]:
    """Common nouns that a subject is said to be: "Ann Smith is an economist"."""
    verb = parse.head[subject]
    if parse.dep[subject] != "nsubj" or not _affirmed(parse, verb):
        return
    for c in parse.children[verb]:
        if parse.dep[c] == "attr" and is_kind(parse, c, label):
            yield c


def is_kind(parse: Parse, i: int, label: str) -> bool:
    """Whether token i is a singular common noun of things with this label."""
    if parse.pos[i] not in ("NOUN", "PROPN") or parse.tag[i] == "NNS":
        return False
    kind = kinds().get(parse.lemma[i].lower())
    return kind is not None and label in kind[0]


def _can_be(parse: Parse, i: int, label: str) -> bool:
    """Whether an apposition fits the label: a known kind, or any unknown noun with an article."""
    if is_kind(parse, i, label):
        return True
    if parse.tag[i] != "NN" or parse.pos[i] != "NOUN" or label not in ("PERSON", "ORG"):
        return False
    return parse.lemma[i].lower() not in kinds() and bool(parse.dependents(i, "det"))


def _affirmed(parse: Parse, verb: int) -> bool:
    return parse.lemma[verb] in ("be", "become", "remain") and not parse.dependents(verb, "neg")


def is_definite(parse: Parse, i: int) -> bool:
    """Whether the noun at token i is "the/this/that …", or "the world's largest …"."""
    if any(c < i and parse.lower[c] in _ANOTHER for c in parse.children[i]):
        return False
    for c in parse.children[i]:
        if parse.dep[c] == "det" and c < i:
            return parse.lower[c] in _DEFINITE
        if parse.dep[c] == "poss":
            # "the world's largest carmaker" is one thing, "the bank's lender" is not the bank
            best = any(parse.tag[k] in ("JJS", "RBS") for k in range(c, i))
            return best and parse.lower[parse.left[c]] in _DEFINITE
    # "the food and drink group", where the article hangs on a modifier
    first, _ = core_phrase(parse, i)
    return first < i and parse.lower[first] in _DEFINITE and parse.dep[parse.head[first]] in _MODIFIERS


def is_age(parse: Parse, i: int) -> bool:
    """Whether token i ends "the 23-year-old"."""
    return (
        parse.lower[i] == "old"
        and i > 3
        and parse.lower[i - 2] == "year"
        and any(parse.lower[c] == "the" for c in parse.children[i])
    )
