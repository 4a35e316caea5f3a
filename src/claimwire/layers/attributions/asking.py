"""Contents that are questions: quoted with a question mark, or opened by "whether" or a question word."""

from __future__ import annotations

import re
from typing import Literal

from claimwire.layers.parse import Parse
from claimwire.records import Attribution

Question = Literal["", "whether", "wh"]

_ASKING_TAGS = frozenset({"WRB", "WP", "WDT", "WP$"})
_CLOSING = "\"'”’»)] "
_STATED = re.compile(r"[.!][\"'”’»)\]]*\s")


def quoted_question(text: str, attribution: Attribution) -> bool:
    """Whether all sentences of a quoted content end in a question mark."""
    quoted = {s.end for s in attribution.quotes}
    spans = [s for s in attribution.content if attribution.type == "direct" or s.end in quoted]
    if not spans or len(spans) < len(attribution.content):
        return False
    ends = [_ending(text, s.end) for s in spans]
    for n, (span, end) in enumerate(zip(spans, ends, strict=True)):
        goes_on = end == "," and n + 1 < len(spans) and spans[n + 1].text[:1].islower()
        if _STATED.search(span.text) or (end != "?" and not goes_on):
            return False
    return True


def _ending(text: str, end: int) -> str:
    """The mark that ends a quoted sentence, in or behind the span."""
    if end and text[end - 1] == "?":
        return "?"
    behind = text[end : end + 3].lstrip(_CLOSING)
    return behind[:1]


def question_of(parse: Parse, attribution: Attribution, cue: int) -> Question:
    """Whether the content hangs on its cue as a question: "whether S", "if S", "why S"."""
    for span in attribution.content:
        inside = parse.tokens_in(span.start, span.end)
        if not inside:
            continue
        first = inside[0]
        for k in (first, first - 1):
            if k >= 0 and (found := _opens(parse, k, inside, cue)):
                return found
    return ""


def _opens(parse: Parse, k: int, inside: range, cue: int) -> Question:
    if parse.lower[k] == "whether":
        return "whether"
    clause = parse.head[k]
    if parse.lower[k] == "if" and parse.dep[k] == "mark" and clause in inside:
        behind = parse.dep[clause] == "advcl" and parse.head[clause] == cue == k - 1
        return "whether" if behind or parse.dep[clause] in ("ccomp", "pcomp", "xcomp") else ""
    if parse.tag[k] not in _ASKING_TAGS or parse.lower[k] == "that":
        return ""
    above = next((a for a in parse.ancestors(k) if parse.pos[a] in ("VERB", "AUX")), k)
    return "wh" if parse.head[above] not in inside and parse.dep[above] != "csubj" else ""
