"""The house keeps its shape: who may import whom, nothing dangerous, nothing slow at start."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_rooms_import_as_pyproject_says():
    code = (
        "import sys\n"
        "sys.path.insert(0, 'src')\n"
        "from importlinter.cli import lint_imports\n"
        "sys.exit(lint_imports(no_cache=True))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_start_up_imports_only_what_a_plain_run_needs():
    heavy = [
        "quantulum3",
        "trafilatura",
        "ray",
        "sqlalchemy",
        "duckdb",
        "pyarrow",
        "sklearn",
        "torch",
        "holidays",
        "dateparser",
    ]
    code = f"import claimwire, claimwire.pipeline, sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_network_at_run_time():
    code = (
        "import socket\n"
        "def refuse(*a, **k): raise OSError('network used')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "import claimwire\n"
        "text = '\"We hired about 300 welders at $25 an hour last October,\" said Mara Quist on Monday.'\n"
        "print(len(claimwire.extract(text, date='2026-01-23').claims) > 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
