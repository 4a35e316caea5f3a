"""A Document in a notebook: the report in a frame of its own, so that neither styles nor scripts meet."""

from __future__ import annotations

from html import escape
from typing import Any

from claimwire.records import Document
from claimwire.view.report import report

HEIGHT = 640  # pixels


def register(shell: Any) -> None:
    """Let an IPython shell show each Document at the end of a cell: the article with its claims."""
    shell.display_formatter.formatters["text/html"].for_type(Document, frame)


def frame(document: Document) -> str:
    """The report of a document as an <iframe>; its script cannot reach the notebook."""
    page = escape(report([(document, document.text)]), quote=True)
    return (
        f'<iframe srcdoc="{page}" title="Claims of {escape(document.id, quote=True)}" sandbox="allow-scripts"'
        f' style="width: 100%; height: {HEIGHT}px; border: 0" loading="lazy"></iframe>'
    )
