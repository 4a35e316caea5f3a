"""`claimwire link`: statements, people and contradictions across articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimwire.cli.messages import FAILED, OK, Failure, counted, say, writing

if TYPE_CHECKING:
    from claimwire.linking.update import Report


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="[SOURCE…]")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER/",
    help="Keep the links in this folder: groups.jsonl, entities.jsonl, and links.db to go on from.",
)
@click.option(
    "--db",
    "url",
    metavar="URL",
    help="Link the documents of a loaded database (SQLite, DuckDB, PostgreSQL) in tables of its own.",
)
@click.option("--again", is_flag=True, help="Throw away what is linked there and begin anew.")
def link(sources: tuple[Path, ...], output: Path | None, url: str | None, again: bool) -> int:
    """Join what several articles say: the same statement, the same person, and what contradicts.

    SOURCE is a file of documents (extract --format documents), or a folder of such files. New documents join
    those that are linked already; a changed document takes its old links with it; the same documents
    again change nothing.

    \b
    Examples:
      extract news/ --format documents -o documents.jsonl
      claimwire link documents.jsonl -o links/
      claimwire link --db sqlite:///news.db
    """  # fmt: skip
    if (url is None) == (output is None) or bool(sources) != (output is not None):
        raise click.UsageError("give sources and -o FOLDER/, or --db URL")
    from claimwire.sinks.errors import SinkError

    try:
        return _in_database(url, again) if url else _in_folder(sources, output, again)
    except SinkError as error:
        raise Failure(str(error)) from None


def _in_folder(sources: tuple[Path, ...], output: Path | None, again: bool) -> int:
    from claimwire.cli.inputs import record_files
    from claimwire.linking.link import link_files

    assert output is not None  # checked with the options
    with writing(output):
        report, problems = link_files(record_files(sources, "link"), output, again)
    for problem in problems:
        say(problem)
    _told(report, str(output))
    return FAILED if problems else OK


def _in_database(url: str, again: bool) -> int:
    from claimwire.linking.link import link_database

    _told(link_database(url, again), "the database")
    return OK


def _told(report: Report, where: str) -> None:
    done = f"{counted(report.new, 'document')} linked, {report.same:,} unchanged, {report.gone:,} gone"
    held = f"{counted(report.groups, 'group')}, {counted(report.conflicts, 'conflict')}"
    say(f"link: {done}; {where} holds {held}, {report.entities:,} people, bodies and places")
