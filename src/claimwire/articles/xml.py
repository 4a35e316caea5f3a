"""XML: agencies' items (NITF, NewsML) and feeds (RSS, Atom), told apart by their root element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from xml.etree import ElementTree

from claimwire.articles.agency import newsml, nitf
from claimwire.articles.agency.item import Item, article_of
from claimwire.articles.article import Article
from claimwire.articles.decode import decode
from claimwire.articles.errors import InputError
from claimwire.articles.files import read_all
from claimwire.articles.options import ReadOptions
from claimwire.articles.places import InputFile

_PROLOG = re.compile(r"^\s{0,99}<\?xml[^>]{0,300}\?>")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})["']""")
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_OF_XML = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_FEEDS = frozenset(("rss", "feed", "RDF"))
_NEWSML = ("newsml", newsml.items)
_READERS = {
    "nitf": ("nitf", nitf.items),
    "newsMessage": _NEWSML,
    "newsItem": _NEWSML,
    "packageItem": _NEWSML,
    "NewsML": _NEWSML,
    "NewsItem": _NEWSML,
}


def read(place: InputFile, id: str, options: ReadOptions) -> Iterator[tuple[str, Article | InputError]]:
    """The articles of the file; an item that is none gives its InputError. Raises InputError for the file."""
    data = read_all(place)
    text = _text(data, place.source)
    root = _ROOT.search(_COMMENT.sub("", text))
    name = root[1] if root else ""
    if name in _FEEDS:
        from claimwire.articles import feeds

        yield from feeds.articles(data, place, id, options)
        return
    if name not in _READERS:
        message = (
            f"is XML with the root <{name}>; NITF, NewsML, RSS and Atom are read" if name else "is no XML"
        )
        raise InputError(place.source, message, "xml")
    reader, items = _READERS[name]
    yield from _articles(items(_tree(text, place.source)), place, id, reader, options)


def _articles(
    items: Iterator[Item], place: InputFile, id: str, reader: str, options: ReadOptions
) -> Iterator[tuple[str, Article | InputError]]:
    try:
        found = list(items)
    except RecursionError:
        raise InputError(place.source, "is XML nested too deeply; mend it", "xml") from None
    if not found:
        raise InputError(place.source, f"is {reader} without a news item", "empty")
    for number, item in enumerate(found, 1):
        where, own_id = (
            (place.source, id) if len(found) == 1 else (f"{place.source}:{number}", f"{id}-{number}")
        )
        try:
            yield where, article_of(item, where, place.source, own_id, reader, options)
        except InputError as error:
            yield where, error


def _text(data: bytes, source: str) -> str:
    if declared := _DECLARED.match(data):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # files often declare an encoding that they are not in
    return decode(data, source)[0]


def _tree(text: str, source: str) -> ElementTree.Element:
    # entities that a file declares itself can grow without bound; no news format needs them
    if "<!ENTITY" in text:
        raise InputError(source, "declares XML entities, which are not read; give it without", "xml")
    plain = _ENTITY.sub(_character, _PROLOG.sub("", text, count=1))
    try:
        return ElementTree.fromstring(plain)
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise InputError(source, f"is no well-formed XML: {error}; mend it", "xml") from None


def _character(found: re.Match[str]) -> str:
    return found[0] if found[1] in _OF_XML else html5.get(found[1], found[0])
