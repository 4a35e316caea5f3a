"""Average linkage over sparse pairs: groups alike on average, so that chains do not melt."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)
Pair = tuple[Node, Node]


def components(pairs: Iterable[Pair[Node]]) -> list[list[Node]]:
    """The nodes that pairs connect, each component in the order of its first appearance."""
    parent: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        parent[root(b)] = root(a)
    found: dict[Node, list[Node]] = {}
    for node in parent:
        found.setdefault(root(node), []).append(node)
    return list(found.values())


def average_linkage(
    scores: Mapping[tuple[int, int], float], compared: Callable[[int, int], bool], threshold: float
) -> list[list[int]]:
    """Merge the two most alike clusters until no two are alike by `threshold` on average.

    scores: probability of a pair of node numbers (a < b); a pair that was compared and is absent has 0; a
    pair that was not compared (two statements of one article) says nothing. Ties go to the lower numbers, so
    that the result depends on the numbering alone. Returns the clusters, sorted.
    """
    clusters: dict[int, list[int]] = {n: [n] for pair in scores for n in pair}
    sums: dict[int, dict[int, float]] = {n: {} for n in clusters}
    for (a, b), score in scores.items():
        sums[a][b] = sums[b][a] = score
    heap = [(-score, a, b, 1, 1) for (a, b), score in scores.items() if score >= threshold]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if len(clusters.get(a, ())) != size_a or len(clusters.get(b, ())) != size_b:
            continue  # one of the two has grown or gone since
        clusters[a] += clusters.pop(b)
        _merge(sums, a, b)
        for other, total in sums[a].items():
            alike = total / max(_compared(clusters[a], clusters[other], compared), 1)
            if alike >= threshold:
                low, high = min(a, other), max(a, other)
                heapq.heappush(heap, (-alike, low, high, len(clusters[low]), len(clusters[high])))
    return sorted(sorted(c) for c in clusters.values())


def _merge(sums: dict[int, dict[int, float]], a: int, b: int) -> None:
    """Let cluster a take over the pairs of cluster b."""
    for other, total in sums.pop(b).items():
        del sums[other][b]
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total


def _compared(one: list[int], other: list[int], compared: Callable[[int, int], bool]) -> int:
    return sum(compared(x, y) for x in one for y in other)
