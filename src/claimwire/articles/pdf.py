"""PDF files through pdfminer.six: paragraphs of whole lines, words joined that a line's end had parted.

Offsets count in the text that comes out, which `--with-text` keeps.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version

from claimwire.articles.article import Article
from claimwire.articles.checks import without_date
from claimwire.articles.errors import InputError
from claimwire.articles.files import library, read_all
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile
from claimwire.records import DocumentWarning

JOINED = DocumentWarning(
    "joined_lines", "lines of the PDF were joined to paragraphs; offsets count in the result"
)
_PAGES = 500
_BLOCK = re.compile(r"\n[ \t]*\n")
_BROKEN = re.compile(r"(?<!\w)(\w{1,40})[-\u00ad\u2010]\n[ \t]{0,9}(?=([a-z]\w{0,40}))")
_FINAL = re.compile(r"[.!?:;\"”’)\]|]$")
_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?$", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:-\w+)*")


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article]]:
    """The one article of the file. Raises InputError, also where the file holds pictures of text only."""
    library("pdfminer.high_level", place, "a PDF file", "pdfminer.six", "pdf")
    pages = _pages(read_all(place), place)
    text = joined(pages)
    if not text:
        raise InputError(place.source, "is a PDF file without text (a scan?); give its text", "no_text")
    reader = f"pdf (pdfminer.six {version('pdfminer.six')})"
    yield place.source, replace(without_date(place.source, text, id, reader, options), warnings=(JOINED,))


def _pages(data: bytes, place: InputFile) -> list[str]:
    from pdfminer.high_level import extract_text
    from pdfminer.layout import LAParams

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    if b"%PDF-" not in data[:1024]:
        raise InputError(place.source, "is no PDF file", "pdf")
    try:
        text = extract_text(io.BytesIO(data), maxpages=_PAGES, laparams=LAParams())
    except Exception as error:  # of a damaged file, pdfminer may raise anything
        why = "needs a password" if "Password" in type(error).__name__ else "cannot be read"
        message = f"is a PDF file that {why} ({type(error).__name__}); save it again, or give its text"
        raise InputError(place.source, message, "pdf") from None
    return [page for page in text.split("\f") if page.strip()]


def joined(pages: list[str]) -> str:
    """The text of pages: lines joined to paragraphs, without page numbers and repeated heads."""
    blocks = [_BLOCK.split(page.strip()) for page in pages]
    repeated = _repeated(blocks)
    whole = [b.strip() for page in blocks for b in page if b.strip() and b.strip() not in repeated]
    whole = [b for b in whole if not _NUMBER.match(b)]
    known = Counter(_WORD.findall("\n\n".join(whole)))
    return "\n\n".join(_whole_words(b, known) for b in _whole_paragraphs(whole))


def _repeated(blocks: list[list[str]]) -> set[str]:
    """Heads and feet: what stands at the top or bottom of most of three pages or more."""
    ends = Counter(b.strip() for page in blocks for b in {*page[:2], *page[-2:]})
    return {b for b, n in ends.items() if n >= 3 and n > len(blocks) / 2} if len(blocks) >= 3 else set()


def _whole_paragraphs(blocks: list[str]) -> list[str]:
    """Blocks joined where a column or page ends within a sentence."""
    out: list[str] = []
    for block in blocks:
        if out and block[0].islower() and not _FINAL.search(out[-1]):
            out[-1] += "\n" + block
        else:
            out.append(block)
    return out


def _whole_words(block: str, known: Counter[str]) -> str:
    """A paragraph on one line; of a word parted by a hyphen, the form that the text has elsewhere."""

    def one(found: re.Match[str]) -> str:
        hyphenated = f"{found[1]}-{found[2]}"
        return f"{found[1]}-" if known[hyphenated] and not known[found[1] + found[2]] else found[1]

    return " ".join(_BROKEN.sub(one, block).split())
