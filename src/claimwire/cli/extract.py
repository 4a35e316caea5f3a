"""`extract`: articles in, claim or document records out."""

from __future__ import annotations

from typing import Any

import click

from claimwire.cli.options import pipeline_options, read_options


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option("-o", "--output", metavar="FILE", help="Write here, and only when all is done.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["claims", "documents"]),
    default="claims",
    show_default=True,
    help="One line a claim, or one line an article with all its layers.",
)
@click.option("--with-text", is_flag=True, help="Put the article's text into document records.")
@pipeline_options
@read_options
def extract(**options: Any) -> int:
    """Extract the claims of news articles as JSON lines on stdout.

    INPUT is a file (.txt, .md, .jsonl, .jsonl.gz, .html, .csv, .parquet), a folder, a pattern, or - (stdin).

    \b
    Examples:
      extract article.txt --date 2026-01-23
      extract news.jsonl --format documents -o documents.jsonl
      cat article.txt | extract -
    """  # fmt: skip
    from claimwire.cli.extraction import run

    return run(**options)
