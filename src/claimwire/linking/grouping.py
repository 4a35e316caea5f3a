"""Statements that belong together as group records: members in the order they appeared, kind, conflicts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from claimwire.linked import Group, GroupKind, Member
from claimwire.linking.conflicts import Dated, conflicts
from claimwire.linking.digest import Amount, Digest, Statement
from claimwire.linking.linkage import average_linkage
from claimwire.linking.neighbours import Near
from claimwire.linking.numbers import Counting, number_clusters

Node = tuple[str, int]  # id of a document and the place of a statement in it
Scores = Mapping[tuple[Node, Node], float]
Digests = Callable[[str], Digest]
# How likely a statement is one with the rest of its group at least, on average.
BELIEVED = 0.4
# How likely a statement of one group is one with those of another, from where it is in both.
ALSO = 0.5
_HAPPENED = "asserted"
_STATES = frozenset({"", "be", "have", "include", "contain", "know", "think", "believe"})


class Component:
    """Statements that pairs connect, numbered in the order of publication.

    scores: probabilities of pairs of nodes. near: with which other documents one was compared.
    """

    def __init__(self, scores: Scores, digests: Digests, near: Near) -> None:
        self._digests = digests
        self.nodes = sorted({n for pair in scores for n in pair}, key=self._when)
        self._near = [near(document) for document, _ in self.nodes]
        number = {node: i for i, node in enumerate(self.nodes)}
        self.scores: dict[tuple[int, int], float] = {}
        self._beside: dict[int, list[int]] = {}
        for (a, b), score in scores.items():
            low, high = sorted((number[a], number[b]))
            self.scores[low, high] = score
            self._beside.setdefault(low, []).append(high)
            self._beside.setdefault(high, []).append(low)

    def _when(self, node: Node) -> tuple[str, str, int]:
        return (self._digests(node[0]).date or "9999", *node)

    def met(self, a: int, b: int) -> bool:
        """Whether two statements were compared: those of one document never are."""
        return self.nodes[b][0] in self._near[a]

    def beside(self, node: int) -> Sequence[int]:
        """The nodes that it has a probability with."""
        return self._beside.get(node, ())

    def score(self, a: int, b: int) -> float:
        """The probability of a pair, 0 where it has none."""
        return self.scores.get((min(a, b), max(a, b)), 0.0)

    def digest(self, node: int) -> Digest:
        """The document of a statement."""
        return self._digests(self.nodes[node][0])

    def document(self, node: int) -> str:
        """The id of a statement's document."""
        return self.nodes[node][0]

    def published(self, node: int) -> str | None:
        """The day on which that was published (ISO)."""
        return self.digest(node).date

    def statement(self, node: int) -> Statement:
        """The statement itself."""
        return self.digest(node).statements[self.nodes[node][1]]


def groups(scores: Scores, digests: Digests, near: Near, threshold: float) -> list[Group]:
    """The groups of a component: those whose members stand in two documents or more.

    A statement is in one group of statements, in others too where it states more than one thing, and in one
    group of numbers for each of its numbers.
    """
    component = Component(scores, digests, near)
    cores = [_sure(component, c) for c in average_linkage(component.scores, component.met, threshold)]
    first = {frozenset(c): core[0] for core in cores if core and (c := _with_longer(component, core))}
    numbers = number_clusters(component, threshold)
    counted = {frozenset(n for n, _ in c) for c in numbers}
    stated = [c for c in first if c not in counted and len({component.document(n) for n in c}) > 1]
    found = [_group(component, [(n, None) for n in sorted(c)], (first[c], None)) for c in stated]
    return found + [_group(component, c, c[0]) for c in numbers]


def _sure(component: Component, cluster: Sequence[int]) -> list[int]:
    """The members that are likely enough of one statement with the others, taken together."""
    return [n for n in cluster if _belief(component, n, cluster) >= BELIEVED]


def _with_longer(component: Component, cluster: list[int]) -> list[int]:
    """A cluster with statements of other clusters that state the same and something else besides."""
    beside = {n for m in cluster for n in component.beside(m)}.difference(cluster)
    return sorted(
        [*cluster, *(n for n in beside if len(cluster) > 1 and _belief(component, n, cluster) >= ALSO)]
    )


def _belief(component: Component, node: int, cluster: Iterable[int]) -> float:
    """How likely a statement is one with the others of a cluster, the mean of those it was compared with."""
    scores = [component.score(node, n) for n in cluster if component.met(node, n)]
    return round(sum(scores) / max(len(scores), 1), 3)


def _group(component: Component, members: Sequence[Counting], own: Counting) -> Group:
    """The record of a group. own: its first member that is in no other group of its kind; it gives the id."""
    said = [component.statement(n) for n, _ in members]
    numbers = [s.amounts[k] if k is not None else None for s, (_, k) in zip(said, members, strict=True)]
    sure = [[component.score(a, b) for b, _ in members] for a, _ in members]
    documents = [component.digest(n) for n, _ in members]
    nodes = [n for n, _ in members]
    held = tuple(
        _member(d, s, number, _belief(component, n, nodes))
        for d, s, number, n in zip(documents, said, numbers, nodes, strict=True)
    )
    dated = [Dated(d.id, d.date, s, n) for d, s, n in zip(documents, said, numbers, strict=True)]
    kind = "number" if members[0][1] is not None else _kind(said)
    claim = f"{component.document(own[0])}\0{component.statement(own[0]).claim}"
    mark = hashlib.blake2b(f"{kind == 'number'}\0{claim}\0{own[1]}".encode(), digest_size=8).hexdigest()
    return Group(id=mark, kind=kind, members=held, conflicts=conflicts(dated, sure))


def _member(d: Digest, s: Statement, number: Amount | None, confidence: float) -> Member:
    return Member(
        document=d.id, claim=s.claim, start=s.start, end=s.end, text=s.text, speaker=s.speaker,
        value=number.value if number else None, unit=number.unit if number else None,
        date=s.days[0].earliest if s.days else None, published=d.date, outlet=d.outlet,
        confidence=confidence,
    )  # fmt: skip


def _kind(said: Sequence[Statement]) -> GroupKind:
    """A quotation where most speak in their own words, an event where most tell what happened."""
    half = len(said) / 2
    if sum(s.quoted for s in said) > half:
        return "quote"
    happened = sum(s.modality == _HAPPENED and not s.attributed and s.predicate not in _STATES for s in said)
    return "event" if happened > half else "claim"
