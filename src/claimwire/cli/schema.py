"""`claimwire schema`: the JSON Schema of the records."""

from __future__ import annotations

import click


@click.command()
@click.argument(
    "record",
    type=click.Choice(["claim", "document", "error", "group", "entity"]),
    default="claim",
    metavar="[RECORD]",
)
def schema(record: str) -> None:
    """Print the JSON Schema (2020-12) of a record: claim (default), document, error, group or entity.

    \b
    Example:
      claimwire schema document > document.schema.json
    """
    from claimwire.schema import committed

    click.echo(committed(record), nl=False)
