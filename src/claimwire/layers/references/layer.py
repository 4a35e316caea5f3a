"""References of a document: one walk through its tokens, then the speakers of "I" and "we"."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.entities.words import kinds
from claimwire.layers.parse import Parse
from claimwire.layers.phrases import core_phrase
from claimwire.layers.references import anaphora, nominals
from claimwire.layers.references.actors import Actor, Memory, actors_of
from claimwire.layers.references.grammar import place_of, weight_of
from claimwire.records import Entity, Reference


class Walk:
    """The reader of one document: what has been mentioned so far, and the references found."""

    def __init__(self, parse: Parse, entities: list[Entity], headlines: list[tuple[int, int]]) -> None:
        self.parse = parse
        self.actors = actors_of(parse, entities, headlines)
        self.memory = Memory()
        self.found: dict[int, tuple[Actor, str, str]] = {}
        self.head_entity: dict[int, tuple[Entity, range]] = {}
        self.inside: dict[int, Entity] = {}
        for e in entities:
            tokens = parse.tokens_in(e.start, e.end)
            if e.entity is None or not tokens:
                continue
            for i in tokens:
                self.inside[i] = e
            self.head_entity[_head(parse, tokens)] = (e, tokens)

    def run(self, barred: dict[int, frozenset[str]]) -> None:
        """Read all tokens in order. barred: entities that a pronoun at a token cannot be."""
        parse, known = self.parse, anaphora.pronouns()
        for i in range(len(parse)):
            pos = parse.pos[i]
            if pos == "PRON":
                row = known.get(parse.lower[i])
                if row is not None and row["person"] == "3":
                    self._pronoun(i, barred.get(i, frozenset()))
            elif i in self.head_entity:
                self._name(i)
            elif pos in ("NOUN", "PROPN") and i not in self.inside and i not in self.found:
                self._noun(i)

    def _see(self, i: int, actor: Actor) -> None:
        place = place_of(self.parse, i)
        actor.seen(self.parse, i, place, weight_of(place))
        self.memory.touch(actor)

    def _name(self, i: int) -> None:
        e, tokens = self.head_entity[i]
        actor = self.actors[e.entity or ""]
        for k, rule in nominals.beside(self.parse, i, tokens.start, tokens.stop, actor.label):
            actor.kinds.add(self.parse.lemma[k].lower())
            if k not in self.inside:
                self.found[k] = (actor, "nominal", rule)
        self._see(i, actor)

    def _pronoun(self, i: int, barred: frozenset[str]) -> None:
        actor = anaphora.resolve(self.parse, i, self.memory, barred)
        if actor is None:
            return
        gender = anaphora.pronouns()[self.parse.lower[i]]["gender"]
        if gender in ("m", "f") and actor.gender is None:
            actor.gender = gender
        self.found[i] = (actor, "pronoun", "anaphora")
        self._see(i, actor)

    def _noun(self, i: int) -> None:
        parse = self.parse
        noun = parse.lemma[i].lower()
        kind = kinds().get(noun)
        if kind is not None and parse.tag[i] != "NNS" and nominals.is_definite(parse, i):
            inside = frozenset(
                e.entity
                for k in range(parse.left[i], i)
                if (e := self.inside.get(k)) is not None and e.entity
            )
            actor = nominals.resolve(parse, i, self.memory, inside)
            if actor is not None:
                self.found[i] = (actor, "nominal", "definite")
                self._see(i, actor)
                return
        if parse.dep[i] in ("compound", "npadvmod", "nmod", "amod"):
            return
        label = kind[0][0] if kind else "PRODUCT"
        self._see(
            i,
            Actor(
                noun, label, None, gender=(kind[1] or None) if kind else None, plural=parse.tag[i] == "NNS"
            ),
        )

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


def find_references(
    parse: Parse, entities: list[Entity], headlines: Iterable[tuple[int, int]] = ()
) -> list[Reference]:
    """References of a document, in order of the text."""
    walk = Walk(parse, entities, list(headlines))
    walk.run({})
    return walk.references()
