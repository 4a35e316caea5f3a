"""`extract --html` and `extract --pretty`, as a person calls them."""

import os
import subprocess
import sys
from pathlib import Path

EXTRACT = [sys.executable, "-c", "from claimwire.cli.main import extract; extract()"]
TEXT = "Acme said on Monday it would cut 300 jobs. It may sell its plant in Ohio.\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "acme.txt").write_text(TEXT, encoding="utf-8")
    command = [*EXTRACT, "acme.txt", "--date", "2026-01-23", *arguments]
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)


def test_pretty_is_plain_text_where_there_is_no_terminal(tmp_path):
    done = run(tmp_path, "--pretty")
    assert "\x1b" not in done.stdout
    assert "it would cut 300 jobs" in done.stdout
    assert "Acme" in done.stdout


def test_html_is_one_page_that_asks_for_nothing(tmp_path):
    run(tmp_path, "--html", "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "it would cut" in page
    assert "src=" not in page
    assert "<link" not in page
