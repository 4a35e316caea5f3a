"""How commands end: one sentence on stderr and an exit code, never a traceback for what a user can mend."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

OK, FAILED, USAGE, STOPPED = 0, 1, 2, 130


class Failure(click.ClickException):
    """Input that cannot be worked on: exit code 1."""

    exit_code = FAILED


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
        path = error.ctx.command_path if error.ctx else name
        say(f"{path}: {_sentence(error)} (see {path} --help)")
        sys.exit(USAGE)
    except click.ClickException as error:
        say(f"{name}: {error.format_message()}")
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        say(f"{name}: stopped")
        sys.exit(STOPPED)
    except BrokenPipeError:
        # the reader of our stdout (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(OK)


def _sentence(error: click.UsageError) -> str:
    return " ".join(error.format_message().split()).rstrip(".")
