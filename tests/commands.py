"""Commands run in this process with the pipeline that all tests share, or as a process of their own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from claimwire.cli import main as programs
from tests.pipelines import loaded

ROOT = Path(__file__).parents[1]
SEED = str(ROOT / "fixtures" / "amazon_layoffs.txt")
Finished = subprocess.CompletedProcess[bytes]


def spawn(name: str, *arguments: object, stdin: bytes | None = None, cwd: Path | None = None) -> Finished:
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


def extract(*arguments: object, stdin: bytes = b"", cwd: Path | None = None) -> Finished:
    """`extract` with these arguments, in this process."""
    return _here("extract", *arguments, stdin=stdin, cwd=cwd)


def claimwire(*arguments: object, stdin: bytes = b"", cwd: Path | None = None) -> Finished:
    """`claimwire` with these arguments, in this process."""
    return _here("main", *arguments, stdin=stdin, cwd=cwd)


def _here(program: str, *arguments: object, stdin: bytes, cwd: Path | None) -> Finished:
    given, out, err = (io.TextIOWrapper(io.BytesIO(start)) for start in (stdin, b"", b""))
    words = ["extract" if program == "extract" else "claimwire", *map(str, arguments)]
    code: object = None
    with (
        redirect_stdout(out),
        redirect_stderr(err),
        chdir(cwd or "."),
        patch("sys.argv", words),
        patch("sys.stdin", given),
        patch("claimwire.pipeline.load", loaded),
    ):
        try:
            getattr(programs, program)()
        except SystemExit as end:
            code = end.code
    out.flush()
    err.flush()
    return subprocess.CompletedProcess(words, code, out.buffer.getvalue(), err.buffer.getvalue())
