"""ruff and mypy find nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = [
    "__init__.py",
    "records.py",
    "pipeline.py",
    "identity.py",
    "schema.py",
    "articles",
    "score/__init__.py",
]
STRICT = ["mypy", "--strict", *(f"src/claimwire/{name}" for name in PUBLIC)]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "src", "tests", ".ci"],
        ["ruff", "format", "--check", "src", "tests", ".ci"],
        ["mypy", "src"],
        STRICT,
    ],
    ids=["ruff", "format", "mypy", "strict"],
)
def test_style(command):
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
