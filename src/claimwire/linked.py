"""The records of what is linked across articles, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

GROUP_SCHEMA: Final = "claimwire.group/1"
ENTITY_SCHEMA: Final = "claimwire.entity/1"

GroupKind = Literal["event", "number", "quote", "claim"]
ConflictField = Literal["value", "date", "polarity", "speaker"]


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of a group. Offsets are code points into its article, end-exclusive.

    `value` and `unit` are those of the number that the group is about, else null; `date` is the first day
    that the claim names, else the article's own. `confidence`: how likely the claim belongs to the group,
    0 to 1, the mean of its pairs.
    """

    document: str
    claim: str
    start: int
    end: int
    text: str
    speaker: str | None
    value: float | None
    unit: str | None
    date: str | None
    published: str | None
    outlet: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two members that cannot both be true; `a` and `b` are their places among the members.

    `superseded` is the place of the one that a later article replaced, null where both stand.
    """

    a: int
    b: int
    field: ConflictField
    values: tuple[str, str]
    why: str
    superseded: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims of several articles that state the same, the earliest first."""

    schema: Literal["claimwire.group/1"] = GROUP_SCHEMA
    id: str
    kind: GroupKind
    members: tuple[Member, ...]
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityMember:
    """An entity of one document, by its id there and its name there."""

    document: str
    entity: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEntity:
    """A person, organisation or place as all articles have it.

    `first` and `last` are the publication dates of the first and the last article, null where none is dated.
    """

    schema: Literal["claimwire.entity/1"] = ENTITY_SCHEMA
    id: str
    label: str
    name: str
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    members: tuple[EntityMember, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Articles of one event, in order of publication, and their groups, most outlets first."""

    documents: tuple[str, ...]
    groups: tuple[Group, ...]
    first: str | None
    last: str | None
