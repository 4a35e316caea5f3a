"""What the walk through an article has decided so far, as later decisions look at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimwire.layers.references.rivals import Rivals


@dataclass(slots=True)
class Memory:
    """Answers of the walk.

    speakers: position of a saying -> entity of its source. last: the entity that spoke last. taken: class of
    a pronoun, or noun -> the entity it stood for last. opened: class -> token of the latest pronoun of the
    class that stands for no name. nominals: tokens of the noun phrases that stand for a name.
    """

    rivals: Rivals
    speakers: dict[int, str] = field(default_factory=dict)
    last: str | None = None
    taken: dict[str, str] = field(default_factory=dict)
    opened: dict[str, int] = field(default_factory=dict)
    nominals: set[int] = field(default_factory=set)
