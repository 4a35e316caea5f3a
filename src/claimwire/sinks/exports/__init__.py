"""Records in the formats of other tools, one module a format.

Each module has `write(documents, path)`, which returns how many documents were written and raises SinkError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from claimwire.sinks.errors import SinkError
from claimwire.sinks.reading import Loaded

Writer = Callable[[Iterable[Loaded], Path], int]

# format -> its module, and what the help says of it
FORMATS: dict[str, tuple[str, str]] = {
    "webannotation": ("webannotation", "W3C Web Annotations (JSON-LD)"),
    "schemaorg": ("schemaorg", "schema.org Claims and Quotations (JSON-LD)"),
    "brat": ("brat", "brat standoff, a folder"),
    "labelstudio": (
        "labelstudio",
        "Label Studio tasks with pre-annotations, and the labelling config beside",
    ),
    "docbin": ("docbin", "spaCy DocBin"),
    "csv": ("table", "CSV, one row a claim"),
}


def writer(name: str) -> Writer:
    """The writer of a format."""
    write: Writer = import_module(f"{__name__}.{FORMATS[name][0]}").write
    return write


def text_of(loaded: Loaded) -> str:
    """The article's text. Raises SinkError where the record does not hold it."""
    if loaded.document.text is None:
        raise SinkError(
            f"document {loaded.document.id!r} has no text, which this format needs:"
            " extract with --format documents --with-text"
        )
    return loaded.document.text
