"""Stray words that the encoder takes for content, far from the clause that is it."""

from __future__ import annotations

from dataclasses import replace

from claimwire.layers.attributions.choice import Choice, Interval
from claimwire.layers.attributions.quoted_parse import QuotedParse
from claimwire.layers.grammar.verbs import FINITE

# A base form is one too: "will sell the land, he said, and build homes"
_VERBS = FINITE | {"VB"}
# The least share of a quotation's words that a piece of it has that stands for all of it
_MOSTLY = 0.5


def without_scraps(view: QuotedParse, choice: Choice) -> Choice:
    """The attribution less the pieces of its content that are neither a clause, nor quoted, nor part of one.

    A content is a clause or quoted words (gold guidelines, "attributions"): beside one, a noun elsewhere in
    the text is a slip. "Food prices, she noted, were rising" keeps both of its pieces. One without a clause
    is left as it is.
    """
    clauses = [p for p in choice.content if _has_verb(view, p)]
    kept = tuple(p for p in choice.content if p in clauses or _is_part(view, choice, p, clauses))
    return replace(choice, content=kept) if clauses and len(kept) < len(choice.content) else choice


def _has_verb(view: QuotedParse, piece: Interval) -> bool:
    return any(view.parse.tag[i] in _VERBS for i in range(*piece))


def _is_part(view: QuotedParse, choice: Choice, piece: Interval, clauses: list[Interval]) -> bool:
    return _is_quotation(view, piece) or (
        _adjoins(view, choice, piece) and any(_same_sentence(view, piece, c) for c in clauses)
    )


def _is_quotation(view: QuotedParse, piece: Interval) -> bool:
    """Whether most of a quotation is what a piece holds."""
    found = view.regions_in(*piece)
    return any(view.count(*piece) >= _MOSTLY * view.count(*view.regions[r]) for r in found)


def _adjoins(view: QuotedParse, choice: Choice, piece: Interval) -> bool:
    """Whether no word stands between a piece and the source or cue, which part it from the rest."""
    words = [(choice.cue.first, choice.cue.stop)]
    words += [(choice.source.first, choice.source.stop)] if choice.source else []
    behind = any(stop <= piece[0] and view.count(stop, piece[0]) == 0 for _, stop in words)
    return behind or any(piece[1] <= first and view.count(piece[1], first) == 0 for first, _ in words)


def _same_sentence(view: QuotedParse, a: Interval, b: Interval) -> bool:
    return view.parse.sent[a[0]] == view.parse.sent[b[0]]
