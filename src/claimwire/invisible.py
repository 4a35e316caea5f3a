"""Texts with characters that nobody sees: the layers read them without, the records are of the text as it is.

Zero-width characters, direction marks and soft hyphens stand in words, numbers and quotations as they come
from web pages, feeds and PDF files; letters with separate accents, ligatures and non-breaking spaces are
other spellings of what the layers know. The pipeline reads a text without all of these; afterwards each
offset is moved to its place in the original, and each `text` is that slice of the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from claimwire.articles import Article
from claimwire.records import Document
from claimwire.stretches import CONTEXT

# Zero-width space, joiners and marks of direction, soft hyphen, byte order mark (Unicode, Default_Ignorable)
_IGNORABLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SPACES = "\u00a0\u2007\u2009\u202f"
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_ODD = re.compile(
    rf"""
      (?P<grouped>(?<=\d)[{_SPACES}](?=\d{{3}}(?!\d)))         # 45 000 with a space that does not break
    | (?P<hyphen>\u00ad[ \t]*\r?\n[ \t]*(?=\w))                # a word broken at the end of a line
    | (?P<space>[{_SPACES}]|(?<=[a-z][.!?])\u200b(?=[A-Z]))    # spaces, and what parts two sentences
    | (?P<ignorable>[{_IGNORABLE}]+)
    | (?P<ligature>[\ufb00-\ufb04])
    | (?P<accented>\w[\u0300-\u036f]+)                         # letters with separate accents
    """,
    re.VERBOSE,
)
_GROUPS = re.compile(rf"(?<![\d.,{_SPACES}])\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d])")


@dataclass(frozen=True, slots=True)
class Visible:
    """A text as the layers read it, and where its characters stand in the original.

    starts, ends: of each character, the offsets in the original between which it stands.
    """

    original: str
    text: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that a span of the text stands for, without what is invisible around."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        at = self.starts[start] if start < len(self.starts) else len(self.original)
        return at, at

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that a span of the original holds."""
        first = bisect_left(self.starts, start)
        return first, max(first, bisect_right(self.ends, end))

    def restored(self, document: Document) -> Document:
        """A document of the text as the document of the original."""
        return msgspec.convert(self._moved(msgspec.to_builtins(document)), Document)

    def _moved(self, value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return [self._moved(item) for item in value]
        if not isinstance(value, dict):
            return value
        out = {key: self._moved(item) for key, item in value.items()}
        if isinstance(out.get("start"), int) and isinstance(out.get("end"), int):
            self._place(out)
        return out

    def _place(self, span: dict[str, Any]) -> None:
        start, end = span["start"], span["end"] = self.span(span["start"], span["end"])
        if "text" in span:
            span["text"] = self.original[start:end]
        if "prefix" in span:
            span["prefix"] = self.original[max(0, start - CONTEXT) : start]
            span["suffix"] = self.original[end : end + CONTEXT]


def visible(text: str) -> Visible | None:
    """The text without what is invisible; None where there is nothing of the kind, as in most texts."""
    if text.isascii() or not _ODD.search(text):
        return None
    grouped = {i for m in _GROUPS.finditer(text) for i in range(*m.span())}
    out: list[str] = []
    # plain lists would take ten times the memory of a long text
    starts, ends = array("l"), array("l")
    for piece, start, end in _pieces(text, grouped):
        plain = len(piece) == end - start
        out.append(piece)
        starts.extend(range(start, end) if plain else [start] * len(piece))
        ends.extend(range(start + 1, end + 1) if plain else [end] * len(piece))
    return Visible(text, "".join(out), starts, ends)


def _pieces(text: str, grouped: set[int]) -> Iterator[tuple[str, int, int]]:
    """What stands for each stretch of a text: (piece, start, end)."""
    at = 0
    for found in _ODD.finditer(text):
        yield text[at : found.start()], at, found.start()
        at = found.end()
        yield _seen(found, grouped), found.start(), at
    yield text[at:], at, len(text)


def _seen(found: re.Match[str], grouped: set[int]) -> str:
    kind = found.lastgroup
    if kind == "grouped":
        return "" if found.start() in grouped else " "
    if kind == "space":
        return " "
    if kind == "ligature":
        return _LIGATURES[found[0]]
    return unicodedata.normalize("NFC", found[0]) if kind == "accented" else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the layers read it, and the way back."""

    article: Article
    original: Article
    visible: Visible | None

    def restored(self, document: Document) -> Document:
        """A document of the article that was read as the document of the original."""
        if self.visible is None:
            return document
        return replace(self.visible.restored(document), sha256=self.original.sha256)


def reading(article: Article) -> Reading:
    """The article as the layers read it: the same one where nothing in its text is invisible."""
    found = visible(article.text)
    if found is None:
        return Reading(article, article, None)
    title = found.within(*article.title) if article.title else None
    return Reading(replace(article, text=found.text, title=title), article, found)
