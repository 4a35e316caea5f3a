"""A finite clause and what it is to the claims; the rooms beside this one find and fill it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from claimwire.layers.claims.predicate import VerbGroup

Kind = Literal["main", "complement", "relative", "adverbial"]
Status = Literal["claim", "reporting", "frame", "part", "condition", "question"]

_REACH = 40


@dataclass(slots=True)
class Clause:
    """A finite clause. `head`: its finite verb. `base`: the first of its conjuncts (itself if it is none).

    `marker`: token of its subordinator. `status`: what it is to the claims; only "claim" makes a record.
    `above`: head of the clause that it continues as a conjunct. `lent`: a subject hung elsewhere.
    `condition`: token that opens a condition on it.
    """

    head: int
    kind: Kind
    base: int
    group: VerbGroup
    marker: int | None
    status: Status
    above: int | None = None
    lent: int | None = None
    condition: int | None = None


def conjuncts_before(clause: Clause, clauses: Mapping[int, Clause]) -> Iterator[Clause]:
    """The clauses that a coordinated clause continues, nearest first, as far as a reader would look."""
    above = clause.above
    for _ in range(_REACH):
        if above is None or above not in clauses:
            return
        yield clauses[above]
        above = clauses[above].above
