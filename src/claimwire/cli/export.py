"""`claimwire export`: records in the formats of other tools."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from claimwire.cli.options import output_path
from claimwire.sinks.exports import FORMATS

_LIST = "\n".join(f"      {name:14} {about}" for name, (_, about) in FORMATS.items())


@click.command(
    help=f"""Write claims or documents (JSON lines) in the format of another tool.

    \b
    FORMAT is one of
{_LIST}

    brat, labelstudio and docbin need the text: extract with --format documents --with-text.

    \b
    Example:
      extract news/ --format documents --with-text -o documents.jsonl
      claimwire export labelstudio documents.jsonl -o tasks.json
    """,
)
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE-OR-FOLDER…")
@output_path("PATH", "The file to write, or the folder for brat.")
def export(form: str, files: tuple[Path, ...], output: Path) -> int:
    """Write records in the format of another tool."""
    from claimwire.cli.inputs import record_files
    from claimwire.cli.messages import counted, say, writing
    from claimwire.sinks.exports import writer
    from claimwire.sinks.reading import documents

    with writing(output):
        count = writer(form)(chain.from_iterable(map(documents, record_files(files, "export"))), output)
    say(f"wrote {counted(count, 'document')} to {output}")
    return 0
