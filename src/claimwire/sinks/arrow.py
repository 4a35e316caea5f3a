"""Rows as Arrow tables, which Parquet files and DuckDB take whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimwire.sinks.errors import require
from claimwire.sinks.rows import Row
from claimwire.sinks.tables import SCHEMA_VERSION, Table

if TYPE_CHECKING:
    import pyarrow as pa

VERSION_KEY = b"claimwire_schema"


def schema(table: Table) -> pa.Schema:
    """The columns of a table as Arrow types; JSON is text. The schema's version stands in the metadata."""
    pa = require("pyarrow", "parquet", "Parquet")
    types: dict[str, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "json": pa.string(),
    }
    required = {c.name for c in table.columns if c.required} | set(table.key)
    fields = [pa.field(c.name, types[c.type], nullable=c.name not in required) for c in table.columns]
    return pa.schema(fields, metadata={VERSION_KEY: str(SCHEMA_VERSION).encode()})


def arrow_table(table: Table, rows: list[Row]) -> pa.Table:
    """Rows of a table as an Arrow table."""
    pa = require("pyarrow", "parquet", "Parquet")
    wanted = schema(table)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)

    def array(values: Any, type_: Any) -> Any:
        # Days are ISO text in rows; Arrow reads them as it casts.
        return (
            pa.array(values, pa.string()).cast(type_) if pa.types.is_date(type_) else pa.array(values, type_)
        )

    arrays = [array(values, field.type) for values, field in zip(columns, wanted, strict=True)]
    return pa.Table.from_arrays(arrays, schema=wanted)
