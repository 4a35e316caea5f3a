"""What may stand for a named entity: pronouns by their table, and noun phrases that point back or ahead."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from claimwire.layers.grammar.phrases import core_phrase
from claimwire.layers.names.words import kinds
from claimwire.layers.parse import Parse
from claimwire.layers.references.nominals import is_age, is_definite
from claimwire.lexicon import table
from claimwire.records import ReferenceKind

Class = Literal["he", "she", "it", "they", "I", "we", "person", "body", "place", "thing"]
CLASSES: Final[tuple[Class, ...]] = (
    "he", "she", "it", "they", "I", "we", "person", "body", "place", "thing",
)  # fmt: skip
# Which labels of entities each class can stand for.
_PEOPLE = frozenset({"PERSON"})
_THINGS = frozenset({"ORG", "GPE", "PRODUCT", "FAC", "WORK_OF_ART", "LOC", "LAW", "EVENT", "NORP"})
_MANY = frozenset({"ORG", "GPE", "NORP", "PERSON", "PRODUCT"})
LABELS_OF: Final[dict[Class, frozenset[str]]] = {
    "he": _PEOPLE,
    "she": _PEOPLE,
    "I": _PEOPLE,
    "it": _THINGS,
    "they": _MANY,
    "we": _MANY,
}
_BY_ROW: dict[tuple[str, str, str], Class] = {
    ("3", "s", "m"): "he",
    ("3", "s", "f"): "she",
    ("3", "s", "n"): "it",
    ("3", "p", ""): "they",
    ("1", "s", ""): "I",
    ("1", "p", ""): "we",
}
_BY_LABEL: dict[str, Class] = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place"}
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A token that may stand for an entity, as the head of tokens first..stop (exclusive)."""

    token: int
    first: int
    stop: int
    kind: ReferenceKind
    cls: Class
    form: str
    labels: frozenset[str]

    @property
    def ahead_only(self) -> bool:
        """Whether it can only be somebody who is named later ("a Louisiana man")."""
        return self.form == "indefinite"


@cache
def pronouns() -> dict[str, dict[str, str]]:
    """The rows of pronouns.tsv by word."""
    return {row["word"]: row for row in table("pronouns")}


def anaphors(parse: Parse, names: Container[int], called: Container[str] = ()) -> Iterator[Anaphor]:
    """What may refer, in order of the text.

    names: the tokens of named mentions, which do not. called: what the text calls a name beside it, which may
    refer though it is no usual kind of thing.
    """
    for i in range(len(parse)):
        if parse.pos[i] in ("PRON", "DET"):
            row = pronouns().get(parse.lower[i])
            if row is not None and parse.orth[i] != "US":
                cls = _BY_ROW[row["person"], row["number"], row["gender"]]
                yield Anaphor(i, i, i + 1, "pronoun", cls, row["form"], LABELS_OF[cls])
        elif i not in names and (parse.pos[i] in ("NOUN", "PROPN") or parse.lower[i] == "old"):
            yield from _nominal(parse, i, called)


def _nominal(parse: Parse, i: int, called: Container[str]) -> Iterator[Anaphor]:
    kind = kinds().get(parse.lemma[i].lower())
    labels = frozenset(kind[0]) if kind else _PEOPLE if parse.lower[i] == "old" else frozenset()
    known = kind or is_age(parse, i)
    if parse.tag[i] == "NNS" or not (known or parse.lemma[i].lower() in called):
        return
    first, stop = core_phrase(parse, i)
    if parse.dep[i] in ("appos", "attr", "compound", "npadvmod", "nmod", "amod"):
        return
    if is_definite(parse, i) or (known and not kind):
        form = "definite"
    elif kind and any(parse.tag[c] == "PRP$" for c in parse.children[i]):
        form = "owned"
    elif parse.lower[first] in _ARTICLES and labels == _PEOPLE:
        form = "indefinite"
    else:
        return
    usual = kind[0][0] if kind else "PERSON" if labels else ""
    yield Anaphor(i, first, stop, "nominal", _BY_LABEL.get(usual, "thing"), form, labels)
