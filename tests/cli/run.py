"""Commands run as people run them: in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = str(ROOT / "fixtures" / "amazon_layoffs.txt")


def command(name: str, *arguments: object, stdin: bytes | None = None, cwd: Path | None = None):
    """The finished process of `extract` or `claimwire` with these arguments."""
    code = f"from claimwire.cli.main import {'extract' if name == 'extract' else 'main'} as run; run()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )


def extract(*arguments: object, **options):
    return command("extract", *arguments, **options)


def claimwire(*arguments: object, **options):
    return command("claimwire", *arguments, **options)
