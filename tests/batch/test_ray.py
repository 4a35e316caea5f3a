"""The Ray engine, on a local cluster: the same outcomes in the same order as one process gives."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fakes import FakeMaker

from claimwire.articles import Article, ReadOptions, read_articles
from claimwire.batch import serial
from claimwire.batch.folder import OutputFolder
from claimwire.records import ErrorRecord

pytestmark = pytest.mark.slow
ray = pytest.importorskip("ray", reason="needs ray: pip install claimwire[ray]")


@pytest.fixture(scope="module", autouse=True)
def cluster():
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
    special = {4: "RAISE now", 6: "LACK now"}
    return [
        Article(special.get(i, f"text {i}"), f"a{i}", f"{i}.txt", "2026-01-23", (0, 4) if i % 2 else None)
        for i in range(100)
    ]


def test_outcomes_are_those_of_one_process_in_order():
    from claimwire.batch import ray as engine

    given = articles()
    given[9:9] = [ErrorRecord(source="x", stage="read", error="empty", message="is empty")]
    rows = engine.outcomes(given, FakeMaker()).take_all()
    assert [engine.outcome(row) for row in rows] == list(serial.run(given, FakeMaker()))


def write_news(folder: Path) -> list[str]:
    """Articles in files of several kinds, some broken, some with the id of another; the inputs' names."""
    folder.mkdir()
    for n in range(20):
        (folder / f"n{n:02}.txt").write_text(f"text {n}")
    (folder / "n03.txt").write_bytes(b"\x00")
    (folder / "n05.txt").write_text("RAISE now")
    (folder / "story.md").write_text("---\nid: n04\ndate: 2026-01-23\n---\nthe id of another\n")
    lines = [json.dumps({"id": f"line{n}", "text": f"line {n} " + "word " * 30}) for n in range(1500)]
    lines[700:700] = ["{", json.dumps({"id": "line3", "text": "again"})]
    (folder / "lines.jsonl").write_text("\n".join(lines))
    return [str(folder), str(folder / "gone.txt")]


def test_ray_reads_the_files(tmp_path, monkeypatch):
    from claimwire.batch import ray as engine

    names = write_news(tmp_path / "news")
    expected = list(serial.run(read_articles(names), FakeMaker()))
    assert len(expected) == 1524 and sum(isinstance(o, ErrorRecord) for o in expected) == 6

    def refuse(*_):
        raise AssertionError("the driver reads")

    with monkeypatch.context() as patch:
        patch.setattr(engine, "read_place", refuse)
        assert list(engine.extract(names, ReadOptions(), FakeMaker())) == expected
    monkeypatch.setattr(engine, "_shared", lambda *_: False)
    assert list(engine.extract(names, ReadOptions(), FakeMaker())) == expected


def test_relative_paths_are_seen_from_where_the_run_began(tmp_path, monkeypatch):
    from claimwire.batch import ray as engine

    write_news(tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    found = list(engine.extract(["news"], ReadOptions(), FakeMaker()))
    assert found == list(serial.run(read_articles(["news"]), FakeMaker()))
    assert not list(engine.extract(["news/n01.txt"], ReadOptions(), FakeMaker()))[0].id.startswith("/")


def test_only_what_changed_is_done_again(tmp_path):
    from claimwire.batch import ray as engine

    def written(folder: str, log: Path | None) -> bytes:
        out = OutputFolder(tmp_path / folder, {"pipeline": "fake"}, resume=True, part_size=50)
        maker = FakeMaker(str(log) if log else None)
        for _ in out.write(engine.extract(names, ReadOptions(), maker, out)):
            pass
        assert not list(out.path.glob(".*.tmp"))
        return b"".join(p.read_bytes() for p in sorted(out.path.glob("part-*.jsonl")))

    names = write_news(tmp_path / "news")
    written("out", None)
    (tmp_path / "news" / "n07.txt").write_text("changed")
    (tmp_path / "news" / "n01.txt").unlink()
    log = tmp_path / "log"
    log.mkdir()
    again = written("out", log)
    # those with the id of another are read and done beside it, and refused when they come back
    assert sorted((log / "worked").read_text().split()) == ["line3", "n04", "n07"]
    assert again == written("fresh", None)


def test_nodes_that_do_not_see_the_files_are_told_apart(tmp_path):
    from claimwire.batch.ray_work import sees

    (tmp_path / "a.txt").touch()
    assert sees(str(tmp_path), ["a.txt", str(tmp_path / "a.txt")])
    assert not sees(str(tmp_path), ["a.txt", "b.txt"])
    assert not sees(str(tmp_path / "none"), [])


def test_parquet_is_written_by_ray(tmp_path):
    from pyarrow import parquet

    from claimwire.batch import ray as engine

    engine.write_parquet(articles(), FakeMaker(), str(tmp_path / "out"))
    rows = parquet.read_table(tmp_path / "out").to_pylist()
    assert sorted(engine.outcome(r).id for r in rows) == sorted(a.id for a in articles())
    assert sum(bool(r["error"]) for r in rows) == 1
