"""Linking as a whole: from sources to a folder of records, or inside a database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claimwire.linking.database import Database, open_database
from claimwire.linking.reading import entities, groups
from claimwire.linking.sources import from_database, from_files
from claimwire.linking.update import Links, Report
from claimwire.sinks.errors import require
from claimwire.sinks.jsonl import atomic, encode

STATE = "links.db"
GROUPS = "groups.jsonl"
ENTITIES = "entities.jsonl"


def link_files(paths: Iterable[Path], folder: Path, again: bool = False) -> tuple[Report, list[str]]:
    """Join the documents of files and folders to those that `folder` holds, and write its records anew.

    Returns what was done, and a sentence for each bad line. Raises SinkError.
    """
    require("snowballstemmer", "link", "linking")
    folder.mkdir(parents=True, exist_ok=True)
    problems: list[str] = []
    database = open_database(f"sqlite:///{folder / STATE}")
    try:
        links = Links(database, again)
        report = links.update(from_files(paths, problems))
        _write(database, folder)
    finally:
        database.close()
    return report, problems


def link_database(url: str, again: bool = False) -> Report:
    """Join the documents of a loaded database; its link tables are made where there are none.

    Documents that are no longer there are taken out of the links. Raises SinkError.
    """
    require("snowballstemmer", "link", "linking")
    database = open_database(url)
    try:
        links = Links(database, again)
        digests, gone = from_database(database, links.known())
        return links.update(digests, gone)
    finally:
        database.close()


def _write(database: Database, folder: Path) -> None:
    for name, records in ((GROUPS, groups(database)), (ENTITIES, entities(database))):
        with atomic(str(folder / name)) as file:
            for record in records:
                file.write(encode(record) + b"\n")
