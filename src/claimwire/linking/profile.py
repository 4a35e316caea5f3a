"""A digest as numbers: for each field of its statements, which statement holds which token.

Tokens are hashed to 32 bits; two documents are compared over the few hundred tokens they have, so that
collisions do not count. All fields but the words weigh their tokens alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.amounts import counted
from claimwire.linking.digest import Amount, Digest, Statement
from claimwire.linking.names import name_tokens
from claimwire.linking.words import rarity, raw_words, stems

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]
# Verbs that tell no two statements apart.
_EMPTY_VERBS = frozenset({"", "be", "have", "do", "say", "get", "make", "take", "go", "come", "tell"})
_RUN = 4
# The fields of a statement; the first two are words, weighed by their rarity.
FIELDS = (
    "full", "text", "pairs", "runs", "names", "subject", "verb", "numbers", "days", "speaker", "counted",
)  # fmt: skip
WEIGHED = 2
FLAGS = (
    "attributed", "quoted", "negated", "asserted", "counted", "dated", "named", "spoken", "words", "place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Profile:
    """The statements of a document as numbers.

    keys: the tokens, each once, sorted; the number of its field stands in the upper bits of a token, so that
    those of a field are together: field n has the places `ends[n - 1]` to `ends[n]`. times: how many
    statements hold each; rows: these statements, one token's behind the other's, from `starts` on.
    weights: rarity of each token. flags: a column for each name of FLAGS.
    """

    id: str
    size: int
    keys: Ints
    ends: Ints
    times: Ints
    starts: Ints
    rows: Ints
    weights: Floats
    flags: Floats


def profile_of(digest: Digest) -> Profile:
    """The profile of a digest."""
    statements = digest.statements
    words = [stems(s.text) for s in statements]
    found: list[int] = []
    rows: list[int] = []
    weights: list[float] = []
    for row, (s, own) in enumerate(zip(statements, words, strict=True)):
        for number, tokens in enumerate(_tokens(s, own)):
            some = set(tokens)
            found += [number << 32 | zlib.crc32(t.encode()) for t in some]
            weights += map(rarity, some) if number < WEIGHED else [1.0] * len(some)
            rows += [row] * len(some)
    held = np.array(found, dtype=np.int64)
    order = np.argsort(held, kind="stable")
    keys, starts, times = np.unique(held[order], return_index=True, return_counts=True)
    return Profile(
        digest.id, len(statements), keys, np.searchsorted(keys, np.arange(1, len(FIELDS) + 1) << 32), times,
        starts, np.array(rows, dtype=np.int64)[order], np.array(weights, dtype=np.float64)[order][starts],
        _flags(statements, words),
    )  # fmt: skip


def _tokens(s: Statement, words: Sequence[str]) -> tuple[Iterable[str], ...]:
    """The tokens of a statement, in the order of FIELDS."""
    names = [name_tokens(n) for n in s.names]
    whole = words if s.resolved == s.text else stems(s.resolved)
    return (
        [*words, *whole, *(t for n in names for t in n)],
        words,
        _grams(words, 2),
        _grams(raw_words(s.text), _RUN),
        [" ".join(n) for n in names if n],
        stems(s.subject),
        () if s.predicate in _EMPTY_VERBS else (s.predicate,),
        [number_key(a) for a in s.amounts],
        [f"{d.earliest}/{d.latest}" for d in s.days],
        name_tokens(s.speaker or ""),
        [" ".join(sorted(thing)) for a in s.amounts if (thing := counted(a))],
    )


def number_key(a: Amount) -> str:
    """A number with its unit, the same for the same amount however it is written."""
    ends = (a.value,) if a.value is not None else (a.low, a.high)
    return "|".join([*(f"{e:.6g}" if e is not None else "" for e in ends), a.unit or ""])


def _grams(row: Sequence[str], n: int) -> list[str]:
    return [" ".join(row[i : i + n]) for i in range(len(row) - n + 1)]


def _flags(statements: Sequence[Statement], words: Sequence[Sequence[str]]) -> Floats:
    last = max(len(statements) - 1, 1)
    rows = [
        (
            s.attributed, s.quoted, s.negated, s.modality == "asserted", bool(s.amounts), bool(s.days),
            bool(s.names), s.speaker is not None, np.log1p(len(w)), i / last,
        )
        for i, (s, w) in enumerate(zip(statements, words, strict=True))
    ]  # fmt: skip
    return np.array(rows, dtype=np.float64).reshape(-1, len(FLAGS))
