"""`extract --html` and `--pretty`: documents are shown on their way to the output."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

import msgspec

from claimwire.batch.outcome import Done, Outcome
from claimwire.records import Document
from claimwire.sinks.jsonl import Form, lines_of

_decode = msgspec.json.Decoder(Document).decode


class Showing:
    """What a run shows besides its output. Workers must give documents with their texts.

    html: file or folder of the report. form: of the lines that go on to the output; None where nothing does.
    with_text: whether documents that go on keep their texts.
    """

    def __init__(self, html: str | None, pretty: bool, form: Form | None, with_text: bool) -> None:
        from claimwire.view.terminal import console

        self._html, self._form, self._with_text = html, form, with_text
        self._console = console() if pretty else None
        self._pages: list[tuple[Document, str | None]] = []

    def through(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes, each shown as it passes, with the lines of the output's form."""
        for outcome in outcomes:
            yield self._shown(outcome) if isinstance(outcome, Done) else outcome

    def _shown(self, outcome: Done) -> Done:
        document = _decode(outcome.lines)
        if self._console:
            from claimwire.view.terminal import show

            show(document, document.text, self._console)
        if self._html:
            self._pages.append((document, document.text))
        if self._form is None:
            return dataclasses.replace(outcome, lines=b"")
        if not self._with_text:
            document = dataclasses.replace(document, text=None)
        return dataclasses.replace(outcome, lines=lines_of(document, self._form))

    def finish(self) -> None:
        """Write the report, where there is something to show. Raises Failure."""
        from claimwire.cli.view import write

        if self._html and self._pages:
            write(self._pages, self._html)
