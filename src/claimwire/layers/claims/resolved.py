"""The text of a clause with pronouns and "the company" replaced by the names they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claimwire.layers.claims.agreement import Edit, possessive, verb_edits
from claimwire.layers.claims.sureness import LEAST, SureNames, is_first_person, is_hyphened
from claimwire.layers.grammar.verbs import subject_of
from claimwire.layers.mentions import Mentions
from claimwire.layers.references.anaphors import pronouns
from claimwire.records import Entity, Reference


class NameWriter:
    """Writes stretches of an article with names in place of what stands for them, where that is sure.

    least: the probability (0..1) that a reference needs for its name to be written. speaker_at: the entity
    whose words stand at an offset, where that is told: a body is "we" only in its own words, since what its
    spokesman means by it is not sure.
    """

    def __init__(
        self,
        mentions: Mentions,
        least: float = LEAST,
        speaker_at: Callable[[int], str | None] | None = None,
    ) -> None:
        self.speaker_at = speaker_at
        self.mentions = mentions
        self.parse = mentions.parse
        self._sure = SureNames(mentions, least)
        self._lone = _lone_surnames(mentions.entities)

    def text(self, start: int, end: int, edits: Iterable[Edit] = (), named: str | None = None) -> str:
        """The characters start..end with every reference inside replaced by its name, possessives right.

        "its" becomes "Amazon's", "he" "Andy Jassy", "the company's" "Amazon's", and the first "Jassy" "Andy
        Jassy"; the verb of a replaced "I" or "we" agrees. What the clause has named before stays as it is:
        "Amazon cut its forecast". The first person is replaced whole or not at all.
        edits: further changes, which go first; named: the entity that they name.
        """
        edits = list(edits)
        said: set[str | None] = {named} if named is not None else set()
        left: set[str | None] = set()  # whom a pronoun that stays as it is stands for
        speakers = self._speakers(start, end)
        for m in self.mentions.between(start, end):
            if m.end > end:
                continue
            if isinstance(m, Entity):
                edits += self._in_full(m) if m.entity not in said else []
                said.add(m.entity)
            elif (
                not is_first_person(self.parse, self.parse.token_at(m.start)) and m.entity not in said | left
            ):
                made = [] if self._is_bound(m, start) else self._edits(m)
                edits += made
                (said if made else left).add(m.entity)
        for i, m in speakers.items():
            edits += self._pronoun_edits(m, i, self.mentions.spoken(m))
        return _apply(self.parse.text, start, end, edits)

    def writes(self, i: int) -> bool:
        """Whether a name takes the place of the pronoun of the third person at token i."""
        m = self.mentions.reference_at(i)
        return m is not None and self._sure.stretch(m) is not None

    def leaves_first_person(self, first: int, stop: int) -> bool:
        """Whether an "I" or "we" among tokens first..stop stays when they are written."""
        own = any(is_first_person(self.parse, i) for i in range(first, stop))
        return own and not self._speakers(*self.parse.chars(first, stop))

    def _speakers(self, start: int, end: int) -> dict[int, Reference]:
        """Who each pronoun of the first person is; nobody unless all of them are known."""
        tokens = [i for i in self.parse.tokens_in(start, end) if is_first_person(self.parse, i)]
        out = {i: m for i in tokens if (m := self._speaker(i)) is not None}
        singular = {m.entity for i, m in out.items() if _number(self.parse.lower[i]) == "s"}
        plural = {m.entity for i, m in out.items() if _number(self.parse.lower[i]) == "p"}
        whole = len(out) == len(tokens) and len(singular) < 2 and len(plural) < 2
        return out if whole else {}

    def _speaker(self, i: int) -> Reference | None:
        m = self.mentions.reference_at(i)
        if m is None or m.kind != "pronoun" or self._sure.stretch(m) is None:
            return None
        own = self.speaker_at is None or _number(self.parse.lower[i]) == "s"
        return m if own or (self.speaker_at and self.speaker_at(m.start) == m.entity) else None

    def _in_full(self, m: Entity) -> list[Edit]:
        """The whole name of a person who is called by the surname alone, which nobody else bears."""
        if (m.entity, m.text) not in self._lone or m.name == m.text:
            return []
        i = self.parse.token_at(m.start)
        apart = any(self.parse.dep[c] in ("det", "amod") for c in self.parse.children[i])  # "the younger Lee"
        return [] if apart or is_hyphened(self.parse.text, m.start, m.end) else [(m.start, m.end, m.name)]

    def _edits(self, m: Reference) -> list[Edit]:
        stretch = self._sure.stretch(m)
        if stretch is None:
            return []
        name = self._cased(m, stretch[0])
        if m.kind == "nominal":
            owns = stretch[1] > m.end
            return [(*stretch, possessive(name) if owns else name)]
        return self._pronoun_edits(m, self.parse.token_at(m.start), name)

    def _is_bound(self, m: Reference, since: int) -> bool:
        """Whether "its" goes with its own clause's subject, which has no name ("the club lost its …")."""
        parse, i = self.parse, self.parse.token_at(m.start)
        if parse.dep[i] != "poss" or m.kind != "pronoun":
            return False
        verb = next((k for k in parse.ancestors(i) if parse.pos[k] in ("VERB", "AUX")), None)
        said = subject_of(parse, verb) if verb is not None else None
        if said is None or not since <= parse.start[said] < m.start or parse.pos[said] != "NOUN":
            return False
        if parse.right[said] >= i:  # "a breach of its rules" is no subject of "its"
            return False
        return self.mentions.at_token(said) is None and parse.lower[i] == "its" and parse.tag[said] == "NN"

    def _cased(self, m: Reference, start: int) -> str:
        spoken = self.mentions.spoken(m)
        begins = spoken != m.name and self.parse.text[start].isupper()
        return spoken[:1].upper() + spoken[1:] if begins else spoken

    def _pronoun_edits(self, m: Reference, i: int, name: str) -> list[Edit]:
        row = pronouns()[self.parse.lower[i]]
        if row["form"] == "possessive" or self.parse.dep[i] == "poss":
            return [(m.start, m.end, possessive(name))]
        singular = row["person"] == "3" and row["number"] == "s"
        return [(m.start, m.end, name), *verb_edits(self.parse, i, singular)]


def _number(word: str) -> str:
    return pronouns()[word]["number"]


def _lone_surnames(entities: Iterable[Entity]) -> set[tuple[str | None, str]]:
    """Entities with the last word of their name, where it is nobody else's in the article."""
    people = {
        (e.entity, e.name) for e in entities if e.label == "PERSON" and len(e.name.split()) in (2, 3, 4)
    }
    bearers: dict[str, set[str | None]] = {}
    for e in entities:
        if e.label == "PERSON":
            bearers.setdefault(e.name.split()[-1] if e.name else "", set()).add(e.entity)
    return {(k, name.split()[-1]) for k, name in people if len(bearers[name.split()[-1]]) == 1}


def _apply(text: str, start: int, end: int, edits: list[Edit]) -> str:
    out, at = [], start
    for a, b, new in sorted(edits, key=lambda e: e[:2]):
        if a >= at and b <= end:
            out += [text[at:a], new]
            at = b
    return "".join(out) + text[at:end]
