"""One article as read: its text untouched, and what the input says of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from claimwire.records import DocumentWarning


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its id, publication date (ISO or None) and origin.

    `title` is the headline as (start, end) offsets into `text` when the input names one.
    `reader` says which reader, in which version, made the text. `date_source` says where `date` was found,
    `language` is a language code as detected, `warnings` what was done to the text or could not be done.
    """

    text: str
    id: str
    source: str | None = None
    date: str | None = None
    title: tuple[int, int] | None = None
    url: str | None = None
    reader: str | None = None
    author: str | None = None
    date_source: str | None = None
    language: str | None = None
    warnings: tuple[DocumentWarning, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash of the text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
