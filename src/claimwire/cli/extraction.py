"""What `extract` does once its options are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

import click

from claimwire.articles import ReadOptions, read_articles
from claimwire.batch import serial
from claimwire.batch.outcome import Outcome, sentence
from claimwire.batch.worker import Settings
from claimwire.cli.messages import FAILED, OK, Failure, say
from claimwire.records import ErrorRecord
from claimwire.sinks.jsonl import atomic


def run(inputs: tuple[str, ...], output: str | None, **options: Any) -> int:
    """Extract from the inputs; the exit code."""
    pin_threads()
    settings = Settings(options["pipeline"], options["model"], options["form"], options["with_text"])
    items = read_articles(list(inputs), reading(options))
    try:
        outcomes = serial.run(items, settings)
        return to_one_file(outcomes, output)
    except ValueError as error:
        if type(error).__name__ != "PipelineError":
            raise
        raise click.UsageError(str(error)) from None


def reading(options: dict[str, Any]) -> ReadOptions:
    """The options of the readers among those of the command."""
    fields = {f"{n}_field": options[f"{n}_field"] for n in ("id", "text", "date", "title", "url")}
    return ReadOptions(
        **fields,
        date=options["date"],
        format=options["input_format"],
        id_from=options["ids"],
        max_chars=options["max_chars"],
    )


def pin_threads() -> None:
    """One BLAS thread a process: more of them fight over the cores that other processes use."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def to_one_file(outcomes: Iterable[Outcome], output: str | None) -> int:
    """Write to a file or to stdout; errors go to stderr."""
    done = failures = 0
    try:
        with _target(output) as file:
            for outcome in outcomes:
                if isinstance(outcome, ErrorRecord):
                    failures += 1
                    say(f"extract: {sentence(outcome)}")
                else:
                    done += 1
                    file.write(outcome.lines)
            if failures and not done and output:
                raise _NothingDone
    except _NothingDone:
        pass
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise Failure(f"{output or 'stdout'}: cannot be written: {error.strerror or error}") from None
    return FAILED if failures else OK


class _NothingDone(Exception):
    """No article succeeded: there is nothing to write."""


@contextmanager
def _target(output: str | None) -> Iterator[BinaryIO]:
    if output and output != "-":
        with atomic(output) as file:
            yield file
    else:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
