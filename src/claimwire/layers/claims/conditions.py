"""Conditions: which clauses are one, and which clauses depend on one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimwire.layers.claims.clause import Clause
from claimwire.layers.grammar.verbs import AUXILIARY, SUBJECT, is_finite
from claimwire.layers.parse import Parse
from claimwire.lexicon import table


def is_condition(parse: Parse, i: int, word: str) -> bool:
    """A clause below "provided that", or inverted before the one it conditions ("should prices rise")."""
    above = parse.head[i]
    if parse.tag[above] in ("VBN", "VBG") and effects().get(parse.lower[above]) == "condition":
        return not is_finite(parse, above)
    return not word and i < above and is_inverted(parse, i)


def is_inverted(parse: Parse, i: int) -> bool:
    """Whether the verb stands before the subject: "should it fail", "had they known", "were it to fail"."""
    first = parse.left[i]
    if first == i and parse.lower[i] == "were" and i < parse.head[i]:
        return any(parse.dep[c] in SUBJECT for c in parse.children[i])
    return parse.lower[first] in ("should", "had", "were") and first != i and parse.dep[first] in AUXILIARY


def conditions(parse: Parse, clauses: Mapping[int, Clause]) -> dict[int, int]:
    """The clauses that depend on a condition, each with the token that opens it.

    A condition holds of the nearest clause above it, wherever in that clause the parser hung it.
    """
    owner = {v: i for i, clause in clauses.items() for v in clause.group.verbs}
    conditional = ((_opener(parse, c), i) for i, c in clauses.items() if c.status == "condition")
    opened = {m: i for m, i in conditional if m is not None}
    for m in range(len(parse)):
        if parse.dep[m] == "mark" and effects().get(parse.lower[m]) == "condition":
            opened.setdefault(m, parse.head[m])
    out: dict[int, int] = {}
    for marker, head in opened.items():
        if parse.dep[head] == "ccomp" and parse.lower[marker] == "if" or not _is_whole(parse, head):
            continue
        if marker > 0 and parse.lower[marker - 1] in ("even", "as"):  # holds with or without it; compares
            continue
        above = next((owner[k] for k in parse.ancestors(head) if k in owner and owner[k] != head), None)
        if above is not None:
            out.setdefault(above, marker)
    return out


def _is_whole(parse: Parse, head: int) -> bool:
    """Whether a conditional clause has a subject, or is a participle that does without ("if approved")."""
    if parse.dep[head] == "advcl" and parse.tag[head] == "VBN":
        return True
    return any(parse.dep[c] in SUBJECT for c in parse.children[head])


def _opener(parse: Parse, clause: Clause) -> int | None:
    if parse.dep[clause.head] == "conj":
        return None
    return clause.marker if clause.marker is not None else parse.left[clause.head]


@cache
def effects() -> dict[str, str]:
    """What a clause is to the one above it, by its subordinator."""
    return {row["word"]: row["effect"] for row in table("subordinators")}
