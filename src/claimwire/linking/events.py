"""Events: articles that share statements, with the groups in which they meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from claimwire.linked import Event, Group
from claimwire.linking.linkage import components

# Two articles are of one event when they share so many statements; a single one may be a saying.
SHARED = 2


def events(groups: Iterable[Group]) -> list[Event]:
    """The events that groups make, those of most articles first."""
    held = list(groups)
    meetings: Counter[tuple[str, str]] = Counter()
    for group in held:
        documents = sorted({m.document for m in group.members})
        meetings.update(combinations(documents, 2))
    parts = components(pair for pair, n in sorted(meetings.items()) if n >= SHARED)
    event_of = {document: n for n, part in enumerate(parts) for document in part}
    by_event: dict[int, list[Group]] = defaultdict(list)
    for group in held:
        counted = Counter(event_of[m.document] for m in group.members if m.document in event_of)
        if counted:
            by_event[min(counted, key=lambda n: (-counted[n], n))].append(group)
    found = [_event(parts[n], some) for n, some in by_event.items()]
    return sorted(found, key=lambda e: (-len(e.documents), e.documents))


def _event(documents: list[str], groups: list[Group]) -> Event:
    inside = set(documents)
    published = {m.document: m.published for g in groups for m in g.members if m.document in inside}
    ordered = sorted(published, key=lambda d: (published[d] or "9999", d))
    dates = sorted(p for p in published.values() if p)
    heavy = sorted(groups, key=lambda g: (-len({m.document for m in g.members}), g.id))
    return Event(tuple(ordered), tuple(heavy), dates[0] if dates else None, dates[-1] if dates else None)
