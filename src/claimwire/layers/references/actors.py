"""The entities of a discourse while it is read: what can be meant, and how present it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from claimwire.layers.entities.mention import words_of
from claimwire.layers.entities.words import gender_of_given, kinds, titles
from claimwire.layers.parse import Parse
from claimwire.records import Entity

_HORIZON = 40
# Mentions of one actor in one sentence that structure is asked about
_HERE = 8


@dataclass(slots=True)
class Actor:
    """Something that can be meant again. `entity` is None for a common noun, which no name is known for.

    fresh: such a noun, brought up by "a" or as somebody's ("its union").
    """

    name: str
    label: str
    entity: str | None
    gender: str | None = None
    certain: bool = False
    by_name: bool = False
    plural: bool = False
    fresh: bool = False
    words: frozenset[str] = frozenset()
    kinds: set[str] = field(default_factory=set)
    role: str | None = None
    employer: str | None = None
    headline: bool = False
    count: int = 0
    token: int = -1
    sent: int = -1
    place: str = ""
    weight: float = 0.0
    here: list[int] = field(default_factory=list)

    def seen(self, parse: Parse, i: int, place: str, weight: float) -> None:
        """Note a mention headed by token i."""
        sent = parse.sent[i]
        if sent != self.sent:
            self.here, self.weight, self.place = [], 0.0, ""
        if weight >= self.weight:
            self.weight, self.place = weight, place
        self.here = [*self.here[1 - _HERE :], i]
        self.token, self.sent = i, sent
        self.count += 1


class Memory:
    """Actors in the order of their last mention; the oldest are forgotten beyond a horizon."""

    def __init__(self) -> None:
        self._order: dict[int, Actor] = {}

    def touch(self, actor: Actor) -> None:
        """Bring an actor to the front."""
        self._order.pop(id(actor), None)
        self._order[id(actor)] = actor
        if len(self._order) > _HORIZON:
            del self._order[next(iter(self._order))]

    def recent(self) -> Iterator[Actor]:
        """Actors, the last mentioned first."""
        return reversed(self._order.values())


def actors_of(parse: Parse, entities: Iterable[Entity], headlines: list[tuple[int, int]]) -> dict[str, Actor]:
    """One actor for each entity id, with what names, titles and roles tell of it."""
    out: dict[str, Actor] = {}
    for e in entities:
        if e.entity is None:
            continue
        actor = out.get(e.entity)
        if actor is None:
            actor = out[e.entity] = Actor(e.name, e.label, e.entity, role=e.role)
            actor.words = frozenset(words_of(e.name))
            actor.plural = e.label == "NORP" and e.text.endswith("s")
        if e.label == "PERSON":
            _learn_gender(parse, actor, e)
        if any(a <= e.start < b for a, b in headlines):
            actor.headline = True
    return out


def _learn_gender(parse: Parse, actor: Actor, e: Entity) -> None:
    if actor.certain:
        return
    told = _told_before(parse, e)
    if told:
        actor.gender, actor.certain = told, True
        return
    words = words_of(e.name)
    if actor.gender is None and len(words) > 1:
        actor.gender = gender_of_given(words[0])
        actor.by_name = actor.gender is not None


def _told_before(parse: Parse, e: Entity) -> str:
    """The gender that a title or a noun directly before the name tells: "Mrs Smith", "actress Ann Smith"."""
    first = parse.token_at(e.start)
    i = first - 1
    if i < 0 or parse.sent[i] != parse.sent[first]:
        return ""
    if parse.orth[i][:1].isupper() and (title := titles().get(parse.lower[i].rstrip("."))):
        return title
    linked = parse.start[first] <= parse.start[parse.head[i]] < e.end
    return kinds().get(parse.lemma[i].lower(), ((), ""))[1] if linked and parse.tag[i] != "NNS" else ""
