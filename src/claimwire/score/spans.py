"""How spans are compared: overlap, shared words, and noun phrases of the same head.

A span is (start, end), code points, end-exclusive. Records hold them as {"start", "end"}; in gold they may
be [start, end] pairs too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

Span = tuple[int, int]
_WORD = re.compile(r"\w+")
# What can follow the head of a noun phrase: punctuation, a preposition, a relative word.
_AFTER_HEAD = re.compile(
    r"[,;:(\u2013\u2014]|\s-\s|\b(?:of|in|on|at|for|with|without|by|from|to|against|between|among|about|over"
    r"|under|since|than|who|whom|whose|which|that|where|aged)\b",
    re.IGNORECASE,
)


def span(value: Any) -> Span:
    """The span of a record or pair."""
    return (value["start"], value["end"]) if isinstance(value, dict) else (value[0], value[1])


def spans(value: Any) -> list[Span]:
    """The spans of a list of records or pairs, of a single one, or of null."""
    if not value:
        return []
    single = isinstance(value, dict) or isinstance(value[0], int)
    return [span(value)] if single else [span(v) for v in value]


def overlap(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Whether any of the spans shares a character with any of the others."""
    others = list(other)
    return any(a < d and c < b for a, b in one for c, d in others)


def shared_words(text: str, one: Iterable[Span], other: Iterable[Span]) -> float:
    """Jaccard index of the words (by place) that two sets of spans cover; 1.0 where neither covers any."""
    a, b = _words(text, one), _words(text, other)
    return len(a & b) / len(a | b) if a | b else 1.0


def same_noun_phrase(text: str, one: Span, other: Span) -> bool:
    """Whether two noun phrases end in the same word, or have the same head whatever hangs on it."""
    a, b = text[slice(*one)], text[slice(*other)]
    return _last(a) == _last(b) or _head(a) == _head(b)


def _words(text: str, covered: Iterable[Span]) -> set[int]:
    return {start + word.start() for start, end in covered for word in _WORD.finditer(text[start:end])}


def _last(phrase: str) -> str:
    words = _WORD.findall(phrase)
    return words[-1].lower() if words else ""


def _head(phrase: str) -> str:
    for found in _AFTER_HEAD.finditer(phrase):
        if before := _last(phrase[: found.start()]):
            return before
    return _last(phrase)
