"""What `extract` does once its options are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from claimwire.articles import ReadOptions
from claimwire.articles.places import format_of
from claimwire.batch import engine
from claimwire.batch.folder import OutputFolder
from claimwire.batch.outcome import Outcome
from claimwire.batch.process import pin_threads
from claimwire.batch.worker import WorkerSettings
from claimwire.cli.hints import next_command
from claimwire.cli.messages import OK, Failure, reason, say
from claimwire.cli.report import RunReport, progress
from claimwire.sinks.jsonl import Form, atomic

if TYPE_CHECKING:
    from claimwire.cli.showing import Showing
    from claimwire.cli.storing import Storing


def run(inputs: tuple[str, ...], output: str | None, **options: Any) -> int:
    """Extract from the inputs; the exit code."""
    pin_threads()
    to_folder = output is not None and (output.endswith("/") or Path(output).is_dir())
    if output is not None and output.endswith("/") and Path(output).is_file():
        raise click.UsageError(f"--output {output}: is a file, not a folder; name it without / at the end")
    if options["resume"] and not to_folder:
        raise click.UsageError("--resume needs an output folder: give -o FOLDER/")
    if options["to"] and options["resume"]:
        raise click.UsageError("--to loads what this run extracts: after --resume, run claimwire load")
    if options["with_text"] and not options["to"] and options["form"] == "claims":
        raise click.UsageError("--with-text needs --format documents")
    html = None if (options["html"] or "").endswith("/") else options["html"]
    files = (("--output", None if to_folder else output), ("--errors", options["errors"]), ("--html", html))
    for option, path in files:
        if path and path != "-" and not Path(path).parent.is_dir():
            raise click.UsageError(f"{option} {path}: there is no folder {Path(path).parent}; make it first")
        if path and path != "-":
            _refuse_over_input(option, Path(path), inputs)
    if options["resume"] and (options["html"] or options["pretty"]):
        raise click.UsageError(
            "--html and --pretty show what this run extracts: after --resume, run claimwire view"
        )
    on_terminal = (bool(output) and not options["pretty"]) or not sys.stdout.isatty()
    report = RunReport(on_terminal, options["quiet"], options["strict"])
    with _clear_errors(output, to_folder), ExitStack() as stack:
        report.errors = stack.enter_context(atomic(options["errors"])) if options["errors"] else None
        storing = stack.enter_context(_storing(options, output)) if options["to"] else None
        showing = _showing(options, output) if options["html"] or options["pretty"] else None
        if to_folder:
            _to_folder(inputs, str(output), options, report, storing, showing)
        else:
            _to_one_file(_outcomes(inputs, options, storing, showing), output, report)
        if showing:
            showing.finish()
    code = max(report.finish(always=to_folder), storing.finish() if storing else OK)
    if report.articles and not report.quiet and (command := next_command(output, options)):
        say(f"extract: next: {command}")
    return code


def _refuse_over_input(option: str, path: Path, inputs: tuple[str, ...]) -> None:
    """Raise UsageError when the output would be written over an article that is read."""
    if not path.exists():
        return
    for name in map(Path, inputs):
        inside = name.is_dir() and format_of(path) and path.resolve().is_relative_to(name.resolve())
        if inside or (name.is_file() and name.samefile(path)):
            raise click.UsageError(f"{option} {path}: is one of the inputs; name another file")


def _storing(options: dict[str, Any], output: str | None) -> Storing:
    from claimwire.cli.storing import Storing

    return Storing(options["to"], options["form"] if output else None)


def _showing(options: dict[str, Any], output: str | None) -> Showing:
    from claimwire.cli.showing import Showing

    form: Form | None = "documents" if options["to"] else options["form"] if output else None
    return Showing(options["html"], options["pretty"], form, options["with_text"])


def reading(options: dict[str, Any]) -> ReadOptions:
    """The options of the readers among those of the command."""
    return ReadOptions(
        **{f"{n}_field": options[f"{n}_field"] for n in ("id", "text", "date", "title", "url", "author")},
        date=options["date"],
        format=options["input_format"],
        id_from=options["ids"],
        max_chars=options["max_chars"],
        any_language=options["any_language"],
    )


def _outcomes(
    inputs: tuple[str, ...],
    options: dict[str, Any],
    storing: Storing | None,
    showing: Showing | None,
    folder: OutputFolder | None = None,
) -> Iterator[Outcome]:
    form: Form = "documents" if storing or showing else options["form"]
    with_text = options["with_text"] or showing is not None
    least = options["min_confidence"]
    settings = WorkerSettings(
        options["pipeline"], options["model"], form, with_text, options["strict"], least
    )
    how = (options["jobs"], options["time_limit"], options["engine"])
    outcomes = engine.extract(list(inputs), reading(options), settings, folder, *how)
    outcomes = showing.through(outcomes) if showing else outcomes
    return storing.through(outcomes) if storing else outcomes


def _to_folder(
    inputs: tuple[str, ...],
    output: str,
    options: dict[str, Any],
    report: RunReport,
    storing: Storing | None,
    showing: Showing | None,
) -> None:
    from claimwire.identity import identity

    made_by = identity(options["pipeline"], options["model"])
    made_by |= {"format": options["form"], "with_text": str(options["with_text"]).lower()}
    if options["min_confidence"] is not None:
        made_by["min_confidence"] = str(options["min_confidence"])
    folder = OutputFolder(output, made_by, options["resume"], options["part_size"])
    with progress(report):
        for outcome in folder.write(_outcomes(inputs, options, storing, showing, folder)):
            report.add(outcome)


def _to_one_file(outcomes: Iterator[Outcome], output: str | None, report: RunReport) -> None:
    # nothing is created at the output's place before there is something to write
    with _target(output) as file, progress(report):
        for outcome in outcomes:
            if (lines := report.add(outcome)) is not None:
                file.write(lines)
        if report.failures and not report.articles and output:
            raise _NothingDone


class _NothingDone(Exception):
    """No article succeeded: no file is written."""


@contextmanager
def _target(output: str | None) -> Iterator[BinaryIO]:
    if output is None or output == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with atomic(output) as file:
            yield file
    except _NothingDone:
        pass


@contextmanager
def _clear_errors(output: str | None, to_folder: bool) -> Iterator[None]:
    """Every error that a user can mend as one sentence that names what to do."""
    again = "; free space or mend it, and run the same command with --resume" if to_folder else ""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        # a file is written beside its place at first, by a name that no user gave
        beside = str(error.filename or "").endswith(".tmp")
        where = output if to_folder or beside else error.filename or output or "stdout"
        raise Failure(f"{where}: cannot be written: {reason(error)}{again}") from None
    except KeyboardInterrupt:
        if to_folder:
            raise Stopped("stopped; the same command with --resume goes on from here") from None
        raise


class Stopped(click.ClickException):
    """The user stopped the run."""

    exit_code = 130
