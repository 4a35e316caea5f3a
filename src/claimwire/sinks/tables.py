"""The one definition of the tables, from which every store makes its own.

A column is a line `name type`; `!` behind the type means that it is never null. Types: `text`, `integer`,
`number`, `boolean`, `date` (a calendar day), `json`. Offsets are code points into the article,
end-exclusive. Keys are the records' own ids, so that the same records give the same rows everywhere;
what has no id of its own is numbered from 1 in its document, in the order of the text.

A new version of the schema may add tables, columns that may be null, indices, and change views: stores then
upgrade what an older claimwire made. The new columns of rows that are there stay null until their document
is loaded again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SCHEMA_VERSION = 3
VERSION_TABLE = "claimwire_schema"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `type` is one of the six words of this module."""

    name: str
    type: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key: `columns` hold the key of `table`."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its primary key, foreign keys and indices."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    links: tuple[Link, ...] = ()
    indices: tuple[tuple[str, ...], ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in the order of a row."""
        return tuple(c.name for c in self.columns)

    @property
    def document_column(self) -> str:
        """The column that holds the id of the document."""
        return "id" if self.name == "documents" else "document_id"


def _column(line: str) -> Column:
    name, type_ = line.split()
    return Column(name, type_.rstrip("!"), type_.endswith("!"))


def _table(
    name: str,
    columns: str,
    key: str = "document_id id",
    links: dict[str, str] | None = None,
    indices: tuple[str, ...] = (),
) -> Table:
    lines = tuple(_column(line) for line in columns.splitlines() if line.strip())
    owners = () if name == "documents" else (Link(("document_id",), "documents"),)
    others = tuple(Link(tuple(cols.split()), table) for cols, table in (links or {}).items())
    return Table(name, tuple(key.split()), lines, owners + others, tuple(tuple(i.split()) for i in indices))


def _link_table(name: str, one: str, other: str, one_type: str = "text") -> Table:
    one_id, other_id = f"{one}_id", f"{other}_id"
    plural = {"entity": "entities", "quantity": "quantities", "date": "dates"}[other]
    return _table(
        name,
        f"document_id text!\n{one_id} {one_type}!\n{other_id} integer!",
        key=f"document_id {one_id} {other_id}",
        links={f"document_id {one_id}": f"{one}s", f"document_id {other_id}": plural},
    )


# Parents stand before their children: rows are written in this order and deleted in the reverse one.
TABLES: tuple[Table, ...] = (
    _table(
        "documents",
        """
        id text!
        source text
        sha256 text!
        date date
        title text
        url text
        reader text
        author text
        date_source text
        language text
        version text
        pipeline text
        model text
        complete boolean!
        text text
        """,
        key="id",
        indices=("date",),
    ),
    _table(
        "document_warnings",
        """
        document_id text!
        id integer!
        code text!
        message text!
        """,
        indices=("code",),
    ),
    _table(
        "entities",
        """
        document_id text!
        id integer!
        start_char integer!
        end_char integer!
        text text!
        label text!
        name text!
        entity text
        role text
        rule text
        confidence number
        """,
        indices=("name", "label name"),
    ),
    _table(
        "references",
        """
        document_id text!
        id integer!
        start_char integer!
        end_char integer!
        text text!
        name text!
        entity text
        kind text!
        label text
        rule text
        confidence number
        """,
        indices=("name",),
    ),
    _table(
        "quantities",
        """
        document_id text!
        id integer!
        start_char integer!
        end_char integer!
        text text!
        value number
        low number
        high number
        modifier text
        change text
        unit text
        per text
        kind text!
        counted text
        counted_start integer
        counted_end integer
        rule text
        """,
        indices=("unit value",),
    ),
    _table(
        "dates",
        """
        document_id text!
        id integer!
        start_char integer!
        end_char integer!
        text text!
        type text!
        value text!
        mod text
        earliest date
        latest date
        anchored boolean!
        rule text
        """,
        indices=("earliest latest",),
    ),
    _table(
        "attributions",
        """
        document_id text!
        id text!
        type text!
        stance text
        speaker text
        speaker_label text
        speaker_entity text
        speaker_role text
        speaker_how text
        speaker_confidence number
        speaker_text text
        speaker_start integer
        speaker_end integer
        cue text
        cue_lemma text
        cue_kind text
        cue_start integer
        cue_end integer
        content text!
        quote text
        medium text
        medium_start integer
        medium_end integer
        confidence number
        rule text
        """,
        indices=("speaker", "stance"),
    ),
    _table(
        "contents",
        """
        document_id text!
        attribution_id text!
        id integer!
        verbatim boolean!
        start_char integer!
        end_char integer!
        text text!
        """,
        key="document_id attribution_id id",
        links={"document_id attribution_id": "attributions"},
    ),
    _table(
        "claims",
        """
        document_id text!
        id text!
        sentence integer!
        start_char integer!
        end_char integer!
        text text!
        resolved text!
        subject text
        subject_name text
        subject_label text
        subject_entity text
        subject_start integer
        subject_end integer
        predicate text
        predicate_lemma text
        predicate_start integer
        predicate_end integer
        polarity text!
        modality text!
        evidential text
        attribution_id text
        confidence number
        resolved_confidence number
        record json!
        """,
        links={"document_id attribution_id": "attributions"},
        indices=("subject_name", "predicate_lemma", "modality polarity", "document_id attribution_id"),
    ),
    _table(
        "arguments",
        """
        document_id text!
        claim_id text!
        id integer!
        role text!
        marker text
        start_char integer!
        end_char integer!
        text text!
        name text
        entity text
        """,
        key="document_id claim_id id",
        links={"document_id claim_id": "claims"},
        indices=("name",),
    ),
    _table(
        "evidence",
        """
        document_id text!
        claim_id text!
        id integer!
        field text!
        rule text!
        start_char integer
        end_char integer
        probability number
        rival text
        """,
        key="document_id claim_id id",
        links={"document_id claim_id": "claims"},
        indices=("field rule",),
    ),
    _link_table("claim_entities", "claim", "entity"),
    _link_table("claim_quantities", "claim", "quantity"),
    _link_table("claim_dates", "claim", "date"),
    _link_table("attribution_dates", "attribution", "date"),
)

BY_NAME: dict[str, Table] = {t.name: t for t in TABLES}


def quoted(name: str) -> str:
    """A column or table name as SQL."""
    return f'"{name}"'


def foreign(names: Iterable[str]) -> str:
    """Why tables are left alone that another program made."""
    other = min(set(names) & set(BY_NAME))
    return f"the table {other!r} there is not claimwire's; name another database"


def too_new(version: int) -> str:
    """Why tables are left alone that a newer claimwire made."""
    return (
        f"the tables have version {version}, this claimwire knows {SCHEMA_VERSION}: install a newer claimwire"
    )
