"""The same bytes whatever kernels and threads multiply, for any number of jobs, alone and among others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixture_gold import GOLD

pytestmark = pytest.mark.slow  # the fixtures, once a setting
CODE = "from claimwire.cli.main import extract; extract()"
SETTINGS = {
    "nothing set, two processes": ({}, 2),
    "the kernels of older processors": ({"OPENBLAS_CORETYPE": "Haswell"}, 1),
    "these, one thread, two processes": ({"OPENBLAS_CORETYPE": "Haswell", "OMP_NUM_THREADS": "1"}, 2),
    "many threads": ({"OMP_NUM_THREADS": "4", "OPENBLAS_NUM_THREADS": "4"}, 1),
}
FREE = ("OPENBLAS_CORETYPE", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def line(gold: dict) -> str:
    return json.dumps({key: gold[key] for key in ("id", "text", "date")})


def extracted(lines: list[str], folder: Path, variables: dict[str, str], jobs: int) -> list[bytes]:
    """The lines of documents that a process of its own writes."""
    (folder / "news.jsonl").write_text("\n".join(lines))
    free = {name: value for name, value in os.environ.items() if name not in FREE}
    command = ["news.jsonl", "--format", "documents", "--jobs", str(jobs)]
    done = subprocess.run(
        [sys.executable, "-c", CODE, *command], cwd=folder, env=free | variables, capture_output=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> list[bytes]:
    return extracted([line(g) for g in GOLD.values()], tmp_path_factory.mktemp("plain"), {}, 1)


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_setting_of_the_machine_changes_a_byte(plain, tmp_path, setting):
    variables, jobs = SETTINGS[setting]
    assert extracted([line(g) for g in GOLD.values()], tmp_path, variables, jobs) == plain


def test_an_article_alone_is_what_it_is_among_others(plain, tmp_path):
    for place in (0, len(plain) // 2, -1):
        gold = list(GOLD.values())[place]
        assert extracted([line(gold)], tmp_path, {"OPENBLAS_CORETYPE": "Haswell"}, 1) == [plain[place]]
