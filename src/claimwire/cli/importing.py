"""`claimwire import`: corrected annotations back as gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from claimwire.cli.options import output_path


@click.command("import")
@click.argument("form", metavar="FORMAT", type=click.Choice(["labelstudio"]))
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@output_path("FOLDER", "The folder for the gold: ID.gold.json and ID.txt for each article.")
def import_gold(form: str, file: Path, output: Path) -> int:
    """Turn annotations corrected in another tool into gold, for `claimwire evaluate` and for training.

    FORMAT is `labelstudio`: FILE is a project exported as JSON. Tasks without an annotation are passed over.

    \b
    Example:
      claimwire import labelstudio project.json -o gold/
      claimwire evaluate gold/ --predictions documents.jsonl
    """  # fmt: skip
    from claimwire.cli.messages import counted, say, writing
    from claimwire.sinks.imports.labelstudio import read

    found = list(read(file))
    with writing(output):
        output.mkdir(parents=True, exist_ok=True)
        for gold in found:
            _write(output, gold)
    say(f"wrote the gold of {counted(len(found), 'article')} to {output}")
    return 0


def _write(folder: Path, gold: dict[str, Any]) -> None:
    import msgspec

    name = quote(str(gold["id"]), safe=" ")
    (folder / f"{name}.gold.json").write_bytes(msgspec.json.format(msgspec.json.encode(gold), indent=1))
    (folder / f"{name}.txt").write_bytes(gold["text"].encode())
