"""IPTC ninjs, versions 1 to 3: a news item as a JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimwire.articles.agency.item import Item
from claimwire.articles.fields import string
from claimwire.articles.texts.markup import text_of

# Versions differ in the spelling of names only: body_text, bodyText
_BODIES = ("bodytext", "bodyxhtml", "bodyhtml")
# When the text was written, as it stands: the version's own time comes before that of the first version
_DATES = ("versioncreated", "contentcreated", "firstcreated")


def is_ninjs(fields: Mapping[str, Any]) -> bool:
    """Whether an object is a ninjs item: it has a URI and a body or a headline of ninjs's names."""
    names = set(map(_plain, fields))
    return "uri" in names and bool(names & {*_BODIES, "bodies", "headline", "headlines", "versioncreated"})


def item_of(fields: Mapping[str, Any]) -> Item:
    """The item of a ninjs object."""
    named = {_plain(name): value for name, value in fields.items()}
    date = next((named[d] for d in _DATES if isinstance(named.get(d), str)), None)
    return Item(
        body=_body(named),
        headline=string(named.get("headline"))
        or _first(named.get("headlines"))
        or string(named.get("title")),
        id=string(named.get("uri")),
        date=date,
        author=string(named.get("byline") or named.get("by") or named.get("bylines")),
        url=string(named.get("url")),
        status=string(named.get("pubstatus")),
    )


def _plain(name: object) -> str:
    return str(name).replace("_", "").lower()


def _body(named: Mapping[str, Any]) -> str:
    for name in _BODIES:
        if isinstance(named.get(name), str) and named[name].strip():
            return named[name] if name == "bodytext" else text_of(named[name])
    return _first(named.get("bodies")) or ""


def _first(parts: Any) -> str | None:
    """The best of versions 2's and 3's lists of {"role", "contentType", "value"}.

    The main one (a summary has a role of its own), and of several its plain text before its HTML.
    """
    if not isinstance(parts, list):
        return None
    found = [{_plain(k): v for k, v in p.items()} for p in parts if isinstance(p, Mapping)]
    found = [p for p in found if isinstance(p.get("value"), str) and p["value"].strip()]
    if not found:
        return None
    best = min(found, key=lambda p: (not _is_main(p), _is_html(p)))
    value: str = best["value"]
    return text_of(value) if _is_html(best) else value


def _is_main(part: Mapping[str, Any]) -> bool:
    role = str(part.get("role") or "main").lower()
    return "main" in role or "body" in role


def _is_html(part: Mapping[str, Any]) -> bool:
    return "html" in str(part.get("contenttype", "")).lower()
