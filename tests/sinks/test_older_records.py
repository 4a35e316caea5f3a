"""Records that an earlier claimwire wrote are read as today's, what they lack taking its default."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from claimwire.records import Claim, ClaimRecord, Document, claim_records
from claimwire.sinks.reading import decoded, documents

from .samples import HARBOUR

# What version 2 added, by the keys that tell where a record stands.
ADDED = {
    "sha256": ("author", "date_source", "language", "warnings"),
    "polarity": ("evidential", "resolved_confidence"),
    "cue": ("stance",),
    "role": ("confidence",),
    "kind": ("per",),
    "rule": ("probability", "rival"),
}


def first_version(record: Document | ClaimRecord) -> bytes:
    """A record as version 1 of its schema had it."""
    form = "claim" if isinstance(record, ClaimRecord) else "document"
    old = _without_additions(msgspec.to_builtins(record))
    return msgspec.json.encode(old | {"schema": f"claimwire.{form}/1"})


def _without_additions(value: object) -> object:
    if isinstance(value, list | tuple):
        return [_without_additions(item) for item in value]
    if not isinstance(value, dict):
        return value
    gone = {key for sign, keys in ADDED.items() if sign in value for key in keys}
    # an attribution's and a claim's own confidence was there from the start
    gone -= {"confidence"} if value.keys() & {"content", "polarity"} else set()
    return {key: _without_additions(item) for key, item in value.items() if key not in gone}


@pytest.mark.parametrize("record", [HARBOUR, *claim_records(HARBOUR)], ids=lambda r: r.id)
def test_a_record_of_the_first_version_is_read_as_one_of_today(record):
    line = first_version(record)
    assert b"/1" in line and b"stance" not in line and b"evidential" not in line
    read = decoded(line, type(record))
    assert first_version(read) == line
    assert read.schema == record.schema
    assert _added(msgspec.to_builtins(read)) <= {None, "asserts", ()}


def _added(value: object) -> set[object]:
    """What a record of today has in the fields that version 2 added."""
    if isinstance(value, list | tuple):
        return set().union(*map(_added, value))
    if not isinstance(value, dict):
        return set()
    own = {value[k] for k in value.keys() - _without_additions(value).keys()}
    return own.union(*map(_added, value.values()))


def test_a_file_may_hold_both_versions(tmp_path):
    path = tmp_path / "documents.jsonl"
    other = replace(HARBOUR, id="other", language="en")
    path.write_bytes(first_version(HARBOUR) + b"\n" + msgspec.json.encode(other) + b"\n")
    first, second = (loaded.document for loaded in documents(path))
    assert (first.id, first.language, second) == (HARBOUR.id, None, other)


def test_a_claim_record_has_every_field_of_a_claim():
    assert set(Claim.__dataclass_fields__) <= set(ClaimRecord.__dataclass_fields__)
