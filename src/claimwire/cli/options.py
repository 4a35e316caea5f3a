"""Option types and groups that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click

from claimwire.articles.options import Format


class IsoDate(click.ParamType):  # type: ignore[type-arg]  # generic in the newest click only
    """A calendar date written as 2026-01-23."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as given; fails for one that no calendar has."""
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2026-01-23", param, ctx)


def output_path(metavar: str, help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """-o, which must be given, as a path."""
    path = click.Path(path_type=Path)
    return click.option("-o", "--output", required=True, type=path, metavar=metavar, help=help)


def pipeline_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--pipeline and --model."""
    command = click.option(
        "--model", metavar="NAME-OR-PATH", help="spaCy pipeline to use in place of the pipeline's own."
    )(command)
    return click.option(
        "--pipeline", default="news", show_default=True, metavar="NAME-OR-PATH",
        help="A pipeline of `claimwire pipelines`, or the path of a config.",
    )(command)  # fmt: skip


def read_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How inputs are read: --date, --input-format, --*-field, --ids, --max-chars."""
    for option in reversed(_READ):
        command = option(command)
    return command


def _field(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    help = f"Field of JSONL objects, table rows and front matter that holds the {name}."
    return click.option(f"--{name}-field", default=name, show_default=True, metavar="NAME", help=help)


_FORMATS = list(get_args(Format))
_READ: list[Callable[[Callable[..., Any]], Callable[..., Any]]] = [
    click.option("--date", type=IsoDate(), help="Publication date (2026-01-23) of inputs that give none."),
    click.option("--input-format", type=click.Choice(_FORMATS), help="Format of the inputs."),
    _field("id"),
    _field("text"),
    _field("date"),
    _field("title"),
    _field("url"),
    _field("author"),
    click.option(
        "--ids", type=click.Choice(["stem", "path"]), default="stem", show_default=True,
        help="Id of an article that gives none: its file's stem, or its path in the folder.",
    ),
    click.option(
        "--max-chars", type=click.IntRange(min=1), default=1_000_000, show_default=True, metavar="N",
        help="Refuse articles with more characters.",
    ),
    click.option("--any-language", is_flag=True, help="Take texts that are not English too."),
]  # fmt: skip
