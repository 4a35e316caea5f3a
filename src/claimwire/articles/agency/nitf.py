"""NITF, the News Industry Text Format (IPTC), versions 3.x."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from claimwire.articles.agency.item import Item
from claimwire.articles.agency.trees import every, first, paragraphs, words


def items(root: Element) -> Iterator[Item]:
    """The items of a tree, one for each `nitf` element."""
    for nitf in list(every(root, "nitf")):
        yield item_of(nitf)


def item_of(nitf: Element) -> Item:
    """The item of an `nitf` element."""
    head, doc = first(nitf, "head"), first(nitf, "docdata")
    second = words(first(nitf, "hedline", "hl2"))
    body = paragraphs(first(nitf, "body.content"))
    return Item(
        body=f"{second}\n\n{body}" if second and body else body,
        headline=words(first(nitf, "hedline", "hl1")) or words(first(head, "title")) or None,
        id=_attribute(doc, "doc-id", "id-string"),
        date=_attribute(doc, "date.issue", "norm")
        or _attribute(doc, "date.release", "norm")
        or _story_date(nitf),
        author=words(first(nitf, "byline")) or None,
    )


def _attribute(parent: Element | None, name: str, attribute: str) -> str | None:
    element = first(parent, name)
    return (element.get(attribute) or None) if element is not None else None


def _story_date(nitf: Element) -> str | None:
    return _attribute(nitf, "story.date", "norm")
