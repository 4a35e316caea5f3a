"""`claimwire load`: JSONL into a database."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimwire.sinks.errors import SinkError
from claimwire.sinks.loading import load
from claimwire.sinks.stores import FORMS, WAIT


@click.command("load")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--to", "url", required=True, metavar="URL", help=f"Where to: {FORMS}.")
@click.option(
    "--wait",
    default=WAIT,
    show_default=True,
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    help="How long to wait for another process that holds the database.",
)
def command(files: tuple[Path, ...], url: str, wait: float) -> None:
    """Load claims or documents (JSONL) into a database or a folder of Parquet tables.

    A document that is there already is replaced with all its rows, so loading twice changes nothing.
    A claims file knows nothing of articles without claims: to clear what an older run said of them, load
    the documents form. A bad line is reported with its number and costs only its document; the command then
    exits 1.
    """
    try:
        report = load(files, url, wait)
    except SinkError as error:
        raise click.ClickException(str(error)) from error
    for problem in report.problems:
        click.echo(problem, err=True)
    click.echo(f"loaded {report.claims} claims of {report.documents} documents into {report.name}", err=True)
    if report.problems:
        sys.exit(1)
