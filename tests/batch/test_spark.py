"""The recipe for Spark: as Spark calls it, and within Spark where pyspark is installed."""

from __future__ import annotations

import json

import pytest
import spark_recipe

from tests.pipelines import loaded

ROWS = [{"id": f"a{i}", "date": "2026-01-23", "text": f"Acme said it cut {i + 2} jobs."} for i in range(6)]
IDS = [row["id"] for row in ROWS]


def ids(lines: list[str]) -> list[str]:
    return [json.loads(line)["id"] for line in lines]


def test_batches_of_arrow_give_batches_of_arrow(monkeypatch):
    monkeypatch.setattr("claimwire.pipeline.load", loaded)
    pa = pytest.importorskip("pyarrow", reason="needs pyarrow: pip install claimwire[tables]")
    batches = [pa.RecordBatch.from_pylist(ROWS[:4]), pa.RecordBatch.from_pylist(ROWS[4:])]
    found = [row for batch in spark_recipe.records(iter(batches)) for row in batch.to_pylist()]
    assert [row["id"] for row in found] == ids([row["lines"] for row in found]) == IDS
    assert not any(row["error"] for row in found)


@pytest.mark.slow
def test_on_spark():
    sql = pytest.importorskip("pyspark.sql", reason="needs pyspark and Java")
    spark = sql.SparkSession.builder.master("local[1]").getOrCreate()
    articles = spark.createDataFrame(ROWS, "id string, date string, text string")
    rows = articles.mapInArrow(spark_recipe.records, "id string, lines string, error string").collect()
    assert sorted(ids([row["lines"] for row in rows])) == IDS
