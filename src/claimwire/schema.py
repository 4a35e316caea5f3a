"""The JSON Schema (2020-12) of the records, generated from their types.

The schemas lie in `schemas/` beside this module; a test keeps them equal to what is generated. To write
them again: `python -m claimwire.schema`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from claimwire.linked import Group, LinkedEntity
from claimwire.records import ClaimRecord, Document, ErrorRecord

DIALECT = "https://json-schema.org/draft/2020-12/schema"
RECORDS: dict[str, type] = {
    "claim": ClaimRecord,
    "document": Document,
    "error": ErrorRecord,
    "group": Group,
    "entity": LinkedEntity,
}
FOLDER = Path(__file__).parent / "schemas"


def schema(name: str) -> dict[str, Any]:
    """The schema of a record form, one of RECORDS. Every key is required; more may come."""
    (root,), parts = msgspec.json.schema_components([RECORDS[name]], ref_template="#/$defs/{name}")
    own = root["$ref"].rsplit("/", 1)[1]
    for part in parts.values():
        _require_all(part)
    body = parts.pop(own)
    identity = body["properties"]["schema"]
    return {
        "$schema": DIALECT,
        "$id": f"urn:claimwire:{name}:{identity['enum'][0].rsplit('/', 1)[1]}",
        **body,
        "$defs": dict(sorted(parts.items())),
    } | {"properties": {"schema": {"const": identity["enum"][0]}, **_without(body["properties"], "schema")}}


def _require_all(part: dict[str, Any]) -> None:
    """Output always has every key (null or [] where there is nothing), so none has a default."""
    if "properties" in part:
        part["required"] = list(part["properties"])
        for value in part["properties"].values():
            value.pop("default", None)


def _without(properties: dict[str, Any], key: str) -> dict[str, Any]:
    return {k: v for k, v in properties.items() if k != key}


def committed(name: str) -> str:
    """The text of the schema file that the package ships."""
    return (FOLDER / f"{name}.schema.json").read_text("utf-8")


def printed(name: str) -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for record in RECORDS:
        (FOLDER / f"{record}.schema.json").write_text(printed(record), "utf-8")
