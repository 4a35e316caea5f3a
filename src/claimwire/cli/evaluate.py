"""`claimwire evaluate`: scores against gold."""

from __future__ import annotations

import click


@click.command()
@click.argument("gold", nargs=-1, required=True, metavar="GOLD…")
@click.option(
    "--predictions",
    required=True,
    metavar="FILE-OR-FOLDER",
    help="Document records (extract --format documents).",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in place of the table.")
@click.option("--html", metavar="FILE", help="Write a page that shows the errors in their articles, too.")
def evaluate(gold: tuple[str, ...], predictions: str, as_json: bool, html: str | None) -> int:
    """Score document records against gold files (*.gold.json, or folders of them): P, R and F1 of each layer.

    \b
    Example:
      extract fixtures/amazon_layoffs.txt --date 2026-01-23 --format documents -o documents.jsonl
      claimwire evaluate fixtures/amazon_layoffs.gold.json --predictions documents.jsonl --html errors.html
    """
    from claimwire.cli.evaluation import run

    return run(list(gold), predictions, as_json, html)
