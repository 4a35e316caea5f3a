"""What stdout leads to: a reader that stops early is no failure, a full disk is one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT, SEED

COMMANDS = [
    ["schema", "document"],
    *(
        pytest.param(words, marks=pytest.mark.slow)
        for words in (["extract", SEED], ["extract", SEED, "--pretty"], ["explain", SEED])
    ),
]


def start(arguments: list[str], stdout: int) -> subprocess.Popen[bytes]:
    code = "from claimwire.cli.main import main; main()"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, env=environment)


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda words: words[0])
def test_a_reader_that_stops_is_no_failure(arguments):
    reading, writing = os.pipe()
    process = start(arguments, writing)
    os.close(writing)
    os.close(reading)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda words: words[0])
def test_a_full_disk_is_one_sentence(arguments):
    with open("/dev/full", "wb") as full:
        process = start(arguments, full.fileno())
        _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said.decode().lower().count("stdout: cannot be written: no space left") == said.count(b"\n") == 1
