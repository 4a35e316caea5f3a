"""Entities of all linked documents, written where they differ from what is there."""

from __future__ import annotations

import hashlib
import json

import msgspec

from claimwire.linked import LinkedEntity
from claimwire.linking.database import Database
from claimwire.linking.digest import Named
from claimwire.linking.entities import join, mentions
from claimwire.linking.neighbours import met
from claimwire.linking.tables import BY_NAME
from claimwire.sinks.rows import Row

_decode = msgspec.json.Decoder(tuple[Named, ...]).decode


def write_entities(database: Database) -> None:
    """Join the entities of all linked documents and write those that are new or changed."""
    joined = {e.id: e for e in _joined(database)}
    marks = {id_: _mark(e) for id_, e in joined.items()}
    there = dict(database.rows("SELECT id, mark FROM link_entities"))
    changed = [id_ for id_ in joined if there.get(id_) != marks[id_]]
    old = [id_ for id_, mark in there.items() if marks.get(id_) != mark]
    database.delete("link_entities", "id", old)
    database.delete("link_entity_members", "entity_id", old)
    database.insert(BY_NAME["link_entities"], [_row(joined[i], marks[i]) for i in changed])
    members = [
        (id_, n, m.document, m.entity, m.name)
        for id_ in changed
        for n, m in enumerate(joined[id_].members, 1)
    ]
    database.insert(BY_NAME["link_entity_members"], members)


def _joined(database: Database) -> list[LinkedEntity]:
    near = met(database.rows("SELECT document_id, other_id FROM link_neighbours"))
    rows = database.rows("SELECT document_id, CAST(published AS VARCHAR(10)), entities FROM link_documents")
    found = [m for id_, date, entities in rows for m in mentions(id_, date, _decode(entities))]
    return join(found, near)


def _mark(e: LinkedEntity) -> str:
    return hashlib.blake2b(msgspec.json.encode(e), digest_size=8).hexdigest()


def _row(e: LinkedEntity, mark: str) -> Row:
    lists = json.dumps(e.forms, ensure_ascii=False), json.dumps(e.roles, ensure_ascii=False)
    documents = len({m.document for m in e.members})
    return (e.id, mark, e.label, e.name, *lists, documents, e.first, e.last)
