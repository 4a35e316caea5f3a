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
from claimwire.layers.references.discourse import Actor, Discourse, Occurrence, Saying
from claimwire.layers.references.grammar import is_expletive, predicate_of, subjects_above
from claimwire.lexicon import words

MOST_CANDIDATES = 14
_FORMS = ("personal", "possessive", "reflexive", "definite", "indefinite")
_PLACES = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "poss_subject")
_BACK_SENTENCES = 12
_TELLING = frozenset({"tell", "inform"})
_AHEAD_PARAGRAPHS = 1
Row = NDArray[np.float32]


@dataclass(slots=True)
class Scene:
    """One anaphor with its candidates: a row of features for itself, and one for each candidate."""

    anaphor: Anaphor
    own: Row
    candidates: list[Actor]
    rows: list[Row] = field(default_factory=list)


def scene(
    anaphor: Anaphor,
    discourse: Discourse,
    speakers: dict[int, str],
    last: str | None,
) -> Scene:
    """The candidates of an anaphor and all features.

    speakers: position of a saying -> entity of its source, as far as it is resolved. last: the entity that
    spoke last before.
    """
    asked = _Asked(anaphor, discourse, speakers, last)
    found = asked.candidates()
    rows = [np.array(asked.about(actor, k, found), np.float32) for k, actor in enumerate(found)]
    return Scene(anaphor, np.array(asked.own(found), np.float32), found, rows)


