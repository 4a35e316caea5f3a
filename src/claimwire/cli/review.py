"""`claimwire review`: the claims that are doubted most, to be read first."""

from __future__ import annotations

import click

from claimwire.cli.messages import OK, say, writing


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE-OR-FOLDER…")
@click.option(
    "-n", "--number", type=click.IntRange(min=1), default=50, show_default=True, metavar="N",
    help="How many claims.",
)  # fmt: skip
@click.option("--html", metavar="FILE", help="Write a page in place of the list on the terminal.")
def review(files: tuple[str, ...], number: int, html: str | None) -> int:
    """List the claims of records (JSONL, or folders that extract wrote) by doubt, the worst first.

    The doubt is that of the lower of a claim's two confidences: of its fields, and of its resolved text.

    \b
    Example:
      extract fixtures/amazon_layoffs.txt --date 2026-01-23 --format documents -o documents.jsonl
      claimwire review documents.jsonl -n 10
    """  # fmt: skip
    from claimwire.cli.view import read_records
    from claimwire.view.review import doubtful, page
    from claimwire.view.terminal import console, show_doubtful

    documents = read_records(files, "review")
    found = doubtful(documents, number)
    if html:
        _write(html, page(found))
    elif found:
        show_doubtful(found, console())
    if not found:
        say("review: no claim there has a confidence")
    return OK


def _write(name: str, text: str) -> None:
    from claimwire.sinks.jsonl import atomic

    with writing(name), atomic(name) as file:
        file.write(text.encode("utf-8"))
