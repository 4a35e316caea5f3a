"""Names as they are compared across articles: without titles, articles, legal forms, in one spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from claimwire import lexicon

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)+\.?|[^\W_]+")
_SMALL = frozenset({"the", "a", "an", "of", "and", "for", "s"})


@lru_cache(maxsize=200_000)
def name_tokens(name: str, person: bool = False) -> tuple[str, ...]:
    """The words of a name that tell it from others, lower case: "The U.S. Navy" gives us, navy.

    Small words, legal forms at the end, and of persons titles in front and inner initials are left out,
    unless nothing else is there; well-known other names of states and bodies are put into one form.
    """
    words = [w.replace(".", "") for w in _WORD.findall(_folded(name))]
    kept = [w for w in words if w not in _SMALL] or words
    kept = _without_end(kept, _forms())
    if person:
        kept = _without_initials(_without_front(kept, _titles()))
        kept = [_given().get(kept[0], kept[0]), *kept[1:]] if len(kept) > 1 else kept
    named = _aliases().get(" ".join(kept)) or _aliases().get(" ".join(words))
    return tuple(named.split()) if named else tuple(kept)


def _without_front(words: list[str], dropped: frozenset[str]) -> list[str]:
    while len(words) > 1 and words[0] in dropped:
        words = words[1:]
    return words


def _without_end(words: list[str], dropped: frozenset[str]) -> list[str]:
    while len(words) > 1 and words[-1] in dropped:
        words = words[:-1]
    return words


def _without_initials(words: list[str]) -> list[str]:
    return [w for i, w in enumerate(words) if len(w) > 1 or i in (0, len(words) - 1)]


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"'s?(?=\W|$)", "", plain)


@cache
def _titles() -> frozenset[str]:
    listed = {row["title"].replace(".", "").lower() for row in lexicon.table("titles")}
    return frozenset(t for t in listed | lexicon.words("ranks") if " " not in t)


@cache
def _forms() -> frozenset[str]:
    return frozenset(w for w in lexicon.words("org_suffixes") if " " not in w)


@cache
def _given() -> dict[str, str]:
    """Short forms of given names that stand for one full name only."""
    return {row["short"]: row["full"] for row in lexicon.table("nicknames") if "," not in row["full"]}


@cache
def _aliases() -> dict[str, str]:
    return {row["other"]: row["name"] for row in lexicon.table("name_aliases")}


def initials(key: str) -> str:
    """The first letters of a key's words: "united nations" gives "un"."""
    return "".join(w[0] for w in key.split())
