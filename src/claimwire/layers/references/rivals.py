"""Common nouns that no name stands for, of whom a pronoun may speak: "The driver hit Ann Lee. He fled." """

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from claimwire.layers.names.words import kinds
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_INSIDE_A_NAME = frozenset({"compound", "npadvmod", "nmod", "amod"})
_GENDERS = {"he": "m", "she": "f"}
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Rival:
    """A common noun at a token. gender: "m", "f" or "" where a person's is not known."""

    token: int
    sent: int
    noun: str
    subject: bool
    plural: bool
    person: bool
    gender: str

    def agrees(self, cls: str) -> bool:
        """Whether a pronoun of this class can mean it."""
        if cls in _GENDERS:
            return self.person and not self.plural and self.gender in ("", _GENDERS[cls])
        if cls == "it":
            return not self.plural and not self.person
        return cls == "they" and self.plural


class Rivals:
    """The common nouns of a text in order, without those that stand for a name."""

    def __init__(self, parse: Parse, named: Container[int]) -> None:
        self._all = [r for i in range(len(parse)) if i not in named and (r := _rival(parse, i)) is not None]
        self._at = [r.token for r in self._all]

    def called(self, stop: int, noun: str, answered: Container[int]) -> list[Rival]:
        """Singular ones with this noun before a token, but for tokens answered."""
        some = self._all[: bisect_left(self._at, stop)]
        return [r for r in some if r.noun == noun and not r.plural and r.token not in answered]

    def between(self, first: int, stop: int, cls: str, answered: Container[int]) -> list[Rival]:
        """Those at tokens first..stop (exclusive) that agree with a class, but for tokens answered."""
        some = self._all[bisect_left(self._at, first) : bisect_left(self._at, stop)]
        return [r for r in some if r.agrees(cls) and r.token not in answered]


def _rival(parse: Parse, i: int) -> Rival | None:
    if parse.pos[i] != "NOUN" or parse.dep[i] in _INSIDE_A_NAME:
        return None
    noun = parse.lemma[i].lower()
    person, gender = _person(noun)
    plural = parse.tag[i] == "NNS"
    return Rival(i, parse.sent[i], noun, parse.dep[i] in _SUBJECTS, plural, person, gender)


@cache
def _person(noun: str) -> tuple[bool, str]:
    labels, gender = kinds().get(noun, ((), ""))
    return bool(labels) and labels[0] == "PERSON" or noun in words("people_nouns"), gender
