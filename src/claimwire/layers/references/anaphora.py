"""Third-person pronouns: who is meant, by agreement, place, distance and structure; unsure is nobody."""

from __future__ import annotations

from functools import cache

from claimwire.layers.entities.words import kinds
from claimwire.layers.parse import Parse
from claimwire.layers.references.actors import Actor, Memory
from claimwire.layers.references.grammar import is_expletive, is_subject, predicate_of, subjects_above
from claimwire.lexicon import table, words

_DISTANCE = (0.0, 0.6, 2.2, 3.6, 4.6, 5.6)
# How far the best must be ahead of the next, and what it must reach, by gender of the pronoun
_MARGIN = {"m": 0.25, "f": 0.25, "n": 0.35, "": 0.6}
_LEAST = {"m": -4.0, "f": -4.0, "n": 0.5, "": 1.5}
_AGENTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_THINGS = frozenset({"ORG", "GPE", "PRODUCT", "FAC", "WORK_OF_ART", "LOC", "LAW", "EVENT"})


# What the subject behind a fronted phrase scores: less than a subject just before, more than the rest
_AHEAD = 4.6


@cache
def pronouns() -> dict[str, dict[str, str]]:
    """The rows of pronouns.tsv by word."""
    return {row["word"]: row for row in table("pronouns")}


def resolve(
    parse: Parse, i: int, memory: Memory, barred: frozenset[str] = frozenset(), ahead: Actor | None = None
) -> Actor | None:
    """The actor that the third-person pronoun at token i stands for, or None.

    barred: entities that it cannot be (the speaker of the quotation it stands in). ahead: the subject that
    follows in the same sentence, where the pronoun stands in a phrase before it ("In her speech, Ann …").
    """
    row = pronouns()[parse.lower[i]]
    gender, form = row["gender"], row["form"]
    if gender == "n" and form == "personal" and (is_expletive(parse, i) or _is_fact(parse, i)):
        return None
    scored = _scores(parse, i, gender, form, memory, barred)
    if ahead is not None and ahead.entity not in barred and agrees(ahead, gender):
        scored = [x for x in scored if x[1] is not ahead]
        scored.append((_AHEAD + _preference(ahead, gender), ahead))
    if not scored:
        return None
    best = max(scored, key=lambda x: x[0])
    rest = [s for s, a in scored if a is not best[1]]
    if best[1].entity is None or best[0] < _LEAST[gender]:
        return None
    if rest and best[0] - max(rest) < _MARGIN[gender]:
        return None
    if gender == "" and not best[1].plural and _has_people(parse, i, scored):
        return None
    return best[1]


def _is_fact(parse: Parse, i: int) -> bool:
    """Whether an "it" is what one denies or knows: a fact, no thing with a name."""
    return parse.dep[i] == "dobj" and parse.lemma[parse.head[i]] in _FACTIVE


_FACTIVE = frozenset({"deny", "admit", "confirm", "regret", "mean", "believe", "know", "say", "doubt"})


def _has_people(parse: Parse, i: int, scored: list[tuple[float, Actor]]) -> bool:
    """Whether this sentence has named people in the plural before, whom "they" means sooner than a body."""
    here = parse.sent[i]
    return any(a.plural and a.entity is None and a.label == "PERSON" and a.sent == here for _, a in scored)


def _scores(
    parse: Parse, i: int, gender: str, form: str, memory: Memory, barred: frozenset[str]
) -> list[tuple[float, Actor]]:
    above = subjects_above(parse, i)
    verb = predicate_of(parse, i)
    called = _called(parse, i, verb) if gender == "n" else None
    acts = is_subject(parse, i) and parse.lemma[verb] in words("agent_verbs")
    scored = []
    for actor in memory.recent():
        away = parse.sent[i] - actor.sent
        if away >= len(_DISTANCE) or (actor.entity is not None and actor.entity in barred):
            continue
        if not agrees(actor, gender) or (form == "personal" and _same_clause(parse, i, verb, actor)):
            continue
        score = actor.weight - _DISTANCE[away] + min(1.5, 0.3 * actor.count) + 0.5 * actor.headline
        score += _structure(parse, i, form, above, actor) if away == 0 else 0.0
        if is_subject(parse, i) and actor.place in ("nsubj", "nsubjpass"):
            score += 0.8
        score += _preference(actor, gender)
        if acts and actor.label not in _AGENTS:
            score -= 4.0
        if called is not None and actor.entity is not None and actor.label not in called:
            score -= 3.0
        scored.append((score, actor))
    return scored


def _called(parse: Parse, i: int, verb: int) -> tuple[str, ...] | None:
    """The labels that "it is a …" allows: a marriage is no firm. None where nothing of the kind is said."""
    if parse.dep[i] != "nsubj" or parse.lemma[verb] != "be":
        return None
    for c in parse.children[verb]:
        if parse.dep[c] == "attr" and parse.tag[c] == "NN":
            return kinds().get(parse.lemma[c].lower(), ((), ""))[0]
    return None


def agrees(actor: Actor, gender: str) -> bool:
    """Whether number, gender and kind let an actor be meant by a pronoun of this gender."""
    if gender in ("m", "f"):
        return (
            actor.label == "PERSON"
            and not actor.plural
            and (actor.gender in (None, gender) or not (actor.certain or actor.by_name))
        )
    if gender == "n":
        return actor.label in _THINGS and not actor.plural
    return actor.plural or (actor.entity is not None and actor.label == "ORG")


def _preference(actor: Actor, gender: str) -> float:
    if gender in ("m", "f"):
        return 0.0 if actor.gender is None else (1.0 if actor.gender == gender else -5.0)
    if gender == "n":
        return 0.6 if actor.label == "ORG" and actor.entity else (0.0 if actor.entity else -0.4)
    return 0.6 if actor.plural else 0.0


def _same_clause(parse: Parse, i: int, verb: int, actor: Actor) -> bool:
    """Whether all its mentions here are arguments of the pronoun's own verb (he cannot see him)."""
    if actor.sent != parse.sent[i] or not actor.here:
        return False
    return all(
        predicate_of(parse, k) == verb and parse.dep[k] not in ("poss", "compound") for k in actor.here
    )


def _structure(parse: Parse, i: int, form: str, above: list[list[int]], actor: Actor) -> float:
    """The subject of the own clause binds possessives, that of a clause above binds the rest."""
    owned = parse.head[i]
    if form == "possessive" and parse.dep[owned] == "conj" and parse.head[owned] in actor.here:
        return 5.0  # "Airbus and its suppliers"
    for level, subjects in enumerate(above):
        if any(k in actor.here for k in subjects):
            if level == 0:
                return 2.5 if form != "personal" else 0.0
            # a possessive is bound in its own clause, where that has a subject
            return 1.2 if form == "possessive" and above[0] else 2.2
    return 0.0
