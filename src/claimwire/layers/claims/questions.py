"""Direct questions: they ask, and put nothing forward."""

from __future__ import annotations

from claimwire.layers.grammar.verbs import AUXILIARY, SUBJECT
from claimwire.layers.parse import Parse

_ASKING = frozenset({"WRB", "WP", "WDT", "WP$"})
_STOPS = frozenset({"?", "!", ".", "?!", "!?", "??"})
_REACH = 60


def is_question(parse: Parse, head: int) -> bool:
    """Whether the clause of a verb asks directly: a question mark behind, and the order of a question.

    So "Will fares rise?", "Why did they close it?", "Who paid?"; not "They paid?", "They paid, didn't they?".
    """
    return _mark_behind(parse, head) and (_inverted(parse, head) or _asks_first(parse, head))


def _mark_behind(parse: Parse, head: int) -> bool:
    stop = min(head + _REACH, parse.sents[parse.sent[head]][1])
    return next((parse.orth[k] for k in range(head, stop) if parse.orth[k] in _STOPS), "") in (
        "?",
        "?!",
        "??",
    )


def _inverted(parse: Parse, head: int) -> bool:
    """Whether a subject stands behind the finite verb; who is spoken to may pass for one before it."""
    finite = next((c for c in parse.children[head] if parse.dep[c] in AUXILIARY), head)
    return any(finite < parse.left[c] for c in parse.children[head] if parse.dep[c] in SUBJECT)


def _asks_first(parse: Parse, head: int) -> bool:
    first = next(
        (k for k in range(parse.left[head], head + 1) if parse.pos[k] not in ("PUNCT", "CCONJ", "ADP")), head
    )
    return parse.tag[first] in _ASKING
