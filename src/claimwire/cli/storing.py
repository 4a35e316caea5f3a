"""`extract … --to URL`: what is extracted goes into a store on its way to the output."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

import msgspec

from claimwire.batch.outcome import Done, Outcome
from claimwire.cli.messages import FAILED, OK, counted, say
from claimwire.records import Document
from claimwire.sinks.jsonl import Form, lines_of
from claimwire.sinks.loading import Loader, LoadReport

_decode = msgspec.json.Decoder(Document).decode


class Storing:
    """A store beside the output. Workers must give documents; the output keeps the form it was asked for.

    form: of the lines that go on to the output; None where there is no output but the store.
    A context manager that closes the store. Raises SinkError.
    """

    def __init__(self, url: str, form: Form | None) -> None:
        self._form: Form | None = form
        self._loader = Loader(url)

    def __enter__(self) -> Storing:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Store what waits and let go of the store."""
        self._loader.close()

    def through(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes, each stored as it passes, with the lines of the output's form."""
        for outcome in outcomes:
            yield self._stored(outcome) if isinstance(outcome, Done) else outcome

    def _stored(self, outcome: Done) -> Done:
        document = _decode(outcome.lines)
        self._loader.add(document)
        if self._form == "documents":
            return outcome
        return dataclasses.replace(outcome, lines=lines_of(document, self._form) if self._form else b"")

    def finish(self) -> int:
        """Say what was stored; the exit code. Call it when the store is closed."""
        return told(self._loader.report)


def told(report: LoadReport) -> int:
    """Say on stderr what a load did; the exit code."""
    for problem in report.problems:
        say(problem)
    claims, documents = counted(report.claims, "claim"), counted(report.documents, "document")
    say(f"loaded {claims} of {documents} into {report.name}")
    return FAILED if report.problems else OK
