"""What makes a clause readable alone: its shared subject and auxiliary, and the noun a relative stands for.

"and sold the brand" is read as "Acme sold the brand", "which the storm destroyed" as "the storm destroyed
the bridge", "in which two died" as "in the crash two died".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.modality import Decision, first_conjunct
from claimwire.layers.claims.subject import Phrase, antecedent, is_relative_pronoun
from claimwire.layers.claims.times import is_time
from claimwire.layers.claims.verbs import FINITE, auxiliaries, shares_auxiliary, subject_of
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import Parse
from claimwire.layers.references.resolved import Edit, possessive, resolve_text, third_person
from claimwire.lexicon import words

_DO = {"VBD": "did", "VBZ": "does", "VBP": "do"}
# A present tense beside another is often tagged as a base form
_PRESENT = ("VBP", "VB")
_FAR = 4


@dataclass(frozen=True, slots=True)
class StandAloneClause:
    """A clause with what is known of it. span: its characters; said: its subject; sign: its polarity."""

    parse: Parse
    mentions: Mentions
    clauses: dict[int, Clause]
    clause: Clause
    span: tuple[int, int]
    said: Phrase | None
    sign: Decision

    def text(self) -> str:
        """The clause with names for pronouns, and what it borrows put in."""
        edits, named = self._edits()
        return resolve_text(self.mentions, *self.span, edits=edits, named=named)

    def _edits(self) -> tuple[list[Edit], str | None]:
        """The changes to the text, and the entity that they name at its beginning."""
        if self._borrows_subject():
            assert self.said is not None
            return list(self._with_subject(self.said)), self._entity(self.said)
        noun = self._antecedent()
        if noun is None:
            return [], None
        pronoun = self._pronoun()
        if pronoun is None:
            return list(self._at_gap(noun)), None
        return list(self._for_pronoun(pronoun, noun)), self._entity(noun)

    def _borrows_subject(self) -> bool:
        if self.said is None or self.said.rule == "existential":
            return False
        start, end = self.parse.chars(self.said.first, self.said.stop)
        outside = end <= self.span[0] or start >= self.span[1]
        return outside and self._pronoun() is None and subject_of(self.parse, self.clause.head) is None

    def _antecedent(self) -> Phrase | None:
        if self.said is not None and self.said.rule == "antecedent":
            return self.said
        clause = self.clause
        if clause.kind != "relative" or clause.head != clause.base or self.parse.dep[clause.head] != "relcl":
            return None
        return antecedent(self.parse, clause.head)

    def _pronoun(self) -> int | None:
        """The relative pronoun before the predicate that belongs to the clause itself."""
        parse, clause = self.parse, self.clause
        for k in range(max(clause.group.first - 12, parse.token_at(self.span[0]), 0), clause.group.first):
            if is_relative_pronoun(parse, k) and parse.dep[k] != "mark" and self._is_ours(k):
                return k
        return None

    def _is_ours(self, k: int) -> bool:
        verbs = self.clause.group.verbs
        for _ in range(_FAR):
            k = self.parse.head[k]
            if k in verbs:
                return True
        return False

    def _with_subject(self, said: Phrase) -> Iterator[Edit]:
        parse, verb = self.parse, self.clause.head
        helpers = self._shared_auxiliary()
        yield self.span[0], self.span[0], " ".join([self._name(said, first=True), *helpers, ""])
        if helpers:
            return
        own = next(iter(auxiliaries(parse, verb)), verb)
        if self.sign.rule == "word:nor" and own == verb and parse.tag[verb] in _DO:
            yield parse.start[verb], parse.end[verb], f"{_DO[parse.tag[verb]]} not {parse.lemma[verb]}"
        elif self._is_other_person(said) and (new := third_person(parse, own, _PRESENT)) is not None:
            yield parse.start[own], parse.end[own], new

    def _shared_auxiliary(self) -> list[str]:
        """The auxiliaries, with their negation, that an earlier conjunct lends."""
        parse = self.parse
        first = first_conjunct(parse, self.clause, self.clauses)
        if first is None or not shares_auxiliary(parse, self.clause.head, first.head):
            return []
        out: list[str] = []
        for k in parse.children[first.head]:
            negates = parse.dep[k] == "neg" and self.sign.value == "negated"
            if k > first.head or not (negates or parse.dep[k] in ("aux", "auxpass")):
                continue
            if out and parse.end[k - 1] == parse.start[k]:
                out[-1] += parse.orth[k]
            elif parse.orth[k][:1] not in ("'", "’"):
                out.append(parse.lower[k])
        return out

    def _for_pronoun(self, pronoun: int, noun: Phrase) -> Iterator[Edit]:
        """The antecedent in the pronoun's place, or where the object that it stands for would be."""
        parse = self.parse
        start, end = parse.start[pronoun], parse.end[pronoun]
        if parse.tag[pronoun] == "WP$":
            yield start, end, possessive(self._name(noun, start == self.span[0]))
        elif parse.dep[pronoun] in ("dobj", "attr") and subject_of(parse, self.clause.head) != pronoun:
            follows = parse.start[pronoun + 1]
            yield start, follows, ""
            at = parse.end[self.clause.group.stop - 1]
            yield at, at, f" {self._name(noun)}"
        else:
            yield start, end, self._name(noun, start == self.span[0])

    def _at_gap(self, noun: Phrase) -> Iterator[Edit]:
        """The antecedent behind the stranded preposition, or the verb, of a clause without pronoun."""
        parse, group = self.parse, self.clause.group
        if is_time(parse, noun.head) or parse.lemma[noun.head] in words("adverbial_nouns"):
            return
        below = [c for c in parse.children[group.main] if c > group.main]
        stranded = (c for c in below if parse.dep[c] == "prep" and not parse.children[c])
        place = next(stranded, None)
        if place is None and any(parse.dep[c] in ("dobj", "ccomp", "xcomp", "attr", "acomp") for c in below):
            return
        at = parse.end[group.stop - 1 if place is None else place]
        if self.span[0] < at <= self.span[1]:
            yield at, at, f" {self._name(noun)}"

    def _name(self, noun: Phrase, first: bool = False) -> str:
        """The canonical name that a phrase stands for, else its words. first: whether it opens the text."""
        named = self.mentions.of(noun.first, noun.stop, noun.head)
        if named is not None:
            return self.mentions.spoken(named)
        text = resolve_text(self.mentions, *self.parse.chars(noun.first, noun.stop))
        small = self.parse.pos[noun.first] in ("DET", "PRON", "ADP") and self.parse.orth[noun.first] != "I"
        return text[:1].lower() + text[1:] if small and not first else text

    def _entity(self, noun: Phrase) -> str | None:
        named = self.mentions.of(noun.first, noun.stop, noun.head)
        return named.entity if named is not None else None

    def _is_other_person(self, said: Phrase) -> bool:
        """Whether a name replaces a pronoun that asks for another form of the verb ("we sell")."""
        parse, verb = self.parse, self.clause.head
        replaced = parse.pos[said.head] == "PRON" and self._entity(said) is not None
        finite = parse.tag[verb] in (*FINITE, "VB") or bool(auxiliaries(parse, verb))
        return replaced and finite and parse.lower[said.head] in ("i", "we", "you", "they")
