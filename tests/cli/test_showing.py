"""`extract --html` and `extract --pretty`, as a person calls them."""

from pathlib import Path

from tests.commands import extract

TEXT = "Acme said on Monday it would cut 300 jobs. It may sell its plant in Ohio.\n"


def run(folder: Path, *arguments: str) -> str:
    """What is printed."""
    (folder / "acme.txt").write_text(TEXT, encoding="utf-8")
    done = extract("acme.txt", "--date", "2026-01-23", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def test_pretty_is_plain_text_where_there_is_no_terminal(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    printed = run(tmp_path, "--pretty")
    assert "\x1b" not in printed
    assert "it would cut 300 jobs" in printed
    assert "Acme" in printed


def test_html_is_one_page_that_asks_for_nothing(tmp_path):
    run(tmp_path, "--html", "report.html")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "it would cut" in page
    assert "src=" not in page
    assert "<link" not in page
