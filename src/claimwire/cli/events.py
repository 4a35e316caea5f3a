"""`claimwire view` of what `claimwire link` wrote: a page for each event."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claimwire.cli.messages import Failure, writing
from claimwire.linked import GROUP_SCHEMA, Group

_GROUPS = "groups.jsonl"


def groups_file(files: Sequence[str]) -> Path | None:
    """The file of groups, where the one thing to view is that or the folder that holds it."""
    if len(files) != 1:
        return None
    path = Path(files[0])
    path = path / _GROUPS if (path / _GROUPS).is_file() else path
    try:
        with path.open("rb") as file:
            return path if f'"{GROUP_SCHEMA}"'.encode() in file.read(64) else None
    except OSError:
        return None


def write_events(path: Path, output: str) -> None:
    """Write the events of a file of groups: a folder of pages, or one page where it is one event.

    Raises Failure.
    """
    from claimwire.linking.events import events
    from claimwire.sinks.jsonl import atomic
    from claimwire.view import event as pages

    found = events(_read(path))
    folder = output.endswith("/") or Path(output).is_dir()
    if not folder and len(found) != 1:
        raise Failure(f"{path} holds {len(found)} events; give a folder for their pages: -o events/")
    with writing(output):
        if folder:
            pages.write_events(found, Path(output))
        else:
            with atomic(output) as file:
                file.write(pages.event_page(found[0]).encode("utf-8"))


def _read(path: Path) -> list[Group]:
    import msgspec

    decode = msgspec.json.Decoder(Group).decode
    try:
        return [decode(line) for line in path.read_bytes().splitlines() if line.strip()]
    except msgspec.MsgspecError as error:
        raise Failure(f"{path}: {error}") from None
