"""Which documents are compared: those near in time that share their rarest words, and those that share a
quotation, whenever it was printed.

Each document is known by its few heaviest terms. A document meets at most `NEAREST` others, so that the work
grows with the number of documents and not with its square, also where thousands write of one event.
"""

from __future__ import annotations

import datetime as dt
import math
import zlib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from claimwire.linking.digest import Digest
from claimwire.linking.names import name_tokens
from claimwire.linking.words import rarity, raw_words, stems

TERMS = 24
NEAREST = 16
WINDOW = 45  # days between two articles on one event; later ones look back on it
ALIKE = 0.08
FREQUENT = 2000  # documents of one window with one term, beyond which it tells no two of them apart
COMMON = 400  # a quotation's words that more documents than this have are a saying, not a quotation
_RUN = 6
_SAMPLE = 4
_QUOTED = "“"

Terms = dict[str, float]
Near = Callable[[str], AbstractSet[str]]  # with which other documents one was compared


def met(pairs: Iterable[tuple[str, str]]) -> Near:
    """The documents that each was compared with, from all pairs that were."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        held[a].add(b)
        held[b].add(a)
    none: frozenset[str] = frozenset()
    return lambda document: held.get(document, none)


def terms_of(digest: Digest) -> Terms:
    """The heaviest terms of a document, their weights scaled to length 1, and marks of its quotations.

    A mark is the hash of six words in a row; of these a fixed quarter is kept, so that a shortened quotation
    keeps some of the marks of the whole. Marks weigh nothing.
    """
    held = Counter(t for s in digest.statements for t in stems(s.resolved))
    held.update(" ".join(name_tokens(e.name)) for e in digest.entities for _ in range(min(e.count, 3)))
    weighed = {t: (1 + math.log(n)) * rarity(t) for t, n in held.items() if t}
    best = sorted(weighed.items(), key=lambda x: (-x[1], x[0]))[:TERMS]
    length = math.sqrt(sum(w * w for _, w in best)) or 1.0
    return {t: w / length for t, w in best} | dict.fromkeys(_marks(digest), 0.0)


def _marks(digest: Digest) -> Iterable[str]:
    for s in digest.statements:
        if s.quoted:
            words = raw_words(s.text)
            for i in range(len(words) - _RUN + 1):
                mark = zlib.crc32(" ".join(words[i : i + _RUN]).encode())
                if mark % _SAMPLE == 0:
                    yield f"{_QUOTED}{mark}"


def day_of(date: str | None) -> int | None:
    """A date as a number of days, null where it is none."""
    try:
        return dt.date.fromisoformat(date).toordinal() if date else None
    except ValueError:
        return None


class TermIndex:
    """Documents by their terms, each posting in the order of days."""

    def __init__(self) -> None:
        self._dated: defaultdict[str, list[tuple[int, str, float]]] = defaultdict(list)
        self._undated: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        self._marks: defaultdict[str, list[str]] = defaultdict(list)
        self._sorted = True

    def add(self, id_: str, date: str | None, terms: Terms) -> None:
        """Put a document in."""
        day = day_of(date)
        for term, weight in terms.items():
            if term.startswith(_QUOTED):
                self._marks[term].append(id_)
            elif day is None:
                self._undated[term].append((id_, weight))
            else:
                self._dated[term].append((day, id_, weight))
        self._sorted = False

    def near(self, id_: str, date: str | None, terms: Terms) -> list[str]:
        """The documents to compare this one with, sorted."""
        self._sort()
        alike: defaultdict[str, float] = defaultdict(float)
        day = day_of(date)
        for term, weight in terms.items():
            for other, theirs in self._posting(term, day):
                alike[other] += weight * theirs
        alike.pop(id_, None)
        found = sorted((-score, other) for other, score in alike.items() if score >= ALIKE)[:NEAREST]
        quoting = Counter(o for t in terms if t.startswith(_QUOTED) for o in self._quoting(t) if o != id_)
        same = sorted((-n, other) for other, n in quoting.items())[:NEAREST]
        return sorted({other for _, other in [*found, *same]})

    def _quoting(self, term: str) -> list[str]:
        found = self._marks.get(term, [])
        return found if len(found) <= COMMON else []

    def _posting(self, term: str, day: int | None) -> Iterable[tuple[str, float]]:
        dated = self._dated.get(term, [])
        if day is not None:
            low = bisect_left(dated, (day - WINDOW,))
            high = bisect_right(dated, (day + WINDOW + 1,))
            dated = dated[low:high] if high - low <= FREQUENT else []
        yield from ((other, weight) for _, other, weight in dated)
        yield from self._undated.get(term, ())

    def _sort(self) -> None:
        if not self._sorted:
            for posting in self._dated.values():
                posting.sort()
            self._sorted = True
