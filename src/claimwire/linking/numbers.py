"""Numbers of several articles that are given of one thing: those that agree, and those that do not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from claimwire.linking.amounts import number_likelihood, rival_likelihood
from claimwire.linking.digest import Amount, Statement
from claimwire.linking.linkage import average_linkage, components
from claimwire.linking.times import other_time

# How likely two numbers that differ are of one thing at least, in the pair that tells it most surely.
RIVAL = 0.5

Counting = tuple[int, int | None]  # a node, and which of its amounts the group is about
_Likelihood = Callable[[Amount, Amount, float], float]
_Pairs = dict[tuple[int, int], float]
_Places = dict[int, list[int]]  # the numbers of a node's amounts


class Compared(Protocol):
    """What is known of statements that pairs connect, by their numbers."""

    @property
    def scores(self) -> Mapping[tuple[int, int], float]:
        """The probability of each likely pair, the lower number first."""

    def met(self, a: int, b: int) -> bool:
        """Whether two statements were compared."""

    def statement(self, node: int) -> Statement:
        """The statement itself."""

    def document(self, node: int) -> str:
        """The id of its document."""

    def published(self, node: int) -> str | None:
        """The day on which that was published (ISO)."""


def number_clusters(component: Compared, threshold: float) -> list[list[Counting]]:
    """Numbers of one thing: their statements are alike, and what is counted is.

    Those that agree are joined first, because the same value helps; then clusters whose values differ where
    one pair of their statements is surely alike. Only clusters of two documents or more are given.
    """
    held = _counted(component)
    place: _Places = {}
    for i, (n, _) in enumerate(held):
        place.setdefault(n, []).append(i)

    def met(x: int, y: int) -> bool:
        return component.met(held[x][0], held[y][0])

    agreeing = average_linkage(_pairs(component, place, number_likelihood), met, threshold)
    rivals = _pairs(component, place, rival_likelihood)
    told = [(component.statement(n), component.published(n)) for n, _ in held]
    joined = _with_rivals(
        agreeing, [p for p in rivals if rivals[p] >= RIVAL and not other_time(*told[p[0]], *told[p[1]])]
    )
    found: list[list[Counting]] = [[held[i] for i in cluster] for cluster in joined]
    return [c for c in found if len({component.document(n) for n, _ in c}) > 1]


def _counted(component: Compared) -> list[tuple[int, int]]:
    nodes = sorted({n for pair in component.scores for n in pair})
    return [(n, k) for n in nodes for k in range(len(component.statement(n).amounts))]


def _pairs(component: Compared, place: _Places, likelihood: _Likelihood) -> _Pairs:
    """The pairs of amounts that are likely of one thing."""
    return {
        (min(x, y), max(x, y)): alike
        for (a, b), score in component.scores.items()
        if a in place and b in place
        for x, one in zip(place[a], component.statement(a).amounts, strict=True)
        for y, other in zip(place[b], component.statement(b).amounts, strict=True)
        if (alike := likelihood(one, other, score))
    }


def _with_rivals(agreeing: list[list[int]], sure: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Clusters joined to those that give another number of the same thing."""
    cluster_of = {n: i for i, cluster in enumerate(agreeing) for n in cluster}
    single = {
        n: len(agreeing) + i for i, n in enumerate(sorted({n for p in sure for n in p} - set(cluster_of)))
    }
    members = [*agreeing, *([n] for n in single)]
    cluster_of |= single
    alone = [(i, i) for i in range(len(agreeing))]
    parts = components([*alone, *((cluster_of[a], cluster_of[b]) for a, b in sure)])
    return sorted(sorted(n for i in part for n in members[i]) for part in parts)
