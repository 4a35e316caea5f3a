"""Which named entity a definite noun phrase stands for: by what its noun can be said of, and how near."""

from __future__ import annotations

from functools import cache

from claimwire.layers.entities.mention import words_of
from claimwire.layers.entities.words import full_places, kinds
from claimwire.layers.parse import Parse
from claimwire.layers.references.actors import Actor, Memory
from claimwire.lexicon import table, words

# Nouns of organisations that any firm can be called by
FIRM = frozenset({"company", "firm", "group", "corporation", "business", "giant", "maker", "organisation",
                  "organization", "conglomerate", "multinational", "employer", "enterprise"})  # fmt: skip
_DISTANCE = (0.0, 0.3, 1.0, 1.6, 2.2, 2.8)
_FAR = 3.4
_PLACE = 1.6
# For so many sentences a noun means what was last called so without a name
_STILL = 2


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
        if actor.fresh and actor.name == noun and parse.sent[i] - actor.sent <= _STILL:
            break  # "its union … The union"
        if actor.entity is None or actor.label not in labels or actor.entity in named_inside or actor.plural:
            continue
        fit = _fit(noun, gender, actor)
        if fit is not None:
            away = parse.sent[i] - actor.sent
            near = _DISTANCE[away] if away < len(_DISTANCE) else _FAR
            if actor.label == "GPE":
                near = min(near, _PLACE)  # the place of the dateline is not told again
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
    told = noun in best.kinds or noun in best.words or noun in FIRM or best.label == "PERSON"
    return 0.4 if told else 1.0


def _fit(noun: str, gender: str, actor: Actor) -> float | None:
    """How well a noun fits an actor: told by the text, in its name, or possible; None where it cannot be."""
    if gender and actor.gender and actor.gender != gender and actor.certain:
        return None
    if noun in actor.kinds or noun in actor.words:
        return 3.0
    if actor.label == "PERSON":
        return _fit_person(noun, gender, actor)
    if actor.label == "GPE":
        return _fit_place(noun, actor)
    shown = _shown(actor)
    asked = classes().get(noun, _NONE)
    if noun in _PARTS or (asked and asked <= _PUBLIC and not shown):
        return None
    if asked & shown:
        return 1.6
    if asked and shown and noun not in _ANY:
        return None
    if noun in FIRM and not shown - _FIRMS:
        return 1.0
    return 0.2 if actor.label == "ORG" and not shown else None


def _fit_person(noun: str, gender: str, actor: Actor) -> float | None:
    if noun == "old":
        return 0.6
    if noun in ("man", "woman", "boy", "girl"):
        return 0.5 if actor.gender == gender else None
    if actor.role:
        return 3.0 if noun in actor.role.lower().split() else None
    return 0.2 if actor.kinds <= _PEOPLE else None


def _fit_place(noun: str, actor: Actor) -> float | None:
    """Countries, their parts and their towns by the lists of names; "state" is either."""
    name = " ".join(words_of(actor.name))
    part = words_of(actor.name) in full_places().values()
    if noun in _COUNTRY:
        return 1.6 if name in words("countries") else None
    if noun in _PART:
        return 2.2 if part and name not in words("countries") else None
    return 1.2 if noun in _TOWN and not part and name not in words("countries") else None


def is_body(noun: str) -> bool:
    """Whether a noun behind a name says what the body of that name is: "the Tarn union", not "… lawyer"."""
    return bool(classes().get(noun, _NONE) & _BODIES)


@cache
def classes() -> dict[str, frozenset[str]]:
    """The classes of noun_classes.tsv by word."""
    out: dict[str, set[str]] = {}
    for row in table("noun_classes"):
        for word in row["words"].split(","):
            out.setdefault(word, set()).add(row["class"])
    return {word: frozenset(found) for word, found in out.items()}


def _shown(actor: Actor) -> frozenset[str]:
    """The classes that the words of an actor's name and the nouns told of it show."""
    known = classes()
    return frozenset(k for w in (*actor.words, *actor.kinds) for k in known.get(w, _NONE))


_NONE: frozenset[str] = frozenset()
_FIRMS = frozenset({"firm", "media"})
# Classes of public bodies, whose names show what they are
_PUBLIC = frozenset({"ministry", "government", "parliament", "court", "police", "council"})
# Classes whose nouns stand behind the name of what they are
_BODIES = frozenset({"union", "party", "charity", "club", "media", "school", "church", "council", "health"})
# What is part of a body and not the body
_PARTS = frozenset({"board", "committee", "panel", "division", "unit", "management", "workforce"})
# Nouns that name a body of any class
_ANY = frozenset({"group", "organisation", "organization", "body"})
_COUNTRY = frozenset({"country", "nation", "kingdom", "republic"})
_PART = frozenset({"province", "state", "territory"})
_TOWN = frozenset({"city", "town", "village", "municipality"})
# What anybody can be called; other nouns of persons exclude each other
_PEOPLE = frozenset({"man", "woman", "boy", "girl", "person", "child", "teenager", "old"})
