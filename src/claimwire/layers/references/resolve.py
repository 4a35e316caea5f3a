"""One walk through an article: who each pronoun and noun phrase is, in the order in which a reader decides.

The pronoun of a tag ("…," he said) is decided before the words it is quoted with, since whom the words speak
of does not speak them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from claimwire.layers.grammar.heads import root_of
from claimwire.layers.references.anaphors import Anaphor, anaphors
from claimwire.layers.references.discourse import Actor, Discourse, Saying
from claimwire.layers.references.employers import employer_of, employer_of_noun
from claimwire.layers.references.features import Scene, scene
from claimwire.layers.references.nominals import beside

Decide = Callable[[Scene], Actor | None]
_GENDERS = {"he": "m", "she": "f"}


@dataclass(slots=True)
class _Walk:
    discourse: Discourse
    decide: Decide
    asked: dict[int, Anaphor]
    answers: dict[int, Actor | None]
    speakers: dict[int, str]
    last: str | None = None

    def answer(self, a: Anaphor) -> Actor | None:
        if a.token not in self.answers:
            told = first_person(self.discourse, a, self.speakers)
            found = scene(a, self.discourse, self.speakers, self.last)
            self.answers[a.token] = told if told is not None else self.decide(found)
        return self.answers[a.token]

    def name_speaker(self, saying: Saying) -> None:
        """Who speaks, as soon as what is said begins."""
        if not saying.source or saying.position in self.speakers:
            return
        head = root_of(self.discourse.parse, saying.source)
        held = self.discourse.heads.get(head)
        actor = held[0] if held else None
        if actor is None and head in self.discourse.at:
            actor = self.discourse.actors.get(self.discourse.at[head].entity or "")
        if actor is None and head in self.asked:
            actor = self.answer(self.asked[head])
        if actor is not None:
            self.speakers[saying.position] = actor.entity

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


def resolve(discourse: Discourse, decide: Decide) -> dict[int, tuple[Anaphor, Actor]]:
    """Token -> (anaphor, entity) for all that `decide` gives an entity."""
    parse = discourse.parse
    told = described(discourse)
    for i, (actor, _) in told.items():
        actor.kinds.add(parse.lemma[i].lower())
    _employ(discourse)
    asked = {a.token: a for a in anaphors(parse, dict.fromkeys([*discourse.at, *told]))}
    walk = _Walk(discourse, decide, asked, {}, {})
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
            walk.last = walk.speakers.get(s.position, walk.last)
    found = ((i, walk.answers.get(i)) for i in asked)
    return {i: (asked[i], actor) for i, actor in found if actor is not None}


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
