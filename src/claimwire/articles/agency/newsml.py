"""NewsML-G2 and NewsML 1 (IPTC): messages of news items, whose text is NITF, HTML or plain."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from claimwire.articles.agency import nitf
from claimwire.articles.agency.item import Item
from claimwire.articles.agency.trees import every, first, local, paragraphs, words

_ITEMS = ("newsItem", "NewsItem")
_DATES = ("versionCreated", "contentCreated", "firstCreated", "ThisRevisionCreated", "FirstCreated", "DateId")


def items(root: Element) -> Iterator[Item]:
    """The items of a message that hold text; pictures and packages among them are passed over."""
    found = [_item(element) for element in list(every(root, *_ITEMS))]
    texts = [item for item in found if item.body.strip()]
    yield from texts or found


def _item(item: Element) -> Item:
    status = first(item, "pubStatus")
    inner = first(item, "nitf")
    of_nitf = nitf.item_of(inner) if inner is not None else None
    return Item(
        body=of_nitf.body if of_nitf else _body(item),
        headline=words(first(item, "headline"))
        or words(first(item, "HeadLine"))
        or (of_nitf.headline if of_nitf else None),
        id=item.get("guid") or words(first(item, "NewsIdentifier", "PublicIdentifier")) or None,
        date=next((date for name in _DATES if (date := words(first(item, name)))), None)
        or (of_nitf.date if of_nitf else None),
        author=words(first(item, "by")) or words(first(item, "ByLine")) or None,
        status=status.get("qcode") if status is not None else None,
    )


def _body(item: Element) -> str:
    for element in every(item, "inlineXML", "inlineData", "DataContent"):
        body = next((e for e in element.iter() if local(e) in ("body", "body.content")), None)
        if body is not None or len(element):
            return paragraphs(body if body is not None else element)
        if element.text and "base64" not in (element.get("encoding") or ""):
            return element.text
    return ""
