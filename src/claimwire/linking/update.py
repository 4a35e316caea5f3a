"""New and changed documents joined to what is linked already; nothing else is computed again.

A run with the same documents changes nothing. A changed document takes its old links with it. What depends
on it are the components of the graph of pairs that it touches: their groups are made anew, all others stay.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

import msgspec

from claimwire.linked import Group
from claimwire.linking.database import Database
from claimwire.linking.digest import Digest
from claimwire.linking.grouping import Node
from claimwire.linking.grouping import groups as groups_of
from claimwire.linking.joined import write_entities
from claimwire.linking.linkage import components
from claimwire.linking.neighbours import Near, TermIndex, met, terms_of
from claimwire.linking.profile import Profile, profile_of
from claimwire.linking.scorer import Scorer, scorer
from claimwire.linking.tables import BY_NAME, LINKS_VERSION, VERSION_TABLE
from claimwire.sinks.errors import SinkError
from claimwire.sinks.rows import Row

T = TypeVar("T")
_KEPT = 4000  # digests and profiles in memory: those of some weeks of news
_BATCH = 20_000
_AT_ONCE = 500
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Digest).decode
Pair = tuple[str, int, str, int, float]


@dataclass(slots=True)
class Report:
    """What a run did: documents joined, gone and left as they were; groups, conflicts, entities in all."""

    new: int = 0
    gone: int = 0
    same: int = 0
    groups: int = 0
    conflicts: int = 0
    entities: int = 0


class _Held(Generic[T]):
    """The values asked for last, the rest made again when they are."""

    def __init__(self, make: Callable[[str], T]) -> None:
        self._make = make
        self._held: OrderedDict[str, T] = OrderedDict()

    def __call__(self, id_: str) -> T:
        if id_ in self._held:
            self._held.move_to_end(id_)
            return self._held[id_]
        value = self._held[id_] = self._make(id_)
        if len(self._held) > _KEPT:
            self._held.popitem(last=False)
        return value

    def drop(self, ids: Iterable[str]) -> None:
        """Forget the values of these."""
        for id_ in ids:
            self._held.pop(id_, None)


class Links:
    """The links of a database. Use `update` with documents; everything happens in one transaction."""

    def __init__(self, database: Database, again: bool = False, score: Scorer | None = None) -> None:
        """Make the tables where there are none; `again` throws away what is linked. Raises SinkError.

        score: other weights than the shipped ones.
        """
        self._db = database
        self._waiting: dict[str, list[Row]] = {}
        self._score = score or scorer()
        self._digest = _Held(self._read)
        self._profile: _Held[Profile] = _Held(lambda id_: profile_of(self._digest(id_)))
        with database.transaction():
            self._prepare(again)

    def _prepare(self, again: bool) -> None:
        if again:
            self._db.drop()
        if not self._db.has(VERSION_TABLE):
            self._db.make()
            self._db.insert(BY_NAME[VERSION_TABLE], [(LINKS_VERSION, self._score.name)])
        made = self._db.rows(f"SELECT version, weights FROM {VERSION_TABLE}")
        if made != [(LINKS_VERSION, self._score.name)]:
            raise SinkError(
                f"{self._db.name}: linked by another version of claimwire; link it anew (--again)"
            )

    def known(self) -> dict[str, str]:
        """The documents that are linked, each with the mark by which a change is seen."""
        return dict(self._db.rows("SELECT document_id, mark FROM link_documents"))

    def update(self, digests: Iterable[Digest], gone: Iterable[str] = ()) -> Report:
        """Join these documents, in the place of those with the same ids, and forget those that are gone.

        The digests are read once and not kept. Raises SinkError; then nothing is changed.
        """
        report = Report()
        with self._db.transaction():
            known = self.known()
            lost = sorted(set(gone) & set(known))
            touched = self._forget(lost)
            fresh = self._keep(digests, known, touched, report)
            report.new, report.gone = len(fresh), len(lost)
            if fresh or lost:
                pairs = self._compare(sorted(fresh, key=lambda i: (fresh[i] or "9999", i)))
                self._regroup(touched, pairs)
                self._flush()
                write_entities(self._db)
            for field in ("groups", "conflicts", "entities"):
                setattr(report, field, self._db.rows(f"SELECT COUNT(*) FROM link_{field}")[0][0])
        return report

    def _keep(
        self, digests: Iterable[Digest], known: dict[str, str], touched: set[str], report: Report
    ) -> dict[str, str | None]:
        """Put new and changed documents in; their ids and dates. What they touch is added to `touched`."""
        fresh: dict[str, str | None] = {}
        for some in _chunks(digests):
            report.same += sum(known.get(d.id) == d.mark for d in some)
            new = {d.id: d for d in some if known.get(d.id) != d.mark}
            touched |= self._forget([i for i in new if i in known or i in fresh])
            self._write_documents(new.values())
            fresh |= {d.id: d.date for d in new.values()}
        return fresh

    def _forget(self, ids: Sequence[str]) -> set[str]:
        """Take documents out; the components that lose pairs."""
        touched: set[str] = set()
        if not ids:
            return touched
        for column in ("document_id", "other_id"):
            touched |= {c for (c,) in self._db.among("component", "link_pairs", column, ids)}
            self._db.delete("link_pairs", column, ids)
            self._db.delete("link_neighbours", column, ids)
        self._digest.drop(ids)
        self._profile.drop(ids)
        for table in ("link_terms", "link_documents"):
            self._db.delete(table, "document_id", ids)
        return touched

    def _write_documents(self, new: Iterable[Digest]) -> None:
        documents, terms = [], []
        for d in new:
            lists = _encode(d).decode(), _encode(d.entities).decode()
            documents.append((d.id, d.mark, d.date, d.outlet, d.title, *lists))
            terms += [(d.id, term, weight) for term, weight in terms_of(d).items()]
        self._db.insert(BY_NAME["link_documents"], documents)
        self._db.insert(BY_NAME["link_terms"], terms)

    def _read(self, id_: str) -> Digest:
        ((text,),) = self._db.rows("SELECT digest FROM link_documents WHERE document_id = ?", [id_])
        return _decode(text)

    def _compare(self, fresh: Sequence[str]) -> list[Pair]:
        """The likely pairs of the new documents, and which documents they were compared with."""
        neighbours = list(dict.fromkeys(self._near(fresh)))  # in the order of days: what is near is held
        self._db.insert(BY_NAME["link_neighbours"], neighbours)
        return [pair for a, b in neighbours for pair in self._pairs(a, b)]

    def _near(self, fresh: Sequence[str]) -> Iterator[tuple[str, str]]:
        index, held = TermIndex(), self._terms(fresh)
        for id_, (date, terms) in held.items():
            index.add(id_, date, terms)
        for id_ in fresh:
            date, terms = held.get(id_, (None, {}))
            for other in index.near(id_, date, terms):
                yield min(id_, other), max(id_, other)

    def _terms(self, fresh: Sequence[str]) -> dict[str, tuple[str | None, dict[str, float]]]:
        """The terms of the new documents, and of all others the terms that these have too."""
        mine = {t for (t,) in self._db.among("DISTINCT term", "link_terms", "document_id", fresh)}
        dates = dict(self._db.rows("SELECT document_id, CAST(published AS VARCHAR(10)) FROM link_documents"))
        held: dict[str, tuple[str | None, dict[str, float]]] = {}
        for id_, term, weight in self._db.among("document_id, term, weight", "link_terms", "term", mine):
            held.setdefault(id_, (dates.get(id_), {}))[1][term] = weight
        return held

    def _pairs(self, a: str, b: str) -> Iterator[Pair]:
        one, two = self._profile(a), self._profile(b)
        if one.size and two.size:
            for i, j, score in self._score(one, two):
                yield a, i, b, j, round(score, 4)

    def _regroup(self, touched: set[str], fresh: Sequence[Pair]) -> None:
        """Make the groups of all components anew that lost pairs or get some."""
        ends = {id_ for a, _, b, _, _ in fresh for id_ in (a, b)}
        for column in ("document_id", "other_id"):
            touched |= {c for (c,) in self._db.among("DISTINCT component", "link_pairs", column, ends)}
        kept = self._db.among(
            "document_id, place, other_id, other_place, score", "link_pairs", "component", touched
        )
        self._drop(touched)
        pairs = [*fresh, *kept]
        parts = components(((a, i), (b, j)) for a, i, b, j, _ in pairs)
        part_of = {node: n for n, part in enumerate(parts) for node in part}
        by_part: dict[int, list[Pair]] = {}
        for pair in pairs:
            by_part.setdefault(part_of[pair[0], pair[1]], []).append(pair)
        ids = {id_ for part in parts for id_, _ in part}
        near = met(self._db.among("document_id, other_id", "link_neighbours", "document_id", ids))
        for n in sorted(by_part, key=lambda n: min(parts[n])):
            self._write(parts[n], by_part[n], near)

    def _drop(self, touched: set[str]) -> None:
        groups = [g for (g,) in self._db.among("id", "link_groups", "component", touched)]
        self._db.delete("link_pairs", "component", touched)
        for table, column in (
            ("link_groups", "id"),
            ("link_members", "group_id"),
            ("link_conflicts", "group_id"),
        ):
            self._db.delete(table, column, groups)

    def _write(self, nodes: Sequence[Node], pairs: Sequence[Pair], near: Near) -> None:
        document, place = min(nodes)
        component = f"{document}\x1f{place}"
        self._rows("link_pairs", [(component, *pair) for pair in pairs])
        scores = {((a, i), (b, j)): score for a, i, b, j, score in pairs}
        for group in groups_of(scores, self._digest, near, self._score.threshold):
            self._write_group(component, group)

    def _write_group(self, component: str, group: Group) -> None:
        dates = sorted(m.published for m in group.members if m.published)
        label = max(group.members, key=lambda m: (m.confidence, m.text)).text
        self._rows("link_groups", [(
            group.id, component, group.kind, label, len(group.members),
            len({m.document for m in group.members}), len(group.conflicts),
            dates[0] if dates else None, dates[-1] if dates else None,
        )])  # fmt: skip
        self._rows("link_members", [
            (group.id, n, m.document, m.claim, m.start, m.end, m.text, m.speaker, m.value, m.unit, m.date,
             m.published, m.outlet, m.confidence)
            for n, m in enumerate(group.members, 1)
        ])  # fmt: skip
        self._rows("link_conflicts", [
            (group.id, n, c.a + 1, c.b + 1, c.field, *c.values, c.why,
             None if c.superseded is None else c.superseded + 1)
            for n, c in enumerate(group.conflicts, 1)
        ])  # fmt: skip

    def _rows(self, table: str, rows: Sequence[Row]) -> None:
        """Keep rows to be written together: single writes cost most of the time."""
        waiting = self._waiting.setdefault(table, [])
        waiting += rows
        if len(waiting) > _BATCH:
            self._db.insert(BY_NAME[table], waiting)
            waiting.clear()

    def _flush(self) -> None:
        for table, rows in self._waiting.items():
            self._db.insert(BY_NAME[table], rows)
        self._waiting.clear()


def _chunks(digests: Iterable[Digest]) -> Iterator[list[Digest]]:
    source = iter(digests)
    while some := list(islice(source, _AT_ONCE)):
        yield some
