"""`claimwire import`: corrected annotations back as gold."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import click


@click.command("import", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("form", metavar="FORMAT", type=click.Choice(["labelstudio"]))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FOLDER",
    help="The folder for the gold: ID.gold.json and ID.txt for each article.",
)  # fmt: skip
def import_gold(form: str, file: Path, output: Path) -> int:
    """Turn annotations corrected in another tool into gold, for `claimwire evaluate` and for training.

    FORMAT is `labelstudio`: FILE is a project exported as JSON. Tasks without an annotation are passed over.

    \b
    Example:
      claimwire import labelstudio project.json -o gold/
      claimwire evaluate gold/ --predictions documents.jsonl
    """  # fmt: skip
    import msgspec

    from claimwire.cli.messages import Failure, say
    from claimwire.sinks.errors import SinkError
    from claimwire.sinks.imports.labelstudio import read

    try:
        found = list(read(file))
        output.mkdir(parents=True, exist_ok=True)
        for gold in found:
            name = quote(str(gold["id"]), safe=" ")
            (output / f"{name}.gold.json").write_bytes(
                msgspec.json.format(msgspec.json.encode(gold), indent=1)
            )
            (output / f"{name}.txt").write_bytes(gold["text"].encode())
    except SinkError as error:
        raise Failure(str(error)) from None
    except OSError as error:
        raise Failure(f"{output}: cannot be written: {(error.strerror or str(error)).lower()}") from None
    say(f"wrote the gold of {len(found)} article{'' if len(found) == 1 else 's'} to {output}")
    return 0
