"""What makes a clause readable alone: names, its borrowed subject, its relative noun, and what governs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimwire.layers.claims.agreement import Edit, possessive
from claimwire.layers.claims.borrowed import shared_auxiliaries, shared_condition, verb_with_subject
from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.modality import Decision
from claimwire.layers.claims.relatives import gap, is_sure, preposition_of_place, relative_pronoun
from claimwire.layers.claims.resolved import NameWriter
from claimwire.layers.claims.subject import Phrase, antecedent
from claimwire.layers.grammar.verbs import subject_of
from claimwire.layers.parse import Parse

# Words before a subordinator that belong to it
_BEFORE_MARK = frozenset({"even", "just", "now", "so", "partly", "mainly", "largely", "especially"})
_OTHER_PERSONS = frozenset({"i", "we", "you", "they"})


@dataclass(frozen=True, slots=True)
class StandAloneClause:
    """A clause with what is known of it.

    first, stop: its tokens. said: its subject. sign, mode: its polarity and modality.
    """

    parse: Parse
    writer: NameWriter
    clauses: Mapping[int, Clause]
    clause: Clause
    first: int
    stop: int
    said: Phrase | None
    sign: Decision
    mode: Decision

    def text(self) -> str | None:
        """The clause with names for pronouns, and what it borrows put in.

        None for a relative clause whose noun is not sure, which only the sentence around it can tell.
        """
        noun = self._antecedent()
        pronoun = relative_pronoun(self.parse, self.clause, self.first)
        if noun is None and pronoun is not None and self.clause.kind == "relative":
            return None
        if noun is not None and not is_sure(self.parse, self.writer.mentions, self.clause, noun, pronoun):
            return None
        edits, named = self._edits(noun, pronoun)
        start, end = self.parse.chars(self._begin(), self.stop)
        return self._condition() + self.writer.text(start, end, edits, named)

    def _edits(self, noun: Phrase | None, pronoun: int | None) -> tuple[list[Edit], str | None]:
        """The changes to the text, and the entity that they name at its beginning."""
        if self._borrows_subject(pronoun):
            assert self.said is not None
            return list(self._with_subject(self.said)), self._entity(self.said)
        if noun is None:
            return [], None
        if pronoun is None:
            return list(self._at_gap(noun)), None
        return list(self._for_pronoun(pronoun, noun)), self._entity(noun)

    def _begin(self) -> int:
        """The first token behind the subordinator: "although", "even though", "as"."""
        clause, mark = self.clause, self.clause.marker
        if clause.kind != "adverbial" or mark is None or self.parse.dep[mark] != "mark":
            return self.first
        between = (self.parse.lower[k] in _BEFORE_MARK for k in range(self.first, mark))
        said = subject_of(self.parse, clause.head)
        opens = self.first <= mark < clause.group.first and all(between)
        return mark + 1 if opens and said is not None and mark < said < clause.group.stop else self.first

    def _condition(self) -> str:
        tokens = shared_condition(self.parse, self.mode)
        if tokens is None or self.first <= tokens[0] < self.stop:
            return ""
        text = self.writer.text(*self.parse.chars(*tokens))
        return f"{text[:1].lower()}{text[1:]}, "

    def _borrows_subject(self, pronoun: int | None) -> bool:
        if self.said is None or self.said.rule == "existential" or pronoun is not None:
            return False
        outside = self.said.stop <= self.first or self.said.first >= self.stop
        return outside and subject_of(self.parse, self.clause.head) is None

    def _antecedent(self) -> Phrase | None:
        if self.said is not None and self.said.rule == "antecedent":
            return self.said
        clause = self.clause
        if clause.kind != "relative" or clause.head != clause.base:
            return None
        return antecedent(self.parse, clause.head)

    def _with_subject(self, said: Phrase) -> Iterator[Edit]:
        parse, start = self.parse, self.parse.start[self._begin()]
        helpers = shared_auxiliaries(parse, self.clause, self.clauses, self.sign)
        name = self._name(said, first=True)
        yield start, start, " ".join([name, *helpers, ""])
        if not helpers:
            renamed = parse.lower[said.head] in _OTHER_PERSONS and name.lower() != parse.lower[said.head]
            yield from verb_with_subject(parse, self.clause, self.sign, renamed)

    def _for_pronoun(self, pronoun: int, noun: Phrase) -> Iterator[Edit]:
        """The antecedent in the pronoun's place, or where the object that it stands for would be."""
        parse = self.parse
        start, end = parse.start[pronoun], parse.end[pronoun]
        opens = pronoun == self.first
        if parse.tag[pronoun] == "WP$":
            yield start, end, possessive(self._name(noun, opens))
        elif parse.tag[pronoun] == "WRB":
            yield start, end, f"{preposition_of_place(parse, noun)} {self._name(noun)}"
        elif (place := self._place(pronoun)) is not None:
            yield start, parse.start[pronoun + 1], ""
            yield parse.end[place], parse.end[place], f" {self._name(noun)}"
        else:
            yield start, end, self._name(noun, opens)

    def _place(self, pronoun: int) -> int | None:
        """The token behind which the object stood that the pronoun took up: the verb, or its preposition."""
        parse, group = self.parse, self.clause.group
        if parse.dep[pronoun] in ("dobj", "attr") and subject_of(parse, self.clause.head) != pronoun:
            return group.stop - 1
        above = parse.head[pronoun]
        behind = parse.dep[pronoun] == "pobj" and group.stop <= above < self.stop
        return above if behind else None

    def _at_gap(self, noun: Phrase) -> Iterator[Edit]:
        """The antecedent behind the stranded preposition, or the verb, of a clause without pronoun."""
        place = gap(self.parse, self.clause, noun)
        if place is not None and self.first <= place < self.stop:
            at = self.parse.end[place]
            yield at, at, f" {self._name(noun)}"

    def _name(self, noun: Phrase, first: bool = False) -> str:
        """The canonical name of a phrase with a name, else its words. first: whether it opens the text."""
        mentions, parse = self.writer.mentions, self.parse
        named = mentions.of(noun.first, noun.stop, noun.head)
        if named is not None and mentions.reference_at(noun.head) is None:
            return mentions.spoken(named)
        text = self.writer.text(*parse.chars(noun.first, noun.stop))
        small = parse.pos[noun.first] in ("DET", "PRON", "ADP") and parse.orth[noun.first] != "I"
        return (
            text[:1].lower() + text[1:]
            if small and not first and text[:1] == parse.orth[noun.first][:1]
            else text
        )

    def _entity(self, noun: Phrase) -> str | None:
        named = self.writer.mentions.of(noun.first, noun.stop, noun.head)
        return named.entity if named is not None else None
