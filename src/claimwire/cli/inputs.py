"""Files of records that a command is given; a folder that `extract -o FOLDER/` wrote is its part files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from claimwire.batch.manifest import NAME, Head, Part, is_manifest, is_whole, listed
from claimwire.cli.messages import Failure, counted, say


def record_files(names: Iterable[str | Path], command: str) -> list[Path]:
    """The JSONL files of records that the names stand for, in their order, each once.

    A folder stands for the part files of its manifest, or for the `*.jsonl` in it where it has none. A
    manifest beside other files (`out/*.jsonl`) is passed over with a note, alone it stands for its folder.
    Files are not opened; one that is missing is for its reader to tell. Raises Failure for a folder without
    records, ManifestError for one whose manifest cannot be read.
    """
    paths = [Path(name) for name in names]
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += _in_folder(path, command)
        elif not is_manifest(path):
            found.append(path)
        elif any(other.parent == path.parent for other in paths if other != path):
            say(f"{command}: {path}: passed over: it lists the part files and holds no records")
        else:
            found += _in_folder(path.parent, command)
    return list(dict.fromkeys(found))


def _in_folder(folder: Path, command: str) -> list[Path]:
    manifest = listed(folder)
    if manifest is None:
        files = sorted(p for p in folder.rglob("*.jsonl") if p.is_file() and not is_manifest(p))
    else:
        files = _parts(folder, *manifest, command)
    if not files:
        raise Failure(
            f"{folder}: holds no records; give JSONL files, or a folder that extract -o FOLDER/ wrote"
        )
    return files


def _parts(folder: Path, head: Head, parts: Mapping[str, Part], command: str) -> list[Path]:
    """The part files in order, which is that of the articles. One that is listed but not whole is refused."""
    for part in parts.values():
        if not is_whole(folder, part):
            again = "run extract with --resume to write it again"
            raise Failure(f"{folder / part.part}: is not the file that {NAME} lists; {again}")
    if not head.complete:
        so_far = f"its run is not done ({counted(len(parts), 'part file')} so far)"
        say(f"{command}: {folder}: {so_far}; extract --resume goes on with it")
    return [folder / name for name in sorted(parts)]
