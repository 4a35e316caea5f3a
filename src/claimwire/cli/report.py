"""What people see of a run: errors as they come, progress on a terminal, a summary at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from claimwire.batch.outcome import Done, Outcome, sentence
from claimwire.cli.messages import FAILED, OK, Failure, counted, say
from claimwire.records import ErrorRecord
from claimwire.sinks.jsonl import encode

MAX_MESSAGES = 20


class RunReport:
    """Counts outcomes and tells of failures.

    on_terminal: whether a progress bar may be shown. quiet: whether nothing but failures is told. strict: the
    first failure ends the run.
    """

    def __init__(self, on_terminal: bool, quiet: bool = False, strict: bool = False) -> None:
        self.on_terminal, self.quiet, self.strict = on_terminal, quiet, strict
        self.articles = self.claims = self.words = self.failures = self.partial = 0
        self.errors: BinaryIO | None = None
        self.watch: Callable[[], None] = lambda: None
        self._begun = time.perf_counter()

    def add(self, outcome: Outcome) -> bytes | None:
        """Count an outcome; its lines, or None for a failure, which is told and written to the error file.

        Raises Failure for one where the run is strict.
        """
        self.watch()
        if isinstance(outcome, ErrorRecord):
            self._fail(outcome)
            return None
        self.articles += 1
        self.claims += outcome.claims
        self.words += outcome.words
        if outcome.failures:
            self._lack(outcome)
        return outcome.lines

    def _lack(self, outcome: Done) -> None:
        """Tell of an article on which a layer failed."""
        self.partial += 1
        if self.partial <= MAX_MESSAGES:
            for message in outcome.failures:
                say(f"extract: {outcome.id}: {message}")
        elif self.partial == MAX_MESSAGES + 1:
            say("extract: layers failed on more articles; their documents have the warnings")

    def _fail(self, error: ErrorRecord) -> None:
        if self.strict:
            raise Failure(f"{sentence(error)}; stopped there (--strict)")
        self.failures += 1
        if self.errors:
            self.errors.write(encode(error) + b"\n")
        if self.failures <= MAX_MESSAGES:
            say(f"extract: {sentence(error)}")
        elif self.failures == MAX_MESSAGES + 1:
            say("extract: more articles failed" + ("" if self.errors else "; --errors FILE lists them all"))

    def finish(self, always: bool) -> int:
        """Say the summary of a run of many articles, or `always`; the exit code."""
        if not self.quiet and (always or self.articles + self.failures > 1):
            say(self.summary())
        return FAILED if self.failures else OK

    def summary(self) -> str:
        """Articles, claims, words a second and failures in one line."""
        seconds = time.perf_counter() - self._begun
        speed = f"{self.words / seconds:,.0f} words/s" if seconds else ""
        kinds = ((self.articles, "article"), (self.claims, "claim"), (self.words, "word"))
        counts = ", ".join(counted(number, noun) for number, noun in kinds)
        partial = f", {self.partial:,} without the records of a layer" if self.partial else ""
        return f"extract: {counts} in {seconds:.1f} s ({speed}), {self.failures:,} failed{partial}"


@contextmanager
def progress(report: RunReport) -> Iterator[None]:
    """A line on stderr that counts, where stderr is a terminal."""
    if report.quiet or not (report.on_terminal and sys.stderr.isatty()):
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading")

        def watch() -> None:
            bar.update(
                task, description=f"{counted(report.articles, 'article')}, {counted(report.claims, 'claim')}"
            )

        report.watch = watch
        yield
