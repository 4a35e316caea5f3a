"""How commands end: one sentence on stderr and an exit code, never a traceback for what a user can mend."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import click

from claimwire.errors import RequestError, UserError

OK, FAILED, USAGE, STOPPED = 0, 1, 2, 130


class Failure(click.ClickException):
    """Input that cannot be worked on: exit code 1."""

    exit_code = FAILED


@contextmanager
def writing(output: str | Path) -> Iterator[None]:
    """What goes wrong in writing `output` as a Failure: one sentence that names it."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        folder = Path(output).parent
        missing = not folder.is_dir()
        why = f"there is no folder {folder}; make it first" if missing else reason(error)
        raise Failure(f"{output}: cannot be written: {why}") from None


def reason(error: OSError) -> str:
    """What the system says of an error: "no space left on device"."""
    return (error.strerror or str(error)).lower()


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2,000 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def say(message: str) -> None:
    """One line for people, on stderr; stdout carries records only."""
    click.echo(message, err=True)


def run(command: click.Command, name: str) -> NoReturn:
    """Run a command as the process's main job, with the exit codes 0, 1, 2 and 130."""
    try:
        result = command.main(prog_name=name, standalone_mode=False)
        sys.stdout.flush()
        sys.exit(result if isinstance(result, int) else OK)
    except click.UsageError as error:
        # of click 8.2; older ones print the help themselves
        if type(error).__name__ == "NoArgsIsHelpError":
            say(error.format_message())
            sys.exit(USAGE)
        path = error.ctx.command_path if error.ctx else name
        say(f"{path}: {_sentence(error)} (see {path} --help)")
        sys.exit(USAGE)
    except UserError as error:
        say(f"{name}: {error}")
        sys.exit(USAGE if isinstance(error, RequestError) else FAILED)
    except click.ClickException as error:
        say(f"{name}: {error.format_message()}")
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        say(f"{name}: stopped")
        sys.exit(STOPPED)
    except BrokenPipeError:
        # the reader of our stdout (head, less) has seen enough
        _close_stdout()
        sys.exit(OK)
    except SystemExit as end:
        # click meets a closed pipe itself: it wraps stdout and ends with 1
        closed = "PacifyFlushWrapper" in type(sys.stdout).__name__
        sys.exit(OK if closed else end.code)
    except OSError as error:
        # files are written in `writing`: what is left is stdout
        if error.filename is not None:
            raise
        _close_stdout()
        say(f"{name}: stdout: cannot be written: {reason(error)}")
        sys.exit(FAILED)


def _close_stdout() -> None:
    """Drop what waits for stdout, which the interpreter would write at its end, and fail again."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _sentence(error: click.UsageError) -> str:
    return " ".join(error.format_message().split()).rstrip(".")
