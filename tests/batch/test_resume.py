"""Runs that are killed, or that fill the disk, are taken up again without loss and without doubles."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import run_fake

from claimwire.batch import manifest, serial
from claimwire.batch.folder import OutputFolder
from claimwire.batch.manifest import ManifestError
from claimwire.batch.outcome import Done

HERE = Path(__file__).parent
N, PART = 2000, 50
ENV = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path])}


def start(folder: Path, *more: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(HERE / "run_fake.py"), str(folder), str(N), str(PART), *map(str, more)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENV)


def follow(process: subprocess.Popen[str], count: int) -> None:
    """Wait until so many articles are through."""
    assert process.stdout
    for _ in range(count):
        assert process.stdout.readline(), process.stderr and process.stderr.read()


def output(folder: Path) -> bytes:
    assert not list(folder.glob(".*.tmp"))
    return b"".join(part.read_bytes() for part in sorted(folder.glob("part-*.jsonl")))


@pytest.fixture(scope="module")
def uninterrupted() -> bytes:
    done = serial.run(run_fake.articles(N), run_fake.FakeMaker())
    return b"".join(o.lines for o in done if isinstance(o, Done))


def resume(folder: Path, *more: int) -> None:
    """Finish the run."""
    process = start(folder, *more)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors


def test_the_parent_is_killed(tmp_path, uninterrupted):
    process = start(tmp_path, 2)
    follow(process, 700)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    held = manifest.load(tmp_path)
    assert held and not held[0].complete and 0 < len(held[1]) < N // PART
    resume(tmp_path, 2)
    assert output(tmp_path) == uninterrupted
    assert manifest.load(tmp_path)[0].complete


def test_a_worker_is_killed(tmp_path, uninterrupted):
    process = start(tmp_path, 2)
    follow(process, 700)
    workers = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    spawned = [w for w in workers if b"spawn_main" in Path(f"/proc/{w}/cmdline").read_bytes()]
    os.kill(int(spawned[0]), signal.SIGKILL)
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert output(tmp_path) == uninterrupted


def test_the_disk_is_full(tmp_path, uninterrupted):
    process = start(tmp_path, 2, 60_000)  # the manifest grows past this; a part does not
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 1 and "OSError" in errors
    held = manifest.load(tmp_path)
    assert held and 0 < len(held[1]) < N // PART
    resume(tmp_path, 2)
    assert output(tmp_path) == uninterrupted


def test_nothing_is_done_twice(tmp_path):
    run(tmp_path / "out", tmp_path, 300)
    log = tmp_path / "worked"
    assert len(log.read_text().split()) == 299
    log.unlink()
    run(tmp_path / "out", tmp_path, 300)
    assert not log.exists()


def run(
    folder: Path, log: Path | None, n: int, change=lambda articles: articles, made_by: str = "fake"
) -> bytes:
    given = change(run_fake.articles(n))
    out = OutputFolder(folder, {"pipeline": made_by}, resume=True, part_size=PART)
    for _ in out.write(serial.run(out.plan(given), run_fake.FakeMaker(log and str(log)))):
        pass
    return output(folder)


def fresh(tmp_path: Path, n: int, change) -> bytes:
    return run(tmp_path / "fresh", None, n, change)


CHANGES = {
    "an article before all": (lambda a: [run_fake.Article("first of all", "new", "new.txt"), *a], ["new"]),
    "an article gone": (lambda a: a[:20] + a[21:], []),
    "all turned around": (lambda a: a[::-1], []),
    "a text changed": (
        lambda a: [run_fake.Article("changed", x.id, x.source) if x.id == "a60" else x for x in a],
        ["a60"],
    ),
    "a date changed": (
        lambda a: [run_fake.Article(x.text, x.id, x.source, "2026-01-23") if x.id == "a7" else x for x in a],
        ["a7"],
    ),
    "half of them gone": (lambda a: a[:150], []),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_changed_is_done_again(tmp_path, change):
    changed, expected = CHANGES[change]
    run(tmp_path / "out", None, 300)
    found = run(tmp_path / "out", tmp_path, 300, changed)
    log = tmp_path / "worked"
    assert (log.read_text().split() if log.exists() else []) == expected
    assert found == fresh(tmp_path, 300, changed)


def test_another_pipeline_does_all_again(tmp_path):
    run(tmp_path / "out", None, 100)
    run(tmp_path / "out", tmp_path, 100, made_by="other")
    assert len((tmp_path / "worked").read_text().split()) == 99


def test_a_damaged_part_is_made_again(tmp_path):
    expected = run(tmp_path / "out", None, 300)
    with open(tmp_path / "out" / "part-000002.jsonl", "ab") as part:
        part.write(b"more")
    assert run(tmp_path / "out", tmp_path, 300) == expected
    assert len((tmp_path / "worked").read_text().split()) == PART


def test_other_files_are_left_alone(tmp_path):
    (tmp_path / "part-mine.jsonl").write_text("mine")
    with pytest.raises(ManifestError, match="holds part files"):
        OutputFolder(tmp_path, {}, resume=True)
    assert (tmp_path / "part-mine.jsonl").read_text() == "mine"


def test_results_are_not_overwritten_by_mistake(tmp_path):
    run(tmp_path, None, 10)
    with pytest.raises(ManifestError, match="--resume"):
        OutputFolder(tmp_path, {"pipeline": "fake"}, resume=False)
