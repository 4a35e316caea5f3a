"""`extract`: articles in, claim or document records out."""

from __future__ import annotations

from typing import Any

import click

from claimwire.cli.options import pipeline_options, read_options


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option(
    "-o",
    "--output",
    metavar="FILE-OR-FOLDER/",
    help="Write to this file, all at once at the end; to part files where it is a folder or ends in /.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["claims", "documents"]),
    default="claims",
    show_default=True,
    help="One line a claim, or one line an article with all its layers.",
)
@click.option("--to", metavar="URL", help="Load into this database too; see `claimwire load --help`.")
@click.option("--html", metavar="FILE-OR-FOLDER/", help="Draw an HTML report too; JSON lines then need -o.")
@click.option(
    "--pretty", is_flag=True, help="Show articles and claims on the terminal; JSON lines then need -o."
)
@click.option("--with-text", is_flag=True, help="Put the article's text into document records.")
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), help="Processes; by default all cores, where it pays."
)
@click.option(
    "--resume", is_flag=True, help="Keep what an output folder holds, and do what is missing or changed."
)
@click.option(
    "--strict",
    is_flag=True,
    help="Stop at the first article that cannot be read or on which a layer fails, instead of going on.",
)
@click.option("--errors", metavar="FILE", help="Write a record of each article that failed to this file.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.1),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="Give up on an article that takes longer.",
)
@click.option(
    "--part-size",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    metavar="N",
    help="Articles a part file of an output folder.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or actors of a Ray cluster (RAY_ADDRESS, or a local one).",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="P",
    help="Leave out claims whose confidence is below P (0 to 1), or that have none.",
)
@click.option(
    "-q", "--quiet", is_flag=True, help="Tell failures only: no progress, no summary, no next command."
)
@pipeline_options
@read_options
def extract(**options: Any) -> int:
    """Extract the claims of news articles as JSON lines on stdout.

    INPUT is a file (.txt, .md, .json, .jsonl, .html, .xml, .csv, .parquet, .docx, .pdf, .warc, .zip, most of
    them also with .gz), a folder, a pattern, or - (stdin). docs/inputs.md says how each is read.

    \b
    Examples:
      extract article.txt --date 2026-01-23
      extract news.jsonl --format documents -o documents.jsonl
      extract news/ -o claims/ --jobs 8 --errors failed.jsonl
      cat article.txt | extract -
    """  # fmt: skip
    from claimwire.cli.extraction import run

    return run(**options)
