"""Where a clause begins and ends: its subtree less edge clauses of their own, frames and punctuation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from claimwire.layers.claims.clause import Clause
from claimwire.layers.grammar.trimming import trimmed
from claimwire.layers.parse import Parse

_DASHES = frozenset({"-", "–", "—", "―", "--"})
_OWN = frozenset({"claim", "reporting", "frame"})


def cutter(
    parse: Parse, clauses: Mapping[int, Clause], clause: Clause, lent: Collection[int]
) -> Callable[[int], bool]:
    """Tells which tokens head something that is cut off at the edges of a clause.

    Clauses that are no mere part of it, subjects lent to other clauses, and a noun hung on the verb of a
    relative clause as if it were a conjunct ("the plant that closed and the shop"). lent: all lent subjects.
    """

    def cut(i: int) -> bool:
        other = clauses.get(i)
        if other is not None:
            return other.status in _OWN and i != clause.head
        if parse.dep[i] == "conj" and clause.kind == "relative":
            return parse.head[i] == clause.head and parse.pos[i] in ("NOUN", "PROPN")
        return i in lent and i != clause.lent

    return cut


def before_closing_dash(parse: Parse, first: int, after: int, stop: int) -> int:
    """The stop of a clause that a dash opened, at the dash that closes it."""
    if first == 0 or parse.sent[first - 1] != parse.sent[after - 1] or not _is_dash(parse, first - 1):
        return stop
    return next((k for k in range(after, stop) if _is_dash(parse, k)), stop)


def _is_dash(parse: Parse, k: int) -> bool:
    """Whether a token is a dash between words, no hyphen within one."""
    glued = (
        0 < k < len(parse) - 1 and parse.end[k - 1] == parse.start[k] and parse.end[k] == parse.start[k + 1]
    )
    return parse.orth[k] in _DASHES and not (glued and parse.orth[k] == "-")


def extent(
    parse: Parse, head: int, keep: tuple[int, int], cut: Callable[[int], bool], bounds: tuple[int, int]
) -> tuple[int, int]:
    """Tokens [first, stop) of the clause headed by `head`.

    keep: tokens [first, stop) that no cut may reach (the predicate). bounds: tokens that it may reach to.
    cut: whether a token heads a clause that is taken off where it stands at an edge.
    """
    first = min(max(parse.left[head], bounds[0]), keep[0])
    end = min(_with_rest(parse, head, cut), _before_conjunct(parse, head, keep[1], cut))
    stop = max(min(end, bounds[1]), keep[1])
    first, stop = trimmed(parse, first, stop)
    while (edge := _clause_at(parse, head, stop - 1, cut)) is not None and parse.left[edge] >= keep[1]:
        first, stop = trimmed(parse, first, parse.left[edge])
    while (edge := _clause_at(parse, head, first, cut)) is not None and parse.right[edge] < keep[0]:
        first, stop = trimmed(parse, parse.right[edge] + 1, stop)
    return _whole_words(parse, first, stop, keep[1])


def _whole_words(parse: Parse, first: int, stop: int, least: int) -> tuple[int, int]:
    """The stretch with the prefix that a hyphen ties to its first word, less one of the clause behind it.

    "A clerk [e-mailed them] and [re-opened the shop]"; least: where it must not end before.
    """
    while first > 1 and _is_hyphen(parse, first - 1) and parse.orth[first - 2].isalpha():
        first -= 2
    if least < stop < len(parse) - 1 and _is_hyphen(parse, stop):
        stop -= 1
        stop -= least < stop and parse.tag[stop - 1] == "CC"
    return first, stop


def _is_hyphen(parse: Parse, k: int) -> bool:
    """Whether a token is a hyphen inside of a word."""
    tied = parse.end[k - 1] == parse.start[k] and parse.end[k] == parse.start[k + 1]
    return parse.orth[k] == "-" and tied


def _before_conjunct(parse: Parse, head: int, after: int, cut: Callable[[int], bool]) -> int:
    """The token that the next coordinated clause begins at, even where words behind it hang on this verb."""
    joined = (c for c in parse.dependents(head, "conj") if parse.left[c] >= after and cut(c))
    return next((parse.left[c] for c in joined), len(parse))


def _with_rest(parse: Parse, head: int, cut: Callable[[int], bool]) -> int:
    """The end of a verb's subtree, with what the parser hung on the verb before it instead.

    "The lab was built in May and opened in June, part of a wider push": the part is what it was opened as.
    """
    stop, above = parse.right[head] + 1, parse.head[head]
    if parse.dep[head] != "conj" or parse.pos[above] not in ("VERB", "AUX"):
        return stop
    behind = [c for c in parse.children[above] if c > head and parse.left[c] >= stop]
    if any(parse.dep[c] not in _REST or cut(c) for c in behind):
        return stop
    return max([parse.right[c] + 1 for c in behind], default=stop)


_REST = frozenset({"npadvmod", "advmod", "advcl", "prep", "punct"})


def _clause_at(parse: Parse, head: int, at: int, cut: Callable[[int], bool]) -> int | None:
    """The uppermost clause to cut off on the way from the head of a clause down to the token at its edge."""
    node: int | None = head
    while node is not None and node != at:
        near = parse.children[node] if at < node else reversed(parse.children[node])
        node = next((c for c in near if parse.left[c] <= at <= parse.right[c]), None)
        if node is not None and cut(node):
            return node
    return None
