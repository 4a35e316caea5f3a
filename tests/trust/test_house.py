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
        "fasttext",
        "feedparser",
        "fastwarc",
        "docx",
        "pdfminer",
        "lxml",
        "markdown_it",
    ]
    code = f"import claimwire, claimwire.pipeline, sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_plain_text_is_read_without_what_other_formats_need():
    heavy = ["trafilatura", "feedparser", "fastwarc", "docx", "pdfminer", "lxml", "pyarrow", "markdown_it"]
    code = (
        "import sys; from claimwire.articles import read_articles\n"
        "(article,) = read_articles(['fixtures/amazon_layoffs.txt'])\n"
        f"print(article.language, [m for m in {[*heavy, 'requests']!r} if m in sys.modules])"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "en []"


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
