"""Word documents through python-docx: paragraphs and tables in order, with what was inserted, not deleted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from typing import Any

from claimwire.articles.article import Article
from claimwire.articles.checks import without_date
from claimwire.articles.errors import InputError
from claimwire.articles.files import library, read_all
from claimwire.articles.headline import standing
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile

_UNPACKED = 256 << 20
_TITLES = ("Title", "Heading 1")
# What is seen of a paragraph: text of runs, also inserted ones, and breaks; deleted text is another element
_SEEN = ".//w:t | .//w:tab | .//w:br | .//w:cr | .//w:noBreakHyphen"
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article]]:
    """The one article of the document; its paragraphs are parted by an empty line. Raises InputError."""
    docx = library("docx", place, "a Word document", "python-docx", "docx")
    data = read_all(place)
    _check_size(data, place)
    try:
        document = docx.Document(io.BytesIO(data))
        blocks = list(_blocks(document.iter_inner_content()))
        properties = document.core_properties
        author, title = properties.author, properties.title
    except Exception as error:  # of a damaged file, python-docx and lxml may raise anything
        message = f"is no Word document that can be read ({type(error).__name__}); save it again as .docx"
        raise InputError(place.source, message, "docx") from None
    text = "\n\n".join(block for _, block in blocks)
    if not text:
        raise InputError(place.source, "is a Word document without text", "no_text")
    headline = next((block for style, block in blocks if style in _TITLES), title)
    article = without_date(place.source, text, id, f"docx (python-docx {version('python-docx')})", options)
    yield (
        place.source,
        replace(article, title=standing(headline, text) if headline else None, author=author or None),
    )


def _check_size(data: bytes, place: InputFile) -> None:
    try:
        size = sum(info.file_size for info in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise InputError(place.source, "is no Word document (.docx), or is damaged", "docx") from None
    if size > _UNPACKED:
        raise InputError(
            place.source, f"unpacks to {size:,} bytes, more than an article can have", "too_long"
        )


def _blocks(inner: Any) -> Iterator[tuple[str, str]]:
    """(style, text) of each paragraph and each row of a table that has text."""
    for block in inner:
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = [
                    " ".join(text for _, text in _blocks(cell.iter_inner_content())) for cell in row.cells
                ]
                if any(cells):
                    yield "", " | ".join(dict.fromkeys(filter(None, cells)))
        elif text := _seen(block).strip():
            yield block.style.name if block.style is not None else "", text


def _seen(paragraph: Any) -> str:
    elements = paragraph._p.xpath(_SEEN)
    return "".join(_CHARACTERS.get(e.tag.rpartition("}")[2], e.text or "") for e in elements)
