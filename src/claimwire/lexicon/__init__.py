"""Word lists and tables, kept as data beside this file.

`NAME.txt`: one entry a line. `NAME.tsv`: a table, first line the column names. `#` begins a comment line; the
comments at the head of a file say where its entries come from. `NAME.json`: weights that were fitted.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


def _lines(name: str) -> list[str]:
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return [line.rstrip("\n") for line in text.split("\n") if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of NAME.txt. Raises FileNotFoundError for an unknown list."""
    return frozenset(line.strip() for line in _lines(f"{name}.txt"))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of NAME.tsv as dicts by column name; an empty cell is ''."""
    head, *rows = [line.split("\t") for line in _lines(f"{name}.tsv")]
    return tuple(dict(zip(head, row + [""] * (len(head) - len(row)), strict=True)) for row in rows)


@cache
def weights(name: str) -> dict[str, Any]:
    """What NAME.json holds."""
    found: dict[str, Any] = json.loads(files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return found
