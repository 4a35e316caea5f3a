"""ruff finds nothing, nor does mypy, which is strict on the whole package."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "src", "tests", ".ci"],
        ["ruff", "format", "--check", "src", "tests", ".ci"],
        pytest.param(["mypy", "src"], marks=pytest.mark.slow),
    ],
    ids=["ruff", "format", "mypy"],
)
def test_style(command):
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
