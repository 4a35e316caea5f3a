"""Commands run as people run them: in a process of their own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from claimwire.cli.main import main

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


def here(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """`claimwire` with these arguments as `command` runs it, but in this process: nothing to load."""
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    words = ["claimwire", *map(str, arguments)]
    with redirect_stdout(out), redirect_stderr(err), chdir(cwd or "."), patch("sys.argv", words):
        try:
            main()
        except SystemExit as end:
            code = end.code
    out.flush()
    err.flush()
    return subprocess.CompletedProcess(words, code, out.buffer.getvalue(), err.buffer.getvalue())
