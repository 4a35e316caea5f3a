"""`claimwire export`: records in the formats of other tools."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from claimwire.sinks.exports import FORMATS

_LIST = "\n".join(f"      {name:14} {about}" for name, (_, about) in FORMATS.items())


@click.command(
    context_settings={"help_option_names": ["-h", "--help"]},
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
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="PATH",
    help="The file to write, or the folder for brat.",
)  # fmt: skip
def export(form: str, files: tuple[Path, ...], output: Path) -> int:
    """Write records in the format of another tool."""
    from claimwire.cli.messages import Failure, say
    from claimwire.sinks.errors import SinkError
    from claimwire.sinks.exports import writer
    from claimwire.sinks.reading import documents

    try:
        count = writer(form)(chain.from_iterable(map(documents, files)), output)
    except SinkError as error:
        raise Failure(str(error)) from None
    except OSError as error:
        raise Failure(f"{output}: cannot be written: {(error.strerror or str(error)).lower()}") from None
    say(f"wrote {count} document{'' if count == 1 else 's'} to {output}")
    return 0
