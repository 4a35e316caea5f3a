"""A digest as numbers: for each field of its statements, which statement holds which token.

Tokens are hashed to 32 bits; two documents are compared over the few hundred tokens they have, so that
collisions do not count. All fields but the words weigh their tokens alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.digest import Amount, Digest, Statement
from claimwire.linking.names import name_tokens
from claimwire.linking.words import rarity, raw_words, stems

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]
# Verbs that tell no two statements apart.
_EMPTY_VERBS = frozenset({"", "be", "have", "do", "say", "get", "make", "take", "go", "come", "tell"})
_RUN = 4


@dataclass(frozen=True, slots=True)
class Field:
    """Which rows (statements) hold which tokens, and the rarity of each of these tokens."""

    rows: Ints
    tokens: Ints
    weights: Floats


@dataclass(frozen=True, slots=True)
class Profile:
    """The statements of a document as numbers; `flags` has a column for each name of FLAGS."""

    id: str
    size: int
    fields: dict[str, Field]
    flags: Floats


FLAGS = (
    "attributed",
    "quoted",
    "negated",
    "asserted",
    "counted",
    "dated",
    "named",
    "spoken",
    "words",
    "place",
)


def profile_of(digest: Digest) -> Profile:
    """The profile of a digest."""
    statements = digest.statements
    words = [stems(s.text) for s in statements]
    full = [sorted({*w, *stems(s.resolved), *_name_words(s)}) for w, s in zip(words, statements, strict=True)]
    fields = {
        "text": _field(words, rarity),
        "full": _field(full, rarity),
        "pairs": _field(_grams(words, 2)),
        "runs": _field(_grams([raw_words(s.text) for s in statements], _RUN)),
        "names": _field([[t for n in s.names if (t := " ".join(name_tokens(n)))] for s in statements]),
        "subject": _field([stems(s.subject) for s in statements]),
        "verb": _field([[] if s.predicate in _EMPTY_VERBS else [s.predicate] for s in statements]),
        "numbers": _field([[number_key(a) for a in s.amounts] for s in statements]),
        "days": _field([[f"{d.earliest}/{d.latest}" for d in s.days] for s in statements]),
        "speaker": _field([name_tokens(s.speaker or "") for s in statements]),
    }
    return Profile(digest.id, len(statements), fields, _flags(statements, words))


def number_key(a: Amount) -> str:
    """A number with its unit, the same for the same amount however it is written."""
    ends = (a.value,) if a.value is not None else (a.low, a.high)
    return "|".join([*(f"{e:.6g}" if e is not None else "" for e in ends), a.unit or ""])


def _name_words(s: Statement) -> list[str]:
    return [t for n in s.names for t in name_tokens(n)]


def _grams(rows: Sequence[Sequence[str]], n: int) -> list[list[str]]:
    return [[" ".join(row[i : i + n]) for i in range(len(row) - n + 1)] for row in rows]


def _field(rows: Iterable[Iterable[str]], weight: Callable[[str], float] = lambda token: 1.0) -> Field:
    places: list[tuple[int, int, float]] = []
    for i, tokens in enumerate(rows):
        places += [(i, zlib.crc32(t.encode()), weight(t)) for t in dict.fromkeys(tokens)]
    held = np.array(places, dtype=np.float64).reshape(-1, 3)
    return Field(held[:, 0].astype(np.int64), held[:, 1].astype(np.int64), held[:, 2].astype(np.float32))


def _flags(statements: Sequence[Statement], words: Sequence[Sequence[str]]) -> Floats:
    last = max(len(statements) - 1, 1)
    rows = [
        (
            s.attributed, s.quoted, s.negated, s.modality == "asserted", bool(s.amounts), bool(s.days),
            bool(s.names), s.speaker is not None, np.log1p(len(w)), i / last,
        )
        for i, (s, w) in enumerate(zip(statements, words, strict=True))
    ]  # fmt: skip
    return np.array(rows, dtype=np.float32).reshape(-1, len(FLAGS))
