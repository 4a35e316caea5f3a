"""How inputs are read: which fields hold what, what date holds where none is given, what is too long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MAX_CHARS = 1_000_000
Format = Literal[
    "text", "markdown", "jsonl", "json", "html", "csv", "parquet", "xml", "warc", "docx", "pdf", "zip"
]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of all readers.

    *_field: the names of the fields of JSONL objects, table rows and front matter. date: the publication
    date (ISO) of articles that give none. format: overrides what a file's suffix says. id_from: what an
    article without an id is called after: its file's stem, or its path within the folder named. max_chars:
    longer texts are refused. any_language: take texts that are not English too.
    """

    id_field: str = "id"
    text_field: str = "text"
    date_field: str = "date"
    title_field: str = "title"
    url_field: str = "url"
    author_field: str = "author"
    date: str | None = None
    format: Format | None = None
    id_from: Literal["stem", "path"] = "stem"
    max_chars: int = MAX_CHARS
    any_language: bool = False
