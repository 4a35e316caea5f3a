"""The Ray engine, on a local cluster: the same outcomes in the same order as one process gives."""

from __future__ import annotations

import pytest
from fakes import FakeMaker

from claimwire.articles import Article
from claimwire.batch import serial
from claimwire.records import ErrorRecord

ray = pytest.importorskip("ray", reason="needs ray: pip install claimwire[ray]")


@pytest.fixture(scope="module", autouse=True)
def cluster():
    from pathlib import Path

    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": _path(Path(__file__).parent)}},
    )
    yield
    ray.shutdown()


def _path(*folders) -> str:
    import os
    import sys

    return os.pathsep.join([*map(str, folders), *sys.path])


def articles() -> list[Article]:
    special = {4: "RAISE now"}
    return [
        Article(special.get(i, f"text {i}"), f"a{i}", f"{i}.txt", "2026-01-23", (0, 4) if i % 2 else None)
        for i in range(100)
    ]


def test_outcomes_are_those_of_one_process_in_order():
    from claimwire.batch import ray as engine

    given = articles()
    given[9:9] = [ErrorRecord(source="x", stage="read", error="empty", message="is empty")]
    assert list(engine.run(given, FakeMaker())) == list(serial.run(given, FakeMaker()))


def test_parquet_is_written_by_ray(tmp_path):
    from pyarrow import parquet

    from claimwire.batch import ray as engine

    engine.write_parquet(articles(), FakeMaker(), str(tmp_path / "out"))
    rows = parquet.read_table(tmp_path / "out").to_pylist()
    assert sorted(engine.outcome(r).id for r in rows) == sorted(a.id for a in articles())
    assert sum(bool(r["error"]) for r in rows) == 1
