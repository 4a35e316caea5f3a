"""HTML entities in texts that are no HTML: `&#8217;` and `&amp;quot;`, as feeds and scrapers leave them."""

from __future__ import annotations

import html
import re
from html.entities import html5

_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def decoded(text: str) -> str:
    """The text with its entities decoded, twice where they were encoded twice (`&amp;quot;`)."""
    once = _decoded(text)
    return _decoded(once) if once != text else text


def _decoded(text: str) -> str:
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    name = found[0][1:]
    if not name.startswith("#"):
        return html5.get(name, found[0])  # "&notit;" is no entity, though html.unescape reads "&not" in it
    character = html.unescape(found[0])
    return found[0] if character in ("", "\ufffd") else character
