"""Elements of XML by their local names, whatever their namespaces, and their text."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from claimwire.articles.texts.markup import text_of


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def every(root: Element, *names: str) -> Iterator[Element]:
    """The elements of these names, in the document's order, the root included."""
    return (e for e in root.iter() if local(e) in names)


def first(root: Element | None, *path: str) -> Element | None:
    """The first element at the end of a path of names, each somewhere within the one before."""
    for name in path:
        root = next(every(root, name), None) if root is not None else None
    return root


def words(element: Element | None) -> str:
    """The text in an element, on one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def paragraphs(element: Element | None) -> str:
    """The text of an element that holds HTML or NITF's body, its paragraphs parted by an empty line."""
    if element is None:
        return ""
    for inner in element.iter():
        inner.tag = local(inner) or "template"  # comments are no text
    return text_of(tostring(element, encoding="unicode", method="html"))
