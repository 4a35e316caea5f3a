"""One walk through an article: who each pronoun and noun phrase is, in the order in which a reader decides.

The pronoun of a tag ("…," he said) is decided before the words it is quoted with, since whom the words speak
of does not speak them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from claimwire.layers.grammar.heads import root_of
from claimwire.layers.references.anaphors import Anaphor, anaphors
from claimwire.layers.references.discourse import Actor, Discourse, Saying
from claimwire.layers.references.employers import employer_of, employer_of_noun
from claimwire.layers.references.features import Scene, scene
from claimwire.layers.references.memory import Memory
from claimwire.layers.references.nominals import beside, predicates
from claimwire.layers.references.rivals import Rivals

Decide = Callable[[Scene], Actor | None]
_GENDERS = {"he": "m", "she": "f"}


@dataclass(slots=True)
class _Walk:
    discourse: Discourse
    decide: Decide
    asked: dict[int, Anaphor]
    told: dict[int, tuple[Actor, str]]
    memory: Memory
    answers: dict[int, Actor | None] = field(default_factory=dict)

    def answer(self, a: Anaphor) -> Actor | None:
        if a.token not in self.answers:
            told = first_person(self.discourse, a, self.memory.speakers)
            actor = told if told is not None else self.decide(scene(a, self.discourse, self.memory))
            self.answers[a.token] = actor
            self._remember(a, actor)
        return self.answers[a.token]

    def _remember(self, a: Anaphor, actor: Actor | None) -> None:
        memory = self.memory
        if actor is None:
            memory.opened[a.cls] = a.token
            return
        nominal = a.kind == "nominal"
        memory.taken[self.discourse.parse.lemma[a.token].lower() if nominal else a.cls] = actor.entity
        memory.opened.pop(a.cls, None)
        if nominal:
            memory.nominals.add(a.token)

    def name_speaker(self, saying: Saying) -> None:
        """Who speaks, as soon as what is said begins."""
        if not saying.source or saying.position in self.memory.speakers:
            return
        head = root_of(self.discourse.parse, saying.source)
        held = self.discourse.heads.get(head)
        actor = held[0] if held else None
        if actor is None and head in self.discourse.at:
            actor = self.discourse.actors.get(self.discourse.at[head].entity or "")
        if actor is None and head in self.asked:
            actor = self.answer(self.asked[head])
        if actor is not None:
            self.memory.speakers[saying.position] = actor.entity

    def see(self, i: int) -> None:
        """Take token i in: a name, or what was decided to refer to one."""
        held = self.discourse.heads.get(i)
        if held is not None:
            held[0].seen(held[1])
        elif i in self.asked and (actor := self.answer(self.asked[i])) is not None:
            a = self.asked[i]
            actor.seen(self.discourse.occurrence(i, False))
            if a.cls in _GENDERS and actor.gender is None:
                actor.gender, actor.sure = _GENDERS[a.cls], True
            if a.kind == "nominal":
                actor.kinds.add(self.discourse.parse.lemma[i].lower())
            else:
                self._tell(i, actor)

    def _tell(self, i: int, actor: Actor) -> None:
        """Take in what a pronoun is said to be: "He is a surgeon"."""
        for k in predicates(self.discourse.parse, i, actor.label):
            if k not in self.discourse.at:
                actor.kinds.add(self.discourse.parse.lemma[k].lower())
                self.told[k] = actor, "predicate"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What stands for an entity, by token.

    chosen: what was decided to, with its entity. told: common nouns beside a name, with entity and rule.
    """

    chosen: dict[int, tuple[Anaphor, Actor]]
    told: dict[int, tuple[Actor, str]]


def resolve(discourse: Discourse, decide: Decide) -> Resolved:
    """All that stands for an entity; `decide` says who a pronoun or noun phrase is, None for nobody."""
    parse = discourse.parse
    told = described(discourse)
    for i, (actor, _) in told.items():
        actor.kinds.add(parse.lemma[i].lower())
    _employ(discourse)
    named = {*discourse.at, *told}
    called = {k for actor in discourse.actors.values() for k in actor.kinds}
    asked = {a.token: a for a in anaphors(parse, named, called)}
    walk = _Walk(discourse, decide, asked, told, Memory(Rivals(parse, named)))
    begins: dict[int, list[Saying]] = {}
    ends: dict[int, list[Saying]] = {}
    for s in discourse.sayings:
        begins.setdefault(min([*s.content, *s.source]), []).append(s)
        ends.setdefault(s.position, []).append(s)
    for i in sorted({*discourse.heads, *asked, *begins, *ends}):
        for s in begins.get(i, ()):
            walk.name_speaker(s)
        walk.see(i)
        for s in ends.get(i, ()):
            walk.memory.last = walk.memory.speakers.get(s.position, walk.memory.last)
    found = ((i, walk.answers.get(i)) for i in asked)
    return Resolved({i: (asked[i], actor) for i, actor in found if actor is not None}, told)


def first_person(discourse: Discourse, a: Anaphor, speakers: dict[int, str]) -> Actor | None:
    """Who "I" and "we" are in words that somebody is quoted with: the speaker, or the body spoken for."""
    saying = discourse.said_in.get(a.token)
    if a.cls not in ("I", "we") or saying is None or a.token not in saying.verbatim:
        return None
    speaker = discourse.actors.get(speakers.get(saying.position, ""))
    if a.cls == "I":
        return speaker if speaker is not None and speaker.label == "PERSON" else None
    if speaker is None or speaker.label != "PERSON":
        body = speaker.entity if speaker is not None else _employer_of_source(discourse, saying)
    else:
        body = speaker.employer
    found = discourse.actors.get(body or "")
    return found if found is not None and found.label == "ORG" else None


def _employer_of_source(discourse: Discourse, saying: Saying) -> str | None:
    """For whom a speaker without name speaks: "a Boeing spokesman", "officials at the bank"."""
    if not saying.source:
        return None
    head = root_of(discourse.parse, saying.source)
    return employer_of_noun(discourse.parse, head, partial(_organisation, discourse))


def _organisation(discourse: Discourse, i: int) -> str | None:
    e = discourse.at.get(i)
    return e.entity if e is not None and e.label in ("ORG", "GPE") else None


def described(discourse: Discourse) -> dict[int, tuple[Actor, str]]:
    """Token -> (entity, rule) of the common nouns beside a name: in apposition, before it, or said of it."""
    parse = discourse.parse
    out: dict[int, tuple[Actor, str]] = {}
    for head, (actor, found) in discourse.heads.items():
        tokens = parse.tokens_in(found.start, found.end)
        for k, rule in beside(parse, head, tokens.start, tokens.stop, actor.label) if tokens else ():
            if k not in discourse.at:
                out[k] = actor, rule
    return out


def _employ(discourse: Discourse) -> None:
    """Note for whom people speak."""
    parse = discourse.parse
    for head, (actor, found) in discourse.heads.items():
        tokens = parse.tokens_in(found.start, found.end)
        if tokens and actor.label == "PERSON" and actor.employer is None:
            actor.employer = employer_of(
                parse, tokens.start, tokens.stop, head, partial(_organisation, discourse)
            )
