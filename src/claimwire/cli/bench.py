"""`claimwire bench`: the speed of the pipeline on a user's own articles."""

from __future__ import annotations

import json
from typing import Any

import click

from claimwire.cli.options import pipeline_options, read_options


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="Articles to take.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in place of the table.")
@pipeline_options
@read_options
def bench(inputs: tuple[str, ...], limit: int, as_json: bool, **options: Any) -> int:
    """Measure words a second of one process: a bare spaCy pass, the whole pipeline, each layer.

    \b
    Example:
      claimwire bench fixtures/ --limit 20
    """
    from claimwire.cli.benching import run

    speed, text = run(list(inputs), limit, options)
    click.echo(json.dumps(speed) if as_json else text)
    return 0
