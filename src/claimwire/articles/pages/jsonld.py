"""What a page says of its story in JSON-LD (schema.org)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from claimwire.articles.fields import string
from claimwire.articles.pages.trees import Element

# schema.org/Article and what is below it, by the ends of their names
_STORIES = ("Article", "BlogPosting", "LiveBlogPosting", "Report")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")  # lists of other stories stand elsewhere
_TELLING = ("headline", "name", "datePublished", "articleBody")
_DEPTH = 6


def stories(tree: Element) -> list[dict[str, Any]]:
    """The objects of the page that describe a story, in order."""
    found = [o for script in _scripts(tree) for o in _objects(_decoded(script), 0)]
    return [o for o in found if story_kinds(o) and any(name in o for name in _TELLING)]


def kinds(described: dict[str, Any]) -> set[str]:
    """The types of an object."""
    types = described.get("@type")
    return {t for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)}


def story_kinds(described: dict[str, Any]) -> set[str]:
    """Those of its types that are stories'."""
    return {kind for kind in kinds(described) if kind.endswith(_STORIES)}


def title_of(story: dict[str, Any]) -> str | None:
    """The headline of a story."""
    return string(story.get("headline")) or string(story.get("name"))


def url_of(story: dict[str, Any]) -> str | None:
    """The address of a story."""
    page = story.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    return next((u for u in (story.get("url"), page) if isinstance(u, str) and u.startswith("http")), None)


def _scripts(tree: Element) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text


def _decoded(script: str) -> Any:
    """The value of a script; None where it is no JSON."""
    script = script.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removesuffix("-->").strip()
    script = script.removesuffix("//]]>").removesuffix(";")
    for text in (script, script.replace("\n", " ").replace("\t", " ").replace("\r", " ")):
        try:
            return msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            continue
    return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in _INSIDE:
            yield from _objects(value.get(name), depth + 1)
