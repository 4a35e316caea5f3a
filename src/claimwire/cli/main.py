"""The entry points: `extract`, and `claimwire` with its commands, each loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import NoReturn

import click

from claimwire.cli.messages import run
from claimwire.version import __version__

# command -> where its click.Command stands, and what the list of commands says of it
COMMANDS: dict[str, tuple[str, str]] = {
    "extract": ("claimwire.cli.extract:extract", "Extract claims from articles."),
    "load": ("claimwire.cli.load:load", "Load records into a database or Parquet tables."),
    "link": ("claimwire.cli.link:link", "Join what several articles say, and find what contradicts."),
    "export": ("claimwire.cli.export:export", "Write records in the format of another tool."),
    "import": ("claimwire.cli.importing:import_gold", "Turn corrected annotations into gold."),
    "view": ("claimwire.cli.view:view", "Draw records as an HTML report."),
    "review": ("claimwire.cli.review:review", "Show the claims that are doubted most."),
    "diff": ("claimwire.cli.diff:diff", "Compare two sets of records, claim by claim."),
    "explain": ("claimwire.cli.explain:explain", "Say why the claims of an article have their values."),
    "evaluate": ("claimwire.cli.evaluate:evaluate", "Score document records against gold."),
    "train": ("claimwire.cli.train:train", "Learn a layer from annotated articles."),
    "bench": ("claimwire.cli.bench:bench", "Measure the speed of a pipeline."),
    "schema": ("claimwire.cli.schema:schema", "Print the JSON Schema of the records."),
    "pipelines": ("claimwire.cli.pipelines:pipelines", "List the pipelines that can be named."),
}


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is used, so that none slows the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help text, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="claimwire")
def claimwire() -> None:
    """News text to structured claims: who said what, how firmly, with which numbers and dates.

    \b
    Example:
      claimwire extract article.txt --date 2026-01-23 > claims.jsonl
    """


def main() -> NoReturn:
    """The `claimwire` program."""
    run(claimwire, "claimwire")


def extract() -> NoReturn:
    """The `extract` program: the same as `claimwire extract`."""
    from claimwire.cli.extract import extract as command

    run(command, "extract")
