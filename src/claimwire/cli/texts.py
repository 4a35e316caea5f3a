"""The texts of records that hold none: from the record, from files named for it, from the record's source.

A text belongs to a record when its hash is the record's, wherever it was found and whatever it is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from claimwire.articles import Article, ReadOptions, read_articles
from claimwire.cli.messages import say
from claimwire.records import Document, ErrorRecord

# a report may show articles of any length that could be extracted with a raised --max-chars
_OPTIONS = ReadOptions(max_chars=1_000_000_000, any_language=True)


def texts_of(documents: Sequence[Document], names: Sequence[str]) -> list[str | None]:
    """The text of each document, or None where none is at hand.

    names: files and folders of articles, as `extract` reads them. What cannot be read there is told.
    """
    texts = {d.sha256: d.text for d in documents if d.text is not None and _hash(d.text) == d.sha256}
    wanted = {d.sha256 for d in documents} - texts.keys()
    if wanted and names:
        texts |= _read(names, wanted, tell=True)
    if wanted := wanted - texts.keys():
        sources = [_file_of(d.source) for d in documents if d.sha256 in wanted and d.source]
        texts |= _read(dict.fromkeys(filter(None, sources)), wanted, tell=False)
    return [texts.get(d.sha256) for d in documents]


def _file_of(source: str) -> str | None:
    """The file that a source names, or the archive that it names a file in; None where there is none."""
    path = Path(source)
    return next((str(p) for p in (path, *path.parents) if p.is_file()), None)


def _hash(text: str) -> str:
    return Article(text=text, id="").sha256


def _read(names: Iterable[str], wanted: set[str], tell: bool) -> dict[str, str]:
    found = {}
    for name in names:
        for item in read_articles([name], _OPTIONS):
            if isinstance(item, ErrorRecord):
                if tell and item.error != "duplicate":
                    say(f"view: {item.source}: {item.message}")
            elif item.sha256 in wanted:
                found[item.sha256] = item.text
    return found
