"""`claimwire view`: records as an HTML report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

import click

from claimwire.cli.messages import OK, say, writing
from claimwire.records import Claim, Document

T = TypeVar("T")


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE-OR-FOLDER…")
@click.option(
    "--texts", multiple=True, metavar="PATH", help="Articles, as extract reads them; may be given again."
)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE-OR-FOLDER/",
    help="One HTML file, or a folder with a page for each article.",
)
def view(files: tuple[str, ...], texts: tuple[str, ...], output: str) -> int:
    """Draw claims or documents (JSONL, or folders that extract wrote) as a report that needs no network.

    The articles' texts are those of the records (extract --with-text), else those of --texts, else those at
    the records' sources, where the hash is the record's. Where no text is at hand, the claims stand alone.

    Of the groups that link wrote, the pages are those of the events: contradictions, timeline, statements.

    \b
    Examples:
      extract fixtures/amazon_layoffs.txt --date 2026-01-23 --format documents -o documents.jsonl
      claimwire view documents.jsonl -o report.html
      claimwire view links/ -o events/
    """  # fmt: skip
    from claimwire.cli.events import groups_file, write_events
    from claimwire.cli.texts import texts_of

    if groups := groups_file(files):
        write_events(groups, output)
        return OK

    documents = read_records(files, "view")
    found = texts_of(documents, texts)
    if lacking := found.count(None):
        say(f"view: the text of {lacking} of {len(found)} articles is not at hand (see --texts)")
    write(list(zip(documents, found, strict=True)), output)
    return OK


def read_records(files: Iterable[str], command: str) -> list[Document]:
    """The documents of files of documents or claims, and of folders of them. Raises Failure, SinkError."""
    from claimwire.cli.inputs import record_files
    from claimwire.sinks.reading import documents

    names = [f.name for f in fields(Claim)]
    found = []
    for loaded in chain.from_iterable(map(documents, record_files(files, command))):
        document = loaded.document
        if not loaded.complete:
            claims = tuple(Claim(**{n: getattr(c, n) for n in names}) for c in loaded.claims)
            document = document_of(document, claims)
        found.append(document)
    return found


def document_of(document: Document, claims: tuple[Claim, ...]) -> Document:
    """A document known by its claims only: its layers are what the claims hold, each once."""
    return replace(
        document,
        claims=claims,
        entities=_each(e for c in claims for e in c.entities),
        quantities=_each(q for c in claims for q in c.quantities),
        dates=_each(d for c in claims for d in c.dates),
        attributions=_each(c.attribution for c in claims if c.attribution),
    )


def _each(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def write(pages: list[tuple[Document, str | None]], output: str) -> None:
    """Write a report to a file, or to a folder where the name is one or ends in /. Raises Failure."""
    from claimwire.sinks.jsonl import atomic
    from claimwire.view.report import report, write_report

    with writing(output):
        if output.endswith("/") or Path(output).is_dir():
            write_report(pages, Path(output))
        else:
            with atomic(output) as file:
                file.write(report(pages).encode("utf-8"))
