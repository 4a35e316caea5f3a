"""What is linked, read back from a database as records."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from claimwire.linked import Conflict, EntityMember, Group, LinkedEntity, Member
from claimwire.linking.database import Database

_Rows = defaultdict[str, list[tuple[Any, ...]]]


def groups(database: Database) -> Iterator[Group]:
    """All groups, the earliest first."""
    members, conflicts = _by_owner(database, _MEMBERS), _by_owner(database, _CONFLICTS)
    for id_, kind in database.rows("SELECT id, kind FROM link_groups ORDER BY first, id"):
        yield Group(
            id=id_, kind=kind,
            members=tuple(_member(row) for row in members[id_]),
            conflicts=tuple(_conflict(row) for row in conflicts[id_]),
        )  # fmt: skip


def entities(database: Database) -> Iterator[LinkedEntity]:
    """All entities, those of most documents first."""
    members = _by_owner(database, _ENTITY_MEMBERS)
    rows = database.rows(_ENTITIES)
    for id_, label, name, forms, roles, first, last in rows:
        yield LinkedEntity(
            id=id_, label=label, name=name, forms=_list(forms), roles=_list(roles),
            members=tuple(EntityMember(*row) for row in members[id_]), first=first, last=last,
        )  # fmt: skip


def _by_owner(database: Database, query: str) -> _Rows:
    held: _Rows = defaultdict(list)
    for owner, *row in database.rows(query):
        held[owner].append(tuple(row))
    return held


def _member(row: tuple[Any, ...]) -> Member:
    return Member(*row)


def _conflict(row: tuple[Any, ...]) -> Conflict:
    a, b, field, value_a, value_b, why, superseded = row
    return Conflict(
        a - 1, b - 1, field, (value_a, value_b), why, None if superseded is None else superseded - 1
    )


def _list(held: Any) -> tuple[str, ...]:
    """A list that the database keeps as JSON, which some drivers give as a list and some as text."""
    return tuple(json.loads(held) if isinstance(held, str) else held)


_MEMBERS = """
SELECT group_id, document_id, claim_id, start_char, end_char, text, speaker, value, unit,
       CAST(date AS VARCHAR(10)), CAST(published AS VARCHAR(10)), outlet, confidence
  FROM link_members ORDER BY group_id, id
"""
_CONFLICTS = """
SELECT group_id, a, b, field, value_a, value_b, why, superseded FROM link_conflicts ORDER BY group_id, id
"""
_ENTITIES = """
SELECT id, label, name, forms, roles, CAST(first AS VARCHAR(10)), CAST(last AS VARCHAR(10))
  FROM link_entities ORDER BY documents DESC, id
"""
_ENTITY_MEMBERS = (
    "SELECT entity_id, document_id, entity, name FROM link_entity_members ORDER BY entity_id, id"
)
