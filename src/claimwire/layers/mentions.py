"""Which named entity a noun phrase is: the entities and references layers, indexed by token.

Later layers (speakers, subjects, arguments) ask here and need not know how names were found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.grammar.heads import root_of
from claimwire.layers.names.mention import is_ticker
from claimwire.layers.parse import Parse, parse_of
from claimwire.lexicon import words
from claimwire.records import Entity, Reference

# A person or an organisation can be a speaker or an agent under a nationality's name only by a noun phrase
# that is no name ("the Americans"), so that these are never the name of a subject.
_NEVER = frozenset({"NORP"})
_APPOSITIVE = ("appos",)


@dataclass(frozen=True, slots=True)
class Named:
    """The named entity that a phrase stands for. `role` is the entity's ("CEO"), where the text gives one.

    `confidence`: how sure the name, or the reference to it, is.
    """

    name: str
    label: str | None
    entity: str | None
    role: str | None = None
    confidence: float | None = None


class Mentions:
    """The named mentions and resolved references of a Doc, built once and asked by token or by place."""

    def __init__(self, doc: Doc) -> None:
        self._build(parse_of(doc), store.get(doc, "entities"), store.get(doc, "references"))

    @classmethod
    def from_records(
        cls, parse: Parse, entities: Iterable[Entity], references: Iterable[Reference] = ()
    ) -> Mentions:
        """The same from records that are not stored yet."""
        self = cls.__new__(cls)
        self._build(parse, list(entities), list(references))
        return self

    def _build(self, parse: Parse, entities: list[Entity], references: list[Reference]) -> None:
        self.parse = parse
        self.entities = entities
        self.references = references
        self._roles = {e.entity: e.role for e in entities if e.role}
        self._all: list[Entity | Reference] = sorted([*entities, *references], key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._all]
        self._articled = _articled(parse, entities)
        self._entity_at: dict[int, Entity] = {}
        self._reference_at: dict[int, Reference] = {}
        for e in entities:
            for i in tokens_of(parse, e.start, e.end):
                self._entity_at[i] = e
        for r in references:
            tokens = tokens_of(parse, r.start, r.end)
            if tokens:
                self._reference_at[root_of(parse, tokens)] = r

    def of(self, first: int, stop: int, head: int) -> Named | None:
        """The named entity that the noun phrase of tokens first..stop (exclusive) with this head is.

        The name that covers its head, or a name in apposition ("The carmaker General Motors", "Larch, a
        bank"), or one that it is called by ("a robot called Zed"), or what its head was resolved to. None for
        a phrase of several coordinated heads and for a nationality.
        """
        own = self._entity_at.get(head)
        for c in self.parse.children[head]:
            if (
                self.parse.dep[c] == "conj"
                and first <= c < stop
                and (own is None or self._entity_at.get(c) is not own)
            ):
                return None
        found = self.at_token(head) or self._appositive(first, stop, head)
        if found is None and first < head and is_ticker(self.parse.orth[head]):
            return self.at_token(head - 1)
        return found or self._called(first, stop, head) or self._apposed(head)

    def at_token(self, i: int) -> Named | None:
        """The named entity whose mention covers token i, or that the reference headed by it stands for."""
        entity = self._entity_at.get(i)
        if entity is not None and entity.label not in _NEVER:
            return self._named(entity)
        reference = self._reference_at.get(i)
        return self._named(reference) if reference is not None else None

    def covering(self, i: int) -> Entity | None:
        """The named mention that covers token i."""
        return self._entity_at.get(i)

    def reference_at(self, i: int) -> Reference | None:
        """The resolved reference that token i heads."""
        return self._reference_at.get(i)

    def named_in(self, tokens: range, entity: str | None) -> bool:
        """Whether one of the tokens belongs to a name of the entity."""
        return any((e := self._entity_at.get(i)) is not None and e.entity == entity for i in tokens)

    def spoken(self, m: Reference | Named) -> str:
        """The name as it stands in running text: with "the", where the article says it with it."""
        return f"the {m.name}" if m.entity in self._articled else m.name

    def between(self, start: int, end: int) -> list[Entity | Reference]:
        """Mentions and references that begin inside the characters start..end, in order of the text."""
        a, b = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._all[a:b]

    def _appositive(self, first: int, stop: int, head: int) -> Named | None:
        for c in self.parse.dependents(head, *_APPOSITIVE):
            if first <= c < stop and (found := self.at_token(c)) is not None:
                return found
        return None

    def _called(self, first: int, stop: int, head: int) -> Named | None:
        """The name that a participle behind a noun gives it ("the driver, identified as Ann Lee")."""
        parse = self.parse
        for c in parse.dependents(head, "acl"):
            if not (first <= c < stop and parse.lemma[c] in words("name_giving_verbs")):
                continue
            given = [*parse.dependents(c, "oprd", "attr", "dobj", "xcomp")]
            for p in parse.dependents(c, "prep"):
                given += parse.children[p] if parse.lower[p] == "as" else []
            return next((n for k in given if k > c and (n := self.at_token(k)) is not None), None)
        return None

    def _apposed(self, head: int) -> Named | None:
        """The name that a noun stands behind in apposition ("Larch, a bank that …")."""
        above = self.parse.head[head]
        if self.parse.dep[head] != "appos" or self.parse.tag[head] != "NN" or above not in self._entity_at:
            return None
        return self.at_token(above)

    def _named(self, m: Entity | Reference) -> Named:
        return Named(m.name, m.label, m.entity, self._roles.get(m.entity), m.confidence)


def _articled(parse: Parse, entities: Iterable[Entity]) -> set[str | None]:
    """The entities whose full name stands with "the" more often than without."""
    balance: Counter[str | None] = Counter()
    for e in entities:
        if e.text == e.name and not _modifies(parse, e):
            balance[e.entity] += 1 if _has_article(parse, e) else -1
    return {entity for entity, more in balance.items() if more > 0}


def _modifies(parse: Parse, e: Entity) -> bool:
    """Whether a name stands before a noun, where its own article is not said ("a White House aide")."""
    tokens = tokens_of(parse, e.start, e.end)
    return bool(tokens) and parse.dep[root_of(parse, tokens)] in ("compound", "nmod", "amod")


def _has_article(parse: Parse, e: Entity) -> bool:
    """Whether "the" stands before a name and belongs to it, not to a noun behind ("the Ohio governor")."""
    i = parse.token_at(e.start)
    if i <= 0 or parse.lower[i - 1] != "the" or parse.sent[i - 1] != parse.sent[i]:
        return False
    return parse.head[i - 1] in tokens_of(parse, e.start, e.end)


def tokens_of(parse: Parse, start: int, end: int) -> range:
    """Tokens that overlap the characters start..end, also one that begins before them."""
    found = parse.tokens_in(start, end)
    first = max(parse.token_at(start), 0)
    if len(parse) and parse.start[first] < end and parse.end[first] > start:
        return range(first, max(found.stop, first + 1))
    return found
