"""One real browser for all tests of the report."""

import os
import shutil
from pathlib import Path

import pytest

from claimwire.records import Document
from claimwire.view.report import report

ARTIFACTS = Path(__file__).parents[2] / "artifacts"
# what is wider than the screen, and no part of a region that scrolls
OVERFLOW = """() => [...document.querySelectorAll('body *')]
  .filter((e) => !e.closest('.scroll, .visually-hidden') && e.getBoundingClientRect().right > innerWidth + 1)
  .map((e) => e.outerHTML.slice(0, 80))"""
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def chromium() -> str | None:
    """The browser's program, where the machine has one."""
    found = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    return next(filter(None, found), None)


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium; skips, saying why, where the machine has none (never in CI)."""
    program = chromium()
    if program is None:
        reason = "needs a browser: install Debian's package chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        print(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=ARGS)
        yield running
        running.close()


class Opened:
    """A report opened in the browser, with what its console said and what it asked of the network."""

    def __init__(self, page, path: Path) -> None:
        self.page, self.said, self.asked = page, [], []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: (self.said.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(path.as_uri())


@pytest.fixture
def opened(browser, tmp_path):
    """A function that opens documents (with their texts in them) as a report."""
    made = []

    def open_report(documents: list[Document], scheme="light", width=1280, height=900, html=None) -> Opened:
        path = tmp_path / f"report{len(made)}.html"
        path.write_text(html or report([(d, d.text) for d in documents]), encoding="utf-8")
        # the policy of the page stays in force: nothing but its own style and script may load
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        made.append((context, Opened(context.new_page(), path), path))
        return made[-1][1]

    yield open_report
    for context, view, path in made:
        context.close()
        assert view.said == [], "the console stays empty"
        assert [u for u in view.asked if not u.startswith((path.as_uri(), "data:", "about:"))] == []
