"""The folder of Parquet files: types, upgrade, and loads that were stopped."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claimwire.sinks.arrow import VERSION_KEY
from claimwire.sinks.errors import SinkError
from claimwire.sinks.tables import SCHEMA_VERSION, TABLES

from .asking import ask, everything, store
from .samples import HARBOUR, copies


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "news.parquet"


def test_one_typed_file_a_table(folder):
    store(str(folder), [HARBOUR])
    assert {p.name for p in folder.glob("*.parquet")} == {f"{t.name}.parquet" for t in TABLES}
    schema = pq.read_schema(folder / "dates.parquet")
    assert schema.field("earliest").type == pa.date32()
    assert pq.read_schema(folder / "quantities.parquet").field("value").type == pa.float64()
    assert pq.read_schema(folder / "documents.parquet").field("complete").type == pa.bool_()


def test_files_of_an_older_schema_keep_their_rows(folder):
    store(str(folder), copies(2))
    path = folder / "quantities.parquet"
    older = pq.read_table(path).drop_columns(["rule"]).replace_schema_metadata({VERSION_KEY: b"1"})
    pq.write_table(older, path)
    (folder / "evidence.parquet").unlink()
    store(str(folder), [HARBOUR])
    assert pq.read_schema(path).metadata[VERSION_KEY] == str(SCHEMA_VERSION).encode()
    assert ask(str(folder), "SELECT document_id, COUNT(*) FROM quantities GROUP BY 1 ORDER BY 1") == [
        ("doc0", 2),
        ("doc1", 2),
        ("harbour", 2),
    ]


@pytest.mark.parametrize(
    ("metadata", "message"),
    [({VERSION_KEY: b"99"}, "version 99.*install a newer claimwire"), ({}, "is not claimwire's")],
)
def test_files_of_others_are_left_alone(folder, metadata, message):
    store(str(folder), [HARBOUR])
    path = folder / "documents.parquet"
    pq.write_table(pq.read_table(path).replace_schema_metadata(metadata), path)
    before = path.read_bytes()
    with pytest.raises(SinkError, match=message):
        store(str(folder), copies(1))
    assert path.read_bytes() == before


def test_a_load_stopped_before_its_end_leaves_no_trace(folder):
    store(str(folder), [HARBOUR])
    before = everything(str(folder))
    (folder / "claims.parquet.new").write_bytes(b"half a file")
    store(str(folder), [HARBOUR])
    assert everything(str(folder)) == before
    assert not list(folder.glob("*.new"))


def test_a_load_stopped_while_putting_files_in_place_is_finished(folder):
    store(str(folder), copies(2))
    for table in TABLES[5:]:
        path = folder / f"{table.name}.parquet"
        path.rename(folder / f"{table.name}.parquet.new")
    (folder / ".commit").touch()
    store(str(folder), copies(1))
    assert ask(str(folder), "SELECT COUNT(*) FROM claims") == [(6,)]
    assert not (folder / ".commit").exists()
