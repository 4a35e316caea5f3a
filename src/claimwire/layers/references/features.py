"""What speaks for and against each entity that a pronoun or noun phrase may stand for, as numbers.

The features are those of the literature on salience and agreement (Lappin and Leass 1994; Ng and Cardie
2002); weights for them are learned, nothing is decided here. Vectors of the encoder added nothing to them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claimwire.encoder.labels import LABELS
from claimwire.layers.names.words import kinds
from claimwire.layers.references.anaphors import CLASSES, Anaphor
from claimwire.layers.references.candidates import MOST_CANDIDATES, candidates, is_called
from claimwire.layers.references.classes import fit_of, is_taken_up
from claimwire.layers.references.discourse import Actor, Discourse, Occurrence
from claimwire.layers.references.grammar import is_expletive, predicate_of, subjects_above
from claimwire.layers.references.memory import Memory
from claimwire.lexicon import words

_FORMS = ("personal", "possessive", "reflexive", "definite", "indefinite", "owned")
_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "poss_subject")
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative", "pobj")
# What one denies or knows is a fact, no thing with a name
_FACTIVE = frozenset({"deny", "admit", "confirm", "regret", "mean", "believe", "know", "say", "doubt"})
_NEAR = 2  # sentences
Row = NDArray[np.float32]


@dataclass(slots=True)
class Scene:
    """One anaphor with its candidates: a row of features for itself, and one for each candidate."""

    anaphor: Anaphor
    own: Row
    candidates: list[Actor]
    rows: list[Row] = field(default_factory=list)


def scene(anaphor: Anaphor, discourse: Discourse, memory: Memory) -> Scene:
    """The candidates of an anaphor and all features."""
    asked = _Asked(anaphor, discourse, memory)
    rows = [np.array(asked.about(actor, k), np.float32) for k, actor in enumerate(asked.found)]
    return Scene(anaphor, np.array(asked.own(), np.float32), asked.found, rows)


class _Asked:
    """What is asked of each candidate of one anaphor."""

    def __init__(self, anaphor: Anaphor, discourse: Discourse, memory: Memory) -> None:
        self.a, self.d, self.parse, self.m = anaphor, discourse, discourse.parse, memory
        i = anaphor.token
        self.here = discourse.occurrence(i, False)
        self.saying = discourse.said_in.get(i)
        self.speaker = memory.speakers.get(self.saying.position) if self.saying else None
        self.tag = discourse.source_of.get(i)
        self.verb = predicate_of(self.parse, i)
        self.above = subjects_above(self.parse, i)
        self.noun = self.parse.lemma[i].lower() if anaphor.kind == "nominal" else ""
        self.modifiers = _modifiers(discourse, anaphor)
        self.usual = kinds().get(self.noun, ((), ""))[0][:1]
        self.said = _said_to_be(discourse, i)
        self.employer = self._employer(self.speaker)
        self.last_employer = self._employer(memory.last)
        self.quoted = (
            {e.entity for k in self.tag.content if (e := discourse.at.get(k)) is not None}
            if self.tag
            else set()
        )
        self.found = candidates(anaphor, discourse, memory)
        self.at = [_mention(a, i) for a in self.found]
        self.agree = [self._gender(a) for a in self.found]
        self.called = [bool(self.noun) and is_called(a, self.noun) for a in self.found]
        self.near = [
            bool(a.recent) and g >= 0 and self.here.sent - at.sent <= _NEAR
            for a, at, g in zip(self.found, self.at, self.agree, strict=True)
        ]
        self.most = max((a.count for a in self.found), default=0)
        start = self.parse.sents[max(self.here.sent - _NEAR, 0)][0]
        self.rivals = memory.rivals.between(start, i, anaphor.cls, memory.nominals)
        self.same = memory.rivals.called(i, self.noun, memory.nominals) if self.noun else []
        self.taken = memory.taken.get(self.noun or anaphor.cls)
        self.opened = memory.opened.get(anaphor.cls, -1)

    def _employer(self, entity: str | None) -> str | None:
        actor = self.d.actors.get(entity or "")
        return actor.employer if actor is not None else None

    def about(self, actor: Actor, rank: int) -> list[float]:
        """The features of one candidate."""
        at, before = self.at[rank], bool(actor.recent)
        away = self.here.sent - at.sent
        agree = self.agree[rank]
        same_sex = sum(1 for g in self.agree[:rank] if g >= 0)
        return [
            *(float(actor.label == label) for label in LABELS),
            *(float(away == k) for k in (0, 1, 2)), float(2 < away < 6), float(away > 5), float(not before),
            min(abs(self.here.paragraph - at.paragraph), 4) / 4,
            float(np.log1p(abs(self.a.token - at.token))) / 5,
            *(float(same_sex == k) for k in (0, 1, 2)), float(rank == 0), rank / MOST_CANDIDATES,
            *(float(at.place == p) for p in _PLACES), max(self._weights(actor, at)) / 4, float(at.named),
            min(actor.count, 12) / 12, float(np.log1p(actor.count)) / 3, float(actor.headline),
            float(actor.plural),
            float(agree > 0), float(agree < 0), float(agree < 0 and actor.sure), float(agree == 0),
            float(self._same_clause(actor)), *self._structure(actor),
            *self._speech(actor, at), *self._naming(actor, rank), *self._salience(actor, at, rank),
            float(self._fronted(at) and not before),
        ]  # fmt: skip

    def _speech(self, actor: Actor, at: Occurrence) -> list[float]:
        """Who speaks, who is spoken of, and for whom the speaker speaks."""
        saying, speaks = self.saying, actor.entity == self.speaker
        return [
            float(saying is not None and speaks),
            float(saying is not None and self.speaker is not None and not speaks),
            float(saying is not None and saying.quoted and speaks),
            float(actor.entity in self.quoted), float(actor.entity == self.m.last),
            float(actor.entity == self.employer), float(actor.entity == self.last_employer),
            float(saying is not None and at.token in saying.content),
            float(at.token in self.d.said_in), float(at.token in self.d.source_of),
        ]  # fmt: skip

    def _naming(self, actor: Actor, rank: int) -> list[float]:
        """Whether the text has called the candidate as the anaphor does."""
        told = self.modifiers & (actor.words | actor.kinds)
        fit = fit_of(self.noun, actor) if self.noun else 0
        return [
            float(self.noun in actor.kinds), float(self.called[rank] and self.noun not in actor.kinds),
            float(bool(actor.role) and self.noun in (actor.role or "").lower().split()),
            float(self.called[rank] and sum(self.called) == 1), float(actor.label in self.usual),
            float(bool(told)), float(bool(self.modifiers) and not told), float(fit > 0), float(fit < 0),
            float(is_taken_up(actor, self.noun)),
            float(bool(self.said) and actor.label in self.said),
            float(bool(self.said) and actor.label not in self.said),
        ]  # fmt: skip

    def _salience(self, actor: Actor, at: Occurrence, rank: int) -> list[float]:
        """How well the candidate is kept in mind beside others, named or not."""
        since = [r for r in self.rivals if r.token > at.token]
        subject = at.place in _SUBJECTS
        return [
            float(actor.entity == self.taken), float(self.opened > at.token),
            float(bool(self.same) and self.same[-1].token > at.token),
            min(len(since), 3) / 3, float(any(r.subject for r in since)),
            float(self.here.place in _SUBJECTS and subject),
            float(self.here.place in _OBJECTS and at.place in _OBJECTS),
            float(self.near[rank] and sum(self.near) == 1),
            float(self.agree[rank] == 0 and any(g > 0 for g in self.agree)),
            float(actor.count == self.most), actor.count / max(self.most, 1),
            float(actor.many > 0), float(actor.many < 0),
        ]  # fmt: skip

    def own(self) -> list[float]:
        """The features of the anaphor itself, which tell whether it stands for any name."""
        parse, i, found = self.parse, self.a.token, self.found
        return [
            *(float(self.a.cls == c) for c in CLASSES), *(float(self.a.form == f) for f in _FORMS),
            min(len(found), 8) / 8, float(not found),
            float(self.a.cls == "it" and is_expletive(parse, i)),
            float(self.a.cls == "it" and self.here.place == "dobj" and parse.lemma[self.verb] in _FACTIVE),
            float(self.saying is not None), float(self.saying is not None and self.saying.quoted),
            float(self.saying is not None and self.speaker is None), float(self.tag is not None),
            *(float(self.here.place == p) for p in _PLACES),
            *self._phrase(), *self._others(),
        ]  # fmt: skip

    def _phrase(self) -> list[float]:
        """The words around the head of a noun phrase."""
        parse, i = self.parse, self.a.token
        inside = any(k in self.d.at for k in range(self.a.first, self.a.stop))
        kids = parse.children[i]
        return [
            float(self.a.stop - self.a.first > 2), float(bool(self.modifiers)), float(inside),
            float(any(parse.dep[c] in ("relcl", "acl") for c in kids)),
            float(any(parse.dep[c] == "prep" and c > i for c in kids)),
            float(any(parse.dep[c] == "poss" for c in kids)),
            float(parse.lower[self.a.first] in ("this", "that")), float(self.noun in words("general_nouns")),
            min(sum(self.called), 2) / 2,
            float("PERSON" in self.usual), float(parse.sent[i] == 0),
        ]  # fmt: skip

    def _others(self) -> list[float]:
        """What it may be that has no name, and what the like of it stood for before."""
        here, rivals = self.here.sent, self.rivals
        subjects = {r.token for r in rivals if r.subject}
        return [
            *(min(sum(r.sent == s for r in rivals), 3) / 3 for s in (here, here - 1)),
            float(any(r.subject and r.sent == here for r in rivals)),
            float(any(r.subject and r.sent == here - 1 for r in rivals)),
            float(bool(self.above) and not subjects.isdisjoint(self.above[0])),
            float(any(not subjects.isdisjoint(level) for level in self.above[1:])),
            float(any(r.person for r in rivals)),
            float(self.taken is not None),
            float(self.opened >= 0 and here - self.parse.sent[self.opened] < 2),
            min(sum(self.near), 3) / 3,
            float(bool(self.same)), float(bool(self.same) and here - self.same[-1].sent <= _NEAR),
        ]  # fmt: skip

    def _weights(self, actor: Actor, at: Occurrence) -> list[float]:
        return [o.weight for o in actor.recent if o.sent == at.sent] or [at.weight]

    def _gender(self, actor: Actor) -> int:
        """1 where the candidate's gender is the anaphor's, -1 where it is the other, 0 where unknown."""
        want = {"he": "m", "she": "f"}.get(self.a.cls) or _gender_of_noun(self.noun)
        if not want or actor.label != "PERSON" or actor.gender is None:
            return 0
        return 1 if actor.gender == want else -1

    def _same_clause(self, actor: Actor) -> bool:
        """Whether all its mentions here are arguments of the pronoun's own verb (he cannot see him)."""
        here = [o.token for o in actor.recent if o.sent == self.here.sent]
        return bool(here) and all(
            predicate_of(self.parse, k) == self.verb and self.parse.dep[k] not in ("poss", "compound")
            for k in here
        )

    def _structure(self, actor: Actor) -> list[float]:
        """Whether a mention is the subject of the own clause, of one above, or joined to what is owned."""
        here = {o.token for o in actor.recent if o.sent == self.here.sent}
        levels = [any(k in here for k in subjects) for subjects in self.above]
        owned = self.parse.head[self.a.token]
        joined = self.parse.dep[owned] == "conj" and self.parse.head[owned] in here
        return [float(bool(levels) and levels[0]), float(any(levels[1:])), float(joined)]

    def _fronted(self, at: Occurrence) -> bool:
        return at.sent == self.here.sent and at.place in _SUBJECTS


def _mention(actor: Actor, i: int) -> Occurrence:
    return actor.recent[-1] if actor.recent else next(o for o in actor.ahead if o.token > i)


def _modifiers(discourse: Discourse, a: Anaphor) -> frozenset[str]:
    """The words before the head of a noun phrase, without its article: "the Danish bank" says Danish."""
    if a.kind != "nominal":
        return frozenset()
    parse = discourse.parse
    return frozenset(
        parse.lower[k] for k in range(a.first, a.token) if parse.pos[k] in ("ADJ", "NOUN", "PROPN", "VERB")
    )


def _said_to_be(discourse: Discourse, i: int) -> tuple[str, ...]:
    """The labels that "it is a …" allows: a marriage is no firm. () where nothing of the kind is said."""
    parse = discourse.parse
    verb = parse.head[i]
    if parse.dep[i] != "nsubj" or parse.lemma[verb] != "be":
        return ()
    nouns = (c for c in parse.dependents(verb, "attr") if parse.tag[c] == "NN")
    return next((kinds().get(parse.lemma[c].lower(), ((), ""))[0] for c in nouns), ())


@cache
def _gender_of_noun(noun: str) -> str:
    return kinds().get(noun, ((), ""))[1]
