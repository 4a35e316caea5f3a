"""The tables of what is linked, beside those of the documents, and the views that answer what people ask.

`link_documents`, `link_terms`, `link_neighbours` and `link_pairs` are what later runs continue from; the
others are the answer. Links name documents and claims by their ids; there are no foreign keys, because a
document may be loaded again before it is linked again.
"""

from __future__ import annotations

from typing import Final

from claimwire.sinks.tables import Column, Table

LINKS_VERSION: Final = 2
VERSION_TABLE: Final = "link_schema"


def _table(name: str, key: str, columns: str, *indices: str) -> Table:
    made = []
    for line in columns.split(","):
        column, type_ = line.split()
        made.append(Column(column, type_.rstrip("!"), type_.endswith("!")))
    return Table(name, tuple(key.split()), tuple(made), (), tuple(tuple(i.split()) for i in indices))


TABLES: Final[tuple[Table, ...]] = (
    _table(VERSION_TABLE, "version", "version integer!, weights text!"),
    _table(
        "link_documents", "document_id",
        "document_id text!, mark text!, published date, outlet text, title text, digest text!,"
        " entities text!",
    ),
    _table("link_terms", "document_id term", "document_id text!, term text!, weight number!", "term"),
    _table("link_neighbours", "document_id other_id", "document_id text!, other_id text!", "other_id"),
    _table(
        "link_pairs", "document_id place other_id other_place",
        "component text!, document_id text!, place integer!, other_id text!, other_place integer!,"
        " score number!",
        "component", "other_id",
    ),
    _table(
        "link_groups", "id",
        "id text!, component text!, kind text!, label text!, members integer!, documents integer!,"
        " conflicts integer!, first date, last date",
        "component", "kind",
    ),
    _table(
        "link_members", "group_id id",
        "group_id text!, id integer!, document_id text!, claim_id text!, start_char integer!,"
        " end_char integer!, text text!, speaker text, value number, unit text, date date, published date,"
        " outlet text, confidence number!",
        "document_id claim_id", "speaker",
    ),
    _table(
        "link_conflicts", "group_id id",
        "group_id text!, id integer!, a integer!, b integer!, field text!, value_a text!, value_b text!,"
        " why text!, superseded integer",
    ),
    _table(
        "link_entities", "id",
        "id text!, mark text!, label text!, name text!, forms json!, roles json!, documents integer!,"
        " first date, last date",
        "name",
    ),
    _table(
        "link_entity_members", "entity_id id",
        "entity_id text!, id integer!, document_id text!, entity text!, name text!", "document_id entity",
    ),
)  # fmt: skip

BY_NAME: Final[dict[str, Table]] = {t.name: t for t in TABLES}

# Who carries one quotation: one row a member, the earliest of each group marked by `place` 1.
_SAME_QUOTE = """
SELECT m.group_id, m.id AS place, m.outlet, m.published, m.speaker, m.text, g.documents, m.document_id,
       m.claim_id
  FROM link_groups g JOIN link_members m ON m.group_id = g.id WHERE g.kind = 'quote'
"""

# Two statements that cannot both be true; `superseded` says which one a later article replaced, if one did.
_CONTRADICTIONS = """
SELECT c.group_id, c.field, c.value_a, c.value_b, c.why, a.outlet AS outlet_a, a.published AS published_a,
       a.text AS text_a, b.outlet AS outlet_b, b.published AS published_b, b.text AS text_b,
       CASE c.superseded WHEN c.a THEN 'a' WHEN c.b THEN 'b' END AS superseded,
       a.document_id AS document_a, a.claim_id AS claim_a, b.document_id AS document_b, b.claim_id AS claim_b
  FROM link_conflicts c
  JOIN link_members a ON a.group_id = c.group_id AND a.id = c.a
  JOIN link_members b ON b.group_id = c.group_id AND b.id = c.b
"""

# Who had it first, and how many others have it; of one day the order is that of the documents' ids.
_FIRST_SAID = """
SELECT m.group_id, g.kind, m.published, m.outlet, m.speaker, m.text, g.documents, g.last, m.document_id,
       m.claim_id
  FROM link_groups g JOIN link_members m ON m.group_id = g.id AND m.id = 1
"""

# One row for an entity and a document that names it, however it does.
_BY_ENTITY = """
SELECT e.id AS entity_id, e.name, e.label, e.documents, m.name AS named, d.published, d.outlet,
       m.document_id, m.entity
  FROM link_entities e
  JOIN link_entity_members m ON m.entity_id = e.id
  JOIN link_documents d ON d.document_id = m.document_id
"""

VIEWS: Final[dict[str, str]] = {
    "v_same_quote": _SAME_QUOTE.strip(),
    "v_contradictions": _CONTRADICTIONS.strip(),
    "v_first_said": _FIRST_SAID.strip(),
    "v_by_entity": _BY_ENTITY.strip(),
}
