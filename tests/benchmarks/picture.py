"""Takes the README's picture of the report anew.

python tests/benchmarks/picture.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.view.conftest import ARGS, chromium  # noqa: E402

SHOWN = "labor force will gradually shrink"


def main() -> None:
    """Extract the seed article, open its report, pick a claim, keep what the window shows."""
    extract = str(Path(sys.executable).with_name("extract"))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_path = Path(folder) / "report.html"
        command = [extract, "fixtures/amazon_layoffs.txt", "--date", "2026-01-23", "--html", str(page_path)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGS)
        page = browser.new_page(viewport={"width": 1200, "height": 980})
        page.goto(page_path.as_uri())
        page.locator(".pick", has_text=SHOWN).first.click()
        page.mouse.move(0, 0)
        page.wait_for_timeout(500)  # the panes scroll smoothly
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=ROOT / "fixtures" / "report.png")
        browser.close()


if __name__ == "__main__":
    main()
