"""`claimwire diff`: what changed between two files of records."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from claimwire.cli.messages import Failure
from claimwire.errors import UserError

if TYPE_CHECKING:
    from claimwire.records import ClaimRecord
    from claimwire.view.diff import Difference

SAME, DIFFERENT, TROUBLE = 0, 1, 2


class Trouble(click.ClickException):
    """Records that cannot be compared; exit code 2, as that of diff(1)."""

    exit_code = TROUBLE


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object in place of the table.")
def diff(before: str, after: str, as_json: bool) -> int:
    """Compare claims or documents (files or folders), claim by claim: what came, went or changed.

    Claims are matched by document and id, else by place and text, else by text and surroundings.
    Exits 0 where nothing changed, 1 where something did, 2 in trouble.

    \b
    Example:
      claimwire diff yesterday.jsonl today.jsonl
    """
    from claimwire.cli.view import read_records
    from claimwire.records import claim_records
    from claimwire.view.diff import compare

    try:
        sides = [
            [c for d in read_records([name], "diff") for c in claim_records(d)] for name in (before, after)
        ]
    except (Failure, UserError) as error:
        raise Trouble(str(error)) from None
    found = compare(*sides)
    _print_json(found) if as_json else _print_table(found)
    return DIFFERENT if found else SAME


def _brief(claim: ClaimRecord) -> dict[str, Any]:
    return {
        "document": claim.document.id,
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
    }


def _print_json(found: Difference) -> None:
    import msgspec

    changed = [
        {**_brief(c.after), "before": c.before.id, "fields": {k: list(v) for k, v in c.fields.items()}}
        for c in found.changed
    ]
    out = {
        "same": found.same,
        "added": [_brief(c) for c in found.added],
        "removed": [_brief(c) for c in found.removed],
        "changed": changed,
    }
    click.echo(msgspec.json.encode(out))


def _print_table(found: Difference) -> None:
    from rich.text import Text

    from claimwire.view.terminal import console
    from claimwire.view.visible import harmless

    to = console()
    lines: list[tuple[str, int, Text]] = []
    for sign, style, claims in (("-", "red", found.removed), ("+", "green", found.added)):
        for claim in claims:
            lines.append((claim.document.id, claim.start, Text(f"{sign} {harmless(claim.text)}", style)))
    for change in found.changed:
        text = Text(f"~ {harmless(change.after.text)}", "yellow")
        for name, (old, new) in change.fields.items():
            text.append(f"\n    {name}: ", "dim")
            text.append(harmless(old) or "none", "red")
            text.append(" → ")
            text.append(harmless(new) or "none", "green")
        lines.append((change.after.document.id, change.after.start, text))
    lines.sort(key=lambda line: line[:2])
    for document, group in groupby(lines, key=lambda line: line[0]):
        to.print(Text(harmless(document), "bold"), soft_wrap=True)
        for _, _, text in group:
            to.print(text, soft_wrap=True)
    changed, added, removed = len(found.changed), len(found.added), len(found.removed)
    counts = f"{found.same} same, {changed} changed, {added} added, {removed} removed"
    to.print(Text(counts, "dim"), soft_wrap=True)
