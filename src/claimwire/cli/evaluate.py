"""`claimwire evaluate`: scores against gold."""

from __future__ import annotations

import click


@click.command()
@click.argument("gold", nargs=-1, required=True, metavar="GOLD…")
@click.option(
    "--predictions", required=True, metavar="FILE", help="Document records (extract --format documents)."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in place of the table.")
def evaluate(gold: tuple[str, ...], predictions: str, as_json: bool) -> int:
    """Score document records against gold files (*.gold.json, or folders of them): P, R and F1 of each layer.

    \b
    Example:
      extract fixtures/amazon_layoffs.txt --date 2026-01-23 --format documents -o documents.jsonl
      claimwire evaluate fixtures/amazon_layoffs.gold.json --predictions documents.jsonl
    """
    from claimwire.cli.evaluation import run

    return run(list(gold), predictions, as_json)
