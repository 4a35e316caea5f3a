"""The reader of one document: what its tokens mention, in order, and which of them are references."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.entities.words import kinds
from claimwire.layers.parse import Parse
from claimwire.layers.phrases import core_phrase
from claimwire.layers.references import anaphora, fit, holders, nominals
from claimwire.layers.references.actors import Actor, Memory, actors_of
from claimwire.layers.references.employers import employer_of
from claimwire.layers.references.grammar import place_of, subject_behind, weight_of
from claimwire.records import Entity, Reference, ReferenceKind

# Names further behind a noun than this are no part of its phrase that one would notice
_PHRASE = 12


class Walk:
    """The reader of one document: what has been mentioned so far, and the references found."""

    def __init__(self, parse: Parse, entities: list[Entity], headlines: list[tuple[int, int]]) -> None:
        self.parse = parse
        self.actors = actors_of(parse, entities, headlines)
        self.memory = Memory()
        self.found: dict[int, tuple[Actor, ReferenceKind, str]] = {}
        self.head_entity: dict[int, tuple[Entity, range]] = {}
        self.inside: dict[int, Entity] = {}
        self.offices: list[int] = []
        self.told: list[holders.Told] = []
        self.preset: dict[int, Actor] = {}
        for e in entities:
            tokens = parse.tokens_in(e.start, e.end)
            if e.entity is None or not tokens:
                continue
            for i in tokens:
                self.inside[i] = e
            self.head_entity[_head(parse, tokens)] = (e, tokens)

    def run(self, barred: dict[int, frozenset[str]], quoted_by: dict[int, list[range]]) -> None:
        """Read all tokens in order.

        barred: entities that a pronoun at a token cannot be. quoted_by: tokens that a pronoun is quoted with.
        """
        parse, known = self.parse, anaphora.pronouns()
        for i in self.head_entity:
            self._describe(i)
        self.preset = {
            i: self.actors[e] for i, e in holders.introduced(parse, self.told).items() if i not in self.found
        }
        for i in range(len(parse)):
            pos = parse.pos[i]
            if pos == "PRON":
                row = known.get(parse.lower[i])
                if row is not None and row["person"] == "3":
                    spoken_of = self._spoken_of(quoted_by.get(i, ()))
                    self._pronoun(i, barred.get(i, frozenset()) | spoken_of)
            elif i in self.head_entity:
                self._name(i)
            elif (
                (pos in ("NOUN", "PROPN") or parse.lower[i] == "old")
                and i not in self.inside
                and i not in self.found
            ):
                self._noun(i)

    def fill_offices(self) -> None:
        """Resolve "the finance minister" to the one person whose role says so anywhere in the document."""
        roles = {a.entity: (a, set((a.role or "").lower().split())) for a in self.actors.values() if a.role}
        for i in self.offices:
            first, stop = core_phrase(self.parse, i)
            asked = {self.parse.lower[k] for k in range(first, stop)} - {"the", "this", "that"}
            held = [a for a, role in roles.values() if asked <= role]
            if len(asked) > 1 and len(held) == 1:
                self.found[i] = (held[0], "nominal", "office")

    def _see(self, i: int, actor: Actor) -> None:
        place = place_of(self.parse, i)
        actor.seen(self.parse, i, place, weight_of(place))
        self.memory.touch(actor)

    def _name(self, i: int) -> None:
        e, tokens = self.head_entity[i]
        actor = self.actors[e.entity or ""]
        if actor.label == "PERSON" and actor.employer is None:
            actor.employer = employer_of(self.parse, tokens.start, tokens.stop, i, self.organisation_at)
        self._see(i, actor)

    def _describe(self, i: int) -> None:
        """Note the common nouns beside a name, which are references of their own."""
        e, tokens = self.head_entity[i]
        actor = self.actors[e.entity or ""]
        for k, rule in nominals.beside(self.parse, i, tokens.start, tokens.stop, actor.label):
            actor.kinds.add(self.parse.lemma[k].lower())
            if k not in self.inside:
                self.found[k] = (actor, "nominal", rule)
            if rule != "predicate":
                self._tell(self.parse.lemma[k].lower(), k, actor, i)
        if actor.label == "PERSON":
            office = holders.titled_as(self.parse, tokens.start)
            if office is not None:
                actor.kinds.add(office)
                self._tell(office, tokens.start, actor, i)
            noun = holders.identified(self.parse, i)
            if noun is not None and noun not in self.inside:
                actor.kinds.add(self.parse.lemma[noun].lower())
                self.found[noun] = (actor, "nominal", "apposition")
                self._tell(self.parse.lemma[noun].lower(), noun, actor, i)

    def _tell(self, noun: str, k: int, actor: Actor, i: int) -> None:
        """Note a role beside a person's name, but none that was held before or for another."""
        former = k and self.parse.lower[core_phrase(self.parse, k)[0]] in holders.OTHERWISE
        if actor.label == "PERSON" and actor.entity is not None and not former:
            self.told.append(holders.Told(noun, actor.entity, i, holders.said_with(self.parse, k)))

    def _spoken_of(self, quotes: Iterable[range]) -> frozenset[str]:
        """The people named in quoted words, or meant by a pronoun there."""
        met: set[str | None] = set()
        for tokens in quotes:
            met |= {e.entity for i in tokens if (e := self.inside.get(i)) is not None and e.label == "PERSON"}
            met |= {self.found[i][0].entity for i in tokens if i in self.found}
        return frozenset(e for e in met if e is not None)

    def _pronoun(self, i: int, barred: frozenset[str]) -> None:
        actor = anaphora.resolve(self.parse, i, self.memory, barred, self._ahead(i))
        if actor is None:
            return
        gender = anaphora.pronouns()[self.parse.lower[i]]["gender"]
        if gender in ("m", "f") and actor.gender is None:
            actor.gender = gender
        self.found[i] = (actor, "pronoun", "anaphora")
        self._see(i, actor)
        for k in nominals.predicates(self.parse, i, actor.label):
            actor.kinds.add(self.parse.lemma[k].lower())
            self.found.setdefault(k, (actor, "nominal", "predicate"))

    def _ahead(self, i: int) -> Actor | None:
        k = subject_behind(self.parse, i)
        held = self.head_entity.get(k) if k is not None else None
        return self.actors.get(held[0].entity or "") if held is not None else None

    def _noun(self, i: int) -> None:
        parse = self.parse
        if (held := self.preset.get(i)) is not None:
            self.found[i] = (held, "nominal", "introduced")
            self._see(i, held)
            return
        noun = parse.lemma[i].lower()
        kind = kinds().get(noun)
        if fit.is_body(noun) and (name := self._name_before(i)) is not None:
            self.found[i] = (name, "nominal", "named")
            self._see(i, name)
            return
        if (kind is not None and parse.tag[i] != "NNS" and nominals.is_definite(parse, i)) or (
            kind is None and nominals.is_age(parse, i)
        ):
            named, of_place = self._named_inside(i)
            actor = fit.resolve(parse, i, self.memory, named, of_place)
            if actor is not None:
                actor.kinds.add(noun)
                self.found[i] = (actor, "nominal", "definite")
                self._see(i, actor)
                return
            if kind is not None and kind[0][0] == "PERSON":
                self.offices.append(i)
        if parse.pos[i] != "NOUN" or parse.dep[i] in ("compound", "npadvmod", "nmod", "amod"):
            return
        label = kind[0][0] if kind else "PRODUCT"
        if label == "PERSON" and parse.tag[i] == "NN" and not parse.dependents(i, "det", "poss", "nummod"):
            return  # an office, nobody ("as chief executive")
        gender = (kind[1] if kind else "") or nominals.gender_beside(parse, i) or None
        plural, fresh = parse.tag[i] == "NNS", kind is not None and nominals.is_fresh(parse, i)
        self._see(i, Actor(noun, label, None, gender=gender, plural=plural, fresh=fresh))

    def _name_before(self, i: int) -> Actor | None:
        """The organisation whose name stands right before a common noun ("the Tarn union")."""
        e = self.inside.get(i - 1)
        if e is None or e.label != "ORG" or self.parse.pos[i] != "NOUN" or self.parse.tag[i] == "NNS":
            return None
        return self.actors.get(e.entity or "") if self.parse.head[i - 1] == i else None

    def _named_inside(self, i: int) -> tuple[frozenset[str], bool]:
        """Entities named in the phrase headed by token i, and whether a place or people is before it.

        "the Leeds-based group" says no more than "the group".
        """
        parse = self.parse
        stop = min(parse.right[i] + 1, i + _PHRASE)
        named = [(k, e) for k in range(parse.left[i], stop) if (e := self.inside.get(k)) is not None]
        places = [k for k, e in named if k < i and e.label in ("GPE", "NORP", "LOC")]
        of_place = any(parse.lower[parse.head[k]] != "based" for k in places)
        return frozenset(e.entity for _, e in named if e.entity), of_place

    def organisation_at(self, i: int) -> str | None:
        """The entity id of the organisation that token i names or stands for, else None."""
        e = self.inside.get(i)
        if e is not None:
            return e.entity if e.label == "ORG" else None
        actor = self.found[i][0] if i in self.found else None
        return actor.entity if actor is not None and actor.label == "ORG" else None

    def references(self) -> list[Reference]:
        """What was found, in order of the text."""
        parse, out = self.parse, []
        for i, (actor, kind, rule) in sorted(self.found.items()):
            first, stop = (i, i + 1) if kind == "pronoun" else core_phrase(parse, i)
            start, end = parse.chars(first, stop)
            out.append(
                Reference(
                    start, end, parse.text[start:end], actor.name, actor.entity, kind, actor.label, rule
                )
            )
        return out


def _head(parse: Parse, tokens: range) -> int:
    for i in reversed(tokens):
        if parse.head[i] not in tokens or parse.head[i] == i:
            return i
    return tokens[-1]
