"""Common nouns that stand for a named entity: beside its name, as its predicate, or as "the company"."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.layers.entities.words import kinds
from claimwire.layers.parse import Parse
from claimwire.layers.references.actors import Actor, Memory

_DEFINITE = frozenset({"the", "this", "that"})
# Nouns of organisations that any firm can be called by
_FIRM = frozenset({"company", "firm", "group", "corporation", "business", "giant", "maker", "organisation",
                   "organization", "conglomerate", "multinational", "employer", "enterprise"})  # fmt: skip
_DISTANCE = (0.0, 0.3, 1.0, 1.6, 2.2, 2.8)
_FAR = 3.4


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
    """Whether the noun at token i is "the/this/that …", "the world's largest …" or an office's "company"."""
    if parse.dep[i] == "compound" and kinds().get(parse.lemma[i].lower(), ((),))[0][:1] == ("ORG",):
        # "company chief executive Ann Smith"
        return parse.lower[i] in _FIRM and kinds().get(parse.lemma[i + 1].lower(), ((),))[0][:1] == (
            "PERSON",
        )
    for c in parse.children[i]:
        if parse.dep[c] == "det" and c < i:
            return parse.lower[c] in _DEFINITE
        if parse.dep[c] == "poss":
            # "the world's largest carmaker" is one thing, "the bank's lender" is not the bank
            best = any(parse.tag[k] in ("JJS", "RBS") for k in range(c, i))
            return best and parse.lower[parse.left[c]] in _DEFINITE
    return False


def is_age(parse: Parse, i: int) -> bool:
    """Whether token i ends "the 23-year-old"."""
    return (
        parse.lower[i] == "old"
        and i > 3
        and parse.lower[i - 2] == "year"
        and any(parse.lower[c] == "the" for c in parse.children[i])
    )


def resolve(
    parse: Parse, i: int, memory: Memory, named_inside: frozenset[str], of_place: bool = False
) -> Actor | None:
    """The entity that a definite noun phrase headed by token i stands for, or None.

    named_inside: entities named within the phrase, which it therefore is not ("the Amazon rival").
    of_place: whether a place or a people is among them ("the US company"), of which few actors are known
    to be.
    """
    noun = parse.lemma[i].lower()
    labels, gender = kinds().get(noun, (("PERSON",), ""))
    scored = []
    for actor in memory.recent():
        if actor.entity is None or actor.label not in labels or actor.entity in named_inside or actor.plural:
            continue
        fit = _fit(noun, gender, actor)
        if fit is not None:
            away = parse.sent[i] - actor.sent
            near = _DISTANCE[away] if away < len(_DISTANCE) else _FAR
            score = fit + 0.5 * actor.weight - near + min(1.5, 0.2 * actor.count) + 0.8 * actor.headline
            scored.append((score, actor))
    if not scored:
        return None
    scored.sort(key=lambda x: -x[0])
    if scored[0][0] < 1.0 or (
        len(scored) > 1 and scored[0][0] - scored[1][0] < _margin(scored[0][1], noun, of_place)
    ):
        return None
    return scored[0][1]


def _margin(best: Actor, noun: str, of_place: bool) -> float:
    """How far the best must be ahead: more where the text has not called it so before."""
    if of_place:
        return 1.5
    told = noun in best.kinds or noun in best.words or noun in _FIRM or best.label == "PERSON"
    return 0.4 if told else 1.0


def _fit(noun: str, gender: str, actor: Actor) -> float | None:
    """How well a noun fits an actor: told by the text, in its name, or possible; None where it cannot be."""
    if gender and actor.gender and actor.gender != gender and actor.certain:
        return None
    if noun in actor.kinds or noun in actor.words:
        return 3.0
    if actor.label == "PERSON":
        if noun == "old":
            return 0.6
        if noun in ("man", "woman", "boy", "girl"):
            return 0.5 if actor.gender == gender else None
        if actor.role:
            return 3.0 if noun in actor.role.lower().split() else None
        return 0.2 if actor.kinds <= _PEOPLE else None
    if noun in _FIRM and not _GOVERNING & actor.kinds and not _GOVERNING & actor.words:
        return 1.0
    if actor.label == "ORG" and noun not in _GOVERNING and not _GOVERNING & (actor.kinds | actor.words):
        return 0.2
    return None


# What anybody can be called; other nouns of persons exclude each other
_PEOPLE = frozenset({"man", "woman", "boy", "girl", "person", "child", "teenager", "old"})
_GOVERNING = frozenset({"government", "court", "parliament", "ministry", "council", "senate",
                        "congress", "police", "party", "commission", "university", "committee",
                        "department"})  # fmt: skip
