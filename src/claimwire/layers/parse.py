"""A Doc's tokens and parse as plain Python lists, read once and shared by all layers.

Attribute access on spaCy tokens resolves a string on every call; layers that look at each token many
times work on these lists instead. Indices are token indices, offsets code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc


class Parse:
    """Snapshot of a parsed Doc. All lists have one item a token.

    orth, lower, lemma, tag, pos, dep: strings. start, end: character offsets. head: index of the head
    (itself for a root). left, right: first and last token (inclusive) of the subtree. children: indices
    of the dependents in order. sent: index of the sentence. sents: (first, last + 1) of each sentence.
    """

    __slots__ = (
        "text", "orth", "lower", "lemma", "tag", "pos", "dep", "start", "end", "head", "left", "right",
        "children", "sent", "sents", "__weakref__",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        strings = doc.vocab.strings
        known: dict[int, str] = {0: ""}

        def word(key: int) -> str:
            if key not in known:
                known[key] = strings[key]
            return known[key]

        n = len(doc)
        cells = doc.to_array([ORTH, LOWER, LEMMA, TAG, POS, DEP, IDX, LENGTH, HEAD, SENT_START])
        columns: list[list[int]] = cells.T.tolist() if n else [[] for _ in range(10)]
        self.text = doc.text
        self.orth, self.lower, self.lemma, self.tag = ([word(k) for k in c] for c in columns[:4])
        self.pos = [_POS[k] for k in columns[4]]
        self.dep = [word(k) for k in columns[5]]
        self.start = columns[6]
        self.end = [s + size for s, size in zip(columns[6], columns[7], strict=True)]
        # HEAD is a relative offset kept in an unsigned cell
        self.head = [i + (h - _TWO64 if h >= _TWO63 else h) for i, h in enumerate(columns[8])]
        self.sents = _sentences(columns[9])
        self.sent = [k for k, (a, b) in enumerate(self.sents) for _ in range(a, b)]
        self.children: list[list[int]] = [[] for _ in range(n)]
        for i, h in enumerate(self.head):
            if h != i:
                self.children[h].append(i)
        self.left, self.right = _edges(self.head, self.children)

    def __len__(self) -> int:
        return len(self.orth)

    def subtree(self, i: int) -> Iterator[int]:
        """Indices of token i and all its descendants, in order of the tree (not of the text)."""
        stack = [i]
        while stack:
            k = stack.pop()
            yield k
            stack.extend(self.children[k])

    def ancestors(self, i: int) -> Iterator[int]:
        """Heads of token i, nearest first, without i."""
        while self.head[i] != i:
            i = self.head[i]
            yield i

    def token_at(self, offset: int) -> int:
        """Index of the token that covers a character offset, else of the last one before it (-1: none)."""
        return bisect_right(self.start, offset) - 1

    def tokens_in(self, start: int, end: int) -> range:
        """Indices of the tokens that begin inside [start, end) characters."""
        return range(bisect_left(self.start, start), bisect_left(self.start, end))

    def chars(self, i: int, j: int) -> tuple[int, int]:
        """Character offsets of tokens i..j (j exclusive)."""
        return self.start[i], self.end[j - 1]

    def phrase(self, i: int, j: int) -> str:
        """The text of tokens i..j (j exclusive)."""
        return self.text[self.start[i] : self.end[j - 1]]

    def dependents(self, i: int, *deps: str) -> list[int]:
        """Children of token i with one of these dependency labels, in order."""
        return [c for c in self.children[i] if self.dep[c] in deps]


def _sentences(starts: list[int]) -> list[tuple[int, int]]:
    first = [i for i, s in enumerate(starts) if s == 1 or i == 0]
    return list(zip(first, [*first[1:], len(starts)], strict=True)) if first else []


def _edges(head: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    left, right = list(range(len(head))), list(range(len(head)))
    waiting = [len(c) for c in children]
    ready = [i for i, w in enumerate(waiting) if not w]
    while ready:
        i = ready.pop()
        h = head[i]
        if h != i:
            left[h], right[h] = min(left[h], left[i]), max(right[h], right[i])
            waiting[h] -= 1
            if not waiting[h]:
                ready.append(h)
    return left, right


def _pos_names() -> dict[int, str]:
    from spacy.parts_of_speech import IDS

    return {v: k for k, v in IDS.items()} | {0: ""}


_POS = _pos_names()
_TWO63, _TWO64 = 1 << 63, 1 << 64
_cache: WeakKeyDictionary[Doc, tuple[bool, Parse]] = WeakKeyDictionary()


def parse_of(doc: Doc) -> Parse:
    """The snapshot of a Doc, made at the first call and kept as long as the Doc lives."""
    parsed = doc.has_annotation("DEP") and doc.has_annotation("LEMMA")
    held = _cache.get(doc)
    if held is None or held[0] != parsed:
        held = (parsed, Parse(doc))
        _cache[doc] = held
    return held[1]
