"""`claimwire load`: JSONL into a database."""

from __future__ import annotations

from pathlib import Path

import click

from claimwire.sinks.stores import FORMS, WAIT


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE-OR-FOLDER…")
@click.option("--to", "url", required=True, metavar="URL", help=f"Where to: {FORMS}.")
@click.option(
    "--wait",
    default=WAIT,
    show_default=True,
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    help="How long to wait for another process that holds the database.",
)
def load(files: tuple[Path, ...], url: str, wait: float) -> int:
    """Load claims or documents (JSON lines) into a database or a folder of Parquet tables.

    A folder that `extract -o FOLDER/` wrote is loaded part by part.

    A document that is there already is replaced with all its rows, so loading twice changes nothing.
    A bad line is reported with its number and costs only its document; the exit code is then 1.
    A claims file knows nothing of articles without claims: where an article may have lost all of its
    claims since an older run, load the documents form.

    \b
    Examples:
      claimwire load claims.jsonl --to sqlite:///news.db
      claimwire load documents.jsonl --to postgresql://me@localhost/news
      claimwire load claims/ --to news.parquet/
    """  # fmt: skip
    from claimwire.cli.inputs import record_files
    from claimwire.cli.storing import told
    from claimwire.sinks.loading import load as load_files

    return told(load_files(record_files(files, "load"), url, wait))
