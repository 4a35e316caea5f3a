"""What an article speaks of while it is read: its entities, where they were mentioned last, and how."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claimwire.layers.grammar.heads import root_of
from claimwire.layers.mentions import tokens_of
from claimwire.layers.names.gender import gender_of, gender_told
from claimwire.layers.names.mention import words_of
from claimwire.layers.parse import Parse
from claimwire.layers.references.grammar import number_told, place_of, weight_of
from claimwire.records import Attribution, Entity

# Mentions of one entity that are looked at again
_KEPT = 6


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention: its head token, sentence, paragraph, place in the clause; named: by a name, no pronoun."""

    token: int
    start: int
    end: int
    sent: int
    paragraph: int
    place: str
    weight: float
    named: bool


@dataclass(slots=True)
class Actor:
    """An entity as it is known so far.

    gender: "m", "f" or None; sure: a title or pronoun told it. many: above 0 where its verbs are plural
    ("Larch Foods have closed"), below 0 where they are singular. kinds: nouns that the text calls it by.
    titles: words right before its name.
    """

    entity: str
    name: str
    label: str
    role: str | None = None
    gender: str | None = None
    sure: bool = False
    plural: bool = False
    many: int = 0
    headline: bool = False
    words: frozenset[str] = frozenset()
    kinds: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    employer: str | None = None
    count: int = 0
    recent: list[Occurrence] = field(default_factory=list)
    ahead: list[Occurrence] = field(default_factory=list)

    def seen(self, found: Occurrence) -> None:
        """Note a mention."""
        self.recent = [*self.recent[1 - _KEPT :], found]
        self.count += 1


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution by tokens: those of its source, of its content, and of what is verbatim of it.

    position: its last token.
    """

    source: range
    content: frozenset[int]
    verbatim: frozenset[int]
    position: int

    @property
    def quoted(self) -> bool:
        """Whether some of it is verbatim."""
        return bool(self.verbatim)


class Discourse:
    """The entities and attributions of a document, by token."""

    def __init__(
        self,
        parse: Parse,
        paragraphs: Sequence[tuple[int, int]],
        entities: Iterable[Entity],
        attributions: Iterable[Attribution],
        headlines: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.parse = parse
        self._starts = [s for s, _ in paragraphs]
        self.actors: dict[str, Actor] = {}
        self.at: dict[int, Entity] = {}
        self.heads: dict[int, tuple[Actor, Occurrence]] = {}
        lines = list(headlines)
        for e in entities:
            if e.entity is not None:
                self._add(e, e.entity, lines)
        for actor in self.actors.values():
            actor.ahead.sort(key=lambda o: o.token)
        self.sayings = [s for a in attributions if (s := _saying(parse, a)) is not None]
        self.said_in: dict[int, Saying] = {}
        for s in sorted(self.sayings, key=lambda s: -len(s.content)):
            for i in s.content:
                self.said_in[i] = s  # the innermost, which is the shortest
        self.source_of = {root_of(parse, s.source): s for s in self.sayings if s.source}

    def _add(self, e: Entity, entity: str, headlines: list[tuple[int, int]]) -> None:
        parse = self.parse
        tokens = tokens_of(parse, e.start, e.end)
        if not tokens:
            return
        actor = self.actors.get(entity)
        if actor is None:
            actor = Actor(entity, e.name, e.label, e.role, words=frozenset(words_of(e.name)))
            actor.plural = e.label == "NORP"
            actor.kinds |= set((e.role or "").lower().split())
            self.actors[entity] = actor
        if e.label == "PERSON" and not actor.sure:
            told = gender_told(parse, tokens)
            actor.gender = told or actor.gender or gender_of(e.name)
            actor.sure = bool(told)
        if e.label == "PERSON" and tokens.start:
            actor.titles.add(parse.lower[tokens.start - 1].rstrip("."))
        actor.headline |= any(a <= e.start < b for a, b in headlines)
        for i in tokens:
            self.at[i] = e
        head = root_of(parse, tokens)
        found = self.occurrence(head, True, (e.start, e.end))
        actor.ahead.append(found)
        actor.many += number_told(parse, head)
        self.heads[head] = actor, found

    def occurrence(self, i: int, named: bool, span: tuple[int, int] | None = None) -> Occurrence:
        """The mention headed by token i."""
        parse = self.parse
        place = place_of(parse, i)
        start, end = span or (parse.start[i], parse.end[i])
        return Occurrence(i, start, end, parse.sent[i], self.paragraph(i), place, weight_of(place), named)

    def paragraph(self, i: int) -> int:
        """The index of the paragraph that token i stands in."""
        return bisect_right(self._starts, self.parse.start[i])


def _saying(parse: Parse, a: Attribution) -> Saying | None:
    content = frozenset(i for s in a.content for i in parse.tokens_in(s.start, s.end))
    if not content:
        return None
    source = tokens_of(parse, a.source.start, a.source.end) if a.source is not None else range(0)
    verbatim = frozenset(i for s in a.quotes for i in parse.tokens_in(s.start, s.end))
    return Saying(source, content, verbatim, max([*content, *source]))
