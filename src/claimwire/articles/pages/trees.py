"""Questions about an lxml tree of a page that several modules ask."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

Element = Any  # lxml's types are those of another package, which only the extra brings

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def text_in(element: Element) -> str:
    """All text in an element, on one line."""
    return " ".join("".join(element.itertext()).split())


def tag_of(element: Element) -> str:
    """The name of an element; "" for comments and instructions."""
    return element.tag if isinstance(element.tag, str) else ""


def drop(element: Element) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def in_links(element: Element) -> int:
    """How many characters of an element's text stand in links."""
    if tag_of(element) == "a" or any(tag_of(a) == "a" for a in element.iterancestors()):
        return len(text_in(element))
    return sum(len(text_in(a)) for a in element.iter("a"))


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The entries of a word list beside this module."""
    lines = (files(__package__) / name).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z0-9]+")


def name_words(element: Element) -> str:
    """The class, id and test id of an element as words between hyphens: "-most-read-list-"."""
    named = " ".join(
        element.get(a) or "" for a in ("class", "id", "data-component", "data-testid", "data-gu-name")
    )
    return f"-{_PARTS.sub('-', _CAPITAL.sub('-', named).lower()).strip('-')}-"
