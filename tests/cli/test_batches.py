"""Batches through the command line, with the real pipeline: broken articles, many jobs, resumption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from itertools import count
from pathlib import Path
from threading import Thread

import jsonschema
import pytest

from claimwire.schema import committed
from tests.commands import ROOT, SEED, spawn

GOOD = "Acme will cut {} jobs, its chief executive said on Monday."
BAD_LINES = [
    '{{"id": "bad{}", "text": ',
    '{{"id": "none{}"}}',
    '{{"id": "list{}", "text": ["a"]}}',
    '{{"id": "day{}", "text": "It fell.", "date": "tomorrow"}}',
    '{{"id": "line{}", "text": "It has the id of another."}}',
]
BAD_FILES = [b"", b" \n ", b"\x00\x01", "Zoë ".encode() + b"\xff", b"a\x07"]


def thousand(folder: Path) -> None:
    """950 good articles and 50 broken in ten ways, in one JSONL file and 75 text files."""
    folder.mkdir()
    lines = [
        json.dumps({"id": f"line{i}", "text": GOOD.format(i + 2), "date": "2026-01-23"}) for i in range(900)
    ]
    for kind, line in enumerate(BAD_LINES):
        for i in range(5):
            lines.insert(100 * kind + 20 * i + 60, line.format(i))
    (folder / "all.jsonl").write_text("\n".join(lines))
    for i in range(50):
        (folder / f"good{i}.txt").write_text(GOOD.format(i + 2))
    for kind, data in enumerate(BAD_FILES):
        for i in range(5):
            (folder / f"bad{kind}-{i}.txt").write_bytes(data)


def lines_of(folder: Path) -> list[bytes]:
    return [line for part in sorted(folder.glob("part-*.jsonl")) for line in part.read_bytes().splitlines()]


@pytest.mark.slow
def test_fifty_of_a_thousand_are_broken(tmp_path):
    thousand(tmp_path / "news")
    out, errors = tmp_path / "out", tmp_path / "errors.jsonl"
    done = spawn(
        "extract",
        tmp_path / "news",
        "-o",
        f"{out}/",
        "--format",
        "documents",
        "--errors",
        errors,
        "--jobs",
        2,
    )
    assert done.returncode == 1
    documents, failures = lines_of(out), errors.read_bytes().splitlines()
    assert len({json.loads(line)["id"] for line in documents}) == len(documents) == 950
    assert len(failures) == 50
    validator = jsonschema.Draft202012Validator(json.loads(committed("error")))
    for line in failures:
        validator.validate(json.loads(line))
    kinds = {"json", "field", "date", "duplicate", "empty", "binary", "encoding", "control_character"}
    assert {json.loads(line)["error"] for line in failures} == kinds
    said = done.stderr.decode().splitlines()
    assert said[-2].startswith("extract: 950 articles, ") and said[-2].endswith("50 failed")
    assert len(said) < 25 and "Traceback" not in done.stderr.decode()


def news(folder: Path, n: int) -> Path:
    """A JSONL file of real length: the seed's paragraphs and one more, so that no two articles are alike."""
    text = Path(SEED).read_text("utf-8")
    lines = [
        {"id": f"a{i}", "text": f"{GOOD.format(i + 2)}\n\n{text}"[: 200 + 90 * (i % 5)]} for i in range(n)
    ]
    path = folder / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


@pytest.mark.slow
def test_the_output_is_the_same_for_any_number_of_jobs(tmp_path):
    path = news(tmp_path, 40)
    outputs = set()
    for jobs in (1, 3):
        done = spawn("extract", path, "--jobs", jobs, "--format", "documents")
        assert done.returncode == 0
        outputs.add(done.stdout)
    alone = b"".join(
        spawn("extract", "-", "--input-format", "jsonl", "--format", "documents", stdin=line).stdout
        for line in path.read_bytes().splitlines()[:1]
    )
    (output,) = outputs
    first = [json.loads(line) | {"source": "-"} for line in output.splitlines()[:1]]
    assert [json.loads(line) for line in alone.splitlines()] == first


def parts(folder: Path) -> dict[str, int]:
    """The part files with the times at which they were written."""
    return {p.name: p.stat().st_mtime_ns for p in folder.glob("part-*.jsonl")}


def feed(process: subprocess.Popen[bytes], lines: list[bytes]) -> None:
    """Give the lines again and again, with new ids, until nobody reads: no run can be done with them."""
    with suppress(BrokenPipeError):
        for n in count():
            article = json.loads(lines[n % len(lines)])
            line = lines[n] if n < len(lines) else json.dumps(article | {"id": f"more{n}"}).encode()
            process.stdin.write(line.rstrip() + b"\n")


@pytest.mark.slow
def test_an_interrupted_run_says_how_to_go_on_and_does(tmp_path):
    lines = news(tmp_path, 60).read_bytes().splitlines()
    # Where the tests themselves run in the background, a shell has told them to ignore interrupts.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    code = heed + "from claimwire.cli.main import extract as run; run()"
    arguments = ["-", "--input-format", "jsonl", "-o", f"{tmp_path}/out/", "--jobs", "2", "--part-size", "10"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    )
    feeder = Thread(target=feed, args=(process, lines))
    feeder.start()
    while not parts(tmp_path / "out") and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    said = process.stderr.read().decode()
    assert process.wait() == 130
    feeder.join()
    assert said.count("\n") == 1 and "--resume" in said
    before = parts(tmp_path / "out")
    done = spawn("extract", *arguments, "--resume", stdin=b"\n".join(lines))
    assert done.returncode == 0, done.stderr
    after = parts(tmp_path / "out")
    assert len(after) == 6 and all(after[name] == before.get(name, after[name]) for name in after)
    whole = spawn("extract", "-", "--input-format", "jsonl", "--jobs", 2, stdin=b"\n".join(lines))
    assert b"\n".join(lines_of(tmp_path / "out")) + b"\n" == whole.stdout
