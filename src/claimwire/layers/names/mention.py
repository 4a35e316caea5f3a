"""A named mention while it is being cleaned, labelled and joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
# Label from the fine tag: an acronym's dots, an apostrophe and a hyphen do not make another name
_WORD = re.compile(r"\w[\w.'’]*")
# A share's symbol at its exchange ("TRN.L", "VLM.OQ"); one letter ("F.N") may be an initial
_TICKER = re.compile(r"[A-Z0-9]{2,6}\.[A-Z]{1,2}")


@dataclass(slots=True)
class NameMention:
    """Tokens first..stop (exclusive), characters start..end; `words` is the normalised form.

    headline, loud: it stands in a headline, in one whose words all have capitals.
    """

    first: int
    stop: int
    start: int
    end: int
    text: str
    label: str
    rule: str
    words: tuple[str, ...] = ()
    title: str | None = None
    alias_of: NameMention | None = None
    headline: bool = False
    loud: bool = False
    votes: dict[str, float] = field(default_factory=dict)
    confidence: float | None = None

    def __post_init__(self) -> None:
        self.words = self.words or words_of(self.text)


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, case folded, without dots, apostrophes and hyphens: ("wal", "mart")."""
    found = (re.sub(r"[.'’]", "", w) for w in _WORD.findall(text.casefold()))
    return tuple(w for w in found if w)


def is_capitalised(word: str) -> bool:
    """Whether a word holds a capital letter ("Amazon", "iPod", "AWS")."""
    return word != word.lower()


def is_ticker(word: str) -> bool:
    """Whether a word is the symbol by which a share is traded, which is no name and no part of one."""
    return _TICKER.fullmatch(word) is not None
