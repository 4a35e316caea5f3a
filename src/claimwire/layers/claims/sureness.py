"""Whether a name may take the place of a pronoun or common noun: an edit is made only when it is sure.

A wrong name in `resolved` says what the article does not; a pronoun left standing is only hard to read.
"""

from __future__ import annotations

from claimwire.layers.grammar.expletives import is_expletive
from claimwire.layers.grammar.heads import root_of
from claimwire.layers.mentions import Mentions, tokens_of
from claimwire.layers.parse import Parse
from claimwire.layers.references.anaphors import pronouns
from claimwire.lexicon import words
from claimwire.records import Entity, Reference

# The least probability of a reference whose name is put in; see `SureNames`
LEAST = 0.69
# Sentences before a common noun in which no other entity of its kind may stand
_REACH = 6
_HYPHENS = frozenset("-‐‑–")
# Without a probability, only rules of these names are known to be nearly always right for common nouns
_PRECISE = frozenset({"definite", "office"})
_BODIES = frozenset({"ORG"})


class SureNames:
    """Tells which references are sure enough for their name to be written.

    least: the probability (0..1) that a reference needs where it has one. One without is taken by its kind.
    """

    def __init__(self, mentions: Mentions, least: float = LEAST) -> None:
        self.mentions = mentions
        self.parse = mentions.parse
        self.least = least

    def stretch(self, m: Reference) -> tuple[int, int] | None:
        """The characters that the name of a reference takes the place of, or None where it may not."""
        parse = self.parse
        if not self._is_probable(m) or is_hyphened(parse.text, m.start, m.end):
            return None
        if m.kind == "pronoun":
            return (m.start, m.end) if self._sure_pronoun(m, parse.token_at(m.start)) else None
        return self._noun_phrase(m)

    def _is_probable(self, m: Reference) -> bool:
        known = m.confidence
        if known is not None:
            return known >= self.least
        return m.kind == "pronoun" or m.rule in _PRECISE

    def _sure_pronoun(self, m: Reference, i: int) -> bool:
        row = pronouns().get(self.parse.lower[i])
        if row is None or row["form"] == "reflexive":
            return False
        if row["number"] == "p":  # one name is no "they", and only a body is a "we"
            return row["person"] == "1" and m.label in _BODIES and not _means_all(self.parse, i)
        return self.parse.lower[i] != "it" or not (is_expletive(self.parse, i) or self._is_classed(m, i))

    def _is_classed(self, m: Reference, i: int) -> bool:
        """Whether "it is a …" tells what kind of thing is meant, which only a probability can compare."""
        v = self.parse.head[i]
        if m.confidence is not None or self.parse.lemma[v] != "be":
            return False
        return any(self.parse.pos[c] in ("NOUN", "PRON") for c in self.parse.dependents(v, "attr"))

    def _noun_phrase(self, m: Reference) -> tuple[int, int] | None:
        """The phrase from "the" to its noun, where nothing else of it would be lost or left."""
        parse = self.parse
        tokens = tokens_of(parse, m.start, m.end)
        if not tokens:
            return None
        head, first = root_of(parse, tokens), parse.left[root_of(parse, tokens)]
        if (
            parse.lower[first] != "the"
            or parse.right[head] not in (head, head + 1)
            or parse.dep[head] in _INSIDE
        ):
            return None
        if parse.right[head] > head and parse.tag[head + 1] != "POS":
            return None
        if any(parse.dep[k] not in ("compound", "nmod") for k in range(first + 1, head)):
            return None
        return (parse.start[first], parse.end[parse.right[head]]) if self._is_only_one(m, head) else None

    def _is_only_one(self, m: Reference, head: int) -> bool:
        """Whether the entity bears the title as its own, or is the only one of its kind in reach."""
        if m.rule == "office" or self._bears(m, self.parse.lemma[head].lower()):
            return True
        since = self.parse.sents[max(self.parse.sent[head] - _REACH, 0)][0]
        until = self.parse.sents[self.parse.sent[head]][1]
        near = self.mentions.between(self.parse.start[since], self.parse.end[until - 1])
        return all(e.entity == m.entity for e in near if isinstance(e, Entity) and e.label == m.label)

    def _bears(self, m: Reference, noun: str) -> bool:
        """Whether the article calls this entity, and no other, by the noun ("minister Ann Lee")."""
        if m.label != "PERSON":
            return False
        roles = {e.entity: e.role for e in self.mentions.entities if e.role and e.label == "PERSON"}
        called = [k for k, role in roles.items() if noun in role.lower().split()]
        return called == [m.entity]


_INSIDE = frozenset({"compound", "nmod", "amod", "attr", "appos"})


def is_first_person(parse: Parse, i: int) -> bool:
    """Whether a token is a pronoun of the first person; "US" is none."""
    row = pronouns().get(parse.lower[i])
    return (
        row is not None and row["person"] == "1" and parse.orth[i] != "US" and parse.pos[i] in ("PRON", "DET")
    )


def _means_all(parse: Parse, i: int) -> bool:
    """Whether more than a body is meant: "let us", "our children", "our country"."""
    if i > 0 and parse.lower[i - 1] == "let":
        return True
    return parse.dep[i] == "poss" and parse.lemma[parse.head[i]].lower() in words("everyones_nouns")


def is_hyphened(text: str, start: int, end: int) -> bool:
    """Whether the characters start..end are a part of a compound with a hyphen ("state-run")."""
    return text[max(start - 1, 0) : start] in _HYPHENS or text[end : end + 1] in _HYPHENS