class _Asked:
    """What is asked of each candidate of one anaphor."""

    def __init__(
        self, anaphor: Anaphor, discourse: Discourse, speakers: dict[int, str], last: str | None
    ) -> None:
        self.a, self.d, self.parse = anaphor, discourse, discourse.parse
        i = anaphor.token
        self.here = discourse.occurrence(i, False)
        self.saying: Saying | None = discourse.said_in.get(i)
        self.speaker = speakers.get(self.saying.position) if self.saying else None
        self.quoted_here = self.saying is not None and i in self.saying.verbatim
        self.tag = discourse.source_of.get(i)
        self.last = last
        self.verb = predicate_of(self.parse, i)
        self.above = subjects_above(self.parse, i)
        self.noun = self.parse.lemma[i].lower()
        self.inside = {
            e.entity for k in range(anaphor.first, anaphor.stop) if (e := discourse.at.get(k)) is not None
        }
        self.employer = discourse.actors[self.speaker].employer if self.speaker in discourse.actors else None
        self.quoted = self._people_in(self.tag) if self.tag else set()

    def _people_in(self, saying: Saying) -> set[str]:
        return {e.entity for k in saying.content if (e := self.d.at.get(k)) is not None and e.entity}

    def candidates(self) -> list[Actor]:
        """Entities mentioned before, the nearest first, then those named soon behind."""
        i = self.a.token
        behind: list[tuple[int, Actor]] = []
        before: list[tuple[int, Actor]] = []
        for actor in self.d.actors.values():
            if actor.label not in self.a.labels or actor.entity in self.inside:
                continue
            if self._speaks(actor) or not self._may_be_called(actor) or self._only_hears(actor):
                continue
            if actor.recent and not self.a.ahead_only:
                if self.here.sent - actor.recent[-1].sent <= _BACK_SENTENCES or actor.entity == self.speaker:
                    before.append((-actor.recent[-1].token, actor))
            elif not actor.recent:
                first = next((o for o in actor.ahead if o.token > i), None)
                if first is not None and first.paragraph - self.here.paragraph <= _AHEAD_PARAGRAPHS:
                    behind.append((first.token, actor))
        before.sort(key=lambda x: x[0])
        behind.sort(key=lambda x: x[0])
        return [a for _, a in before[: MOST_CANDIDATES - 4]] + [a for _, a in behind[:4]]

    def _speaks(self, actor: Actor) -> bool:
        """Whether a candidate says the quoted words in which somebody else is spoken of."""
        third = self.a.cls not in ("I", "we")
        return third and self.quoted_here and actor.entity == self.speaker

    def _may_be_called(self, actor: Actor) -> bool:
        """Whether a noun says no more than the label, or the text has called the candidate so.

        A "minister" or a "union" is nobody of whom the text has not said it.
        """
        if self.a.kind == "pronoun" or self.noun in words("general_nouns"):
            return True
        return self.noun in actor.kinds or not actor.words.isdisjoint((self.noun, self.noun + "s"))

    def _only_hears(self, actor: Actor) -> bool:
        """Whether a body was named only as whom somebody told something: "a witness told the Gazette"."""
        if actor.label != "ORG" or not actor.recent:
            return False
        parse = self.parse
        return all(
            o.place in ("dobj", "dative") and parse.lemma[parse.head[o.token]] in _TELLING
            for o in actor.recent
        )

    def about(self, actor: Actor, rank: int, found: list[Actor]) -> list[float]:
        """The features of one candidate."""
        before = bool(actor.recent)
        at = actor.recent[-1] if before else next(o for o in actor.ahead if o.token > self.a.token)
        away = self.here.sent - at.sent
        agree = self._gender(actor)
        same_sex = sum(1 for b in found[:rank] if self._gender(b) >= 0)
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
            float(self.saying is not None and actor.entity == self.speaker),
            float(self.saying is not None and self.speaker is not None and actor.entity != self.speaker),
            float(self.saying is not None and self.saying.quoted and actor.entity == self.speaker),
            float(actor.entity in self.quoted), float(actor.entity == self.last),
            float(actor.entity == self.employer),
            float(self.saying is not None and at.token in self.saying.content),
            float(at.token in self.d.said_in), float(at.token in self.d.source_of),
            float(self.noun in actor.kinds), float(self.noun in actor.words),
            float(bool(actor.role) and self.noun in (actor.role or "").lower().split()),
            float(actor.label == self._usual()),
            float(self._fronted(at) and not before),
        ]  # fmt: skip

    def own(self, found: list[Actor]) -> list[float]:
        """The features of the anaphor itself, which tell whether it stands for any name."""
        parse, i = self.parse, self.a.token
        return [
            *(float(self.a.cls == c) for c in CLASSES), *(float(self.a.form == f) for f in _FORMS),
            min(len(found), 8) / 8, float(not found),
            float(self.a.cls == "it" and is_expletive(parse, i)),
            float(self.saying is not None), float(self.saying is not None and self.saying.quoted),
            float(self.saying is not None and self.speaker is None), float(self.tag is not None),
            *(float(self.here.place == p) for p in _PLACES),
            min(self._plurals(), 3) / 3, float(self.a.stop - self.a.first > 2),
            float(any(parse.dep[c] in ("relcl", "acl") for c in parse.children[i])),
            float(any(parse.dep[c] == "prep" and c > i for c in parse.children[i])),
            float(any(parse.dep[c] == "poss" for c in parse.children[i])), float(bool(self.inside)),
            float(parse.lower[self.a.first] in ("this", "that")), float(self._named_things()),
        ]  # fmt: skip

    def _weights(self, actor: Actor, at: Occurrence) -> list[float]:
        return [o.weight for o in actor.recent if o.sent == at.sent] or [at.weight]

    def _gender(self, actor: Actor) -> int:
        """1 where the candidate's gender is the pronoun's, -1 where it is the other, 0 where unknown."""
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

    def _usual(self) -> str | None:
        kind = kinds().get(self.noun)
        return kind[0][0] if kind else None

    def _fronted(self, at: Occurrence) -> bool:
        return at.sent == self.here.sent and at.place in ("nsubj", "nsubjpass")

    def _plurals(self) -> int:
        """Plural nouns as subjects or objects in this sentence and the one before: what "they" may be."""
        parse = self.parse
        first = parse.sents[max(self.here.sent - 1, 0)][0]
        near = range(max(first, self.a.token - 60), self.a.token)
        return sum(
            parse.tag[k] == "NNS" and parse.dep[k] in ("nsubj", "nsubjpass", "dobj", "pobj") for k in near
        )

    def _named_things(self) -> float:
        """Singular common nouns as subjects in this sentence and the one before: what "it" may be."""
        parse = self.parse
        first = parse.sents[max(self.here.sent - 1, 0)][0]
        near = range(max(first, self.a.token - 60), self.a.token)
        return (
            min(sum(parse.tag[k] == "NN" and parse.dep[k] in ("nsubj", "nsubjpass", "dobj") for k in near), 4)
            / 4
        )


@cache
def _gender_of_noun(noun: str) -> str:
    return kinds().get(noun, ((), ""))[1]
