"""What two statements of two documents have in common, as numbers, for all their pairs at once.

A word weighs more the rarer it is in news, and the fewer statements of the two documents have it: within one
story the names that everybody writes tell nothing apart. The features of a pair depend on its two documents
only, never on what else has been linked, so that the order in which documents come changes no score.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.profile import FLAGS, Field, Floats, Profile

# Fields of which it counts how many tokens are common, with the count above which more says no more.
_CAPS = {
    "pairs": 9.0, "runs": 9.0, "names": 3.0, "subject": 1.0, "verb": 1.0, "numbers": 1.0, "days": 1.0,
    "speaker": 1.0,
}  # fmt: skip
NAMES: tuple[str, ...] = (
    "alike", "alike_plain", "inside", "both", "common", "heaviest", "best_row", "best_column", "mutual",
    "beside",
    *_CAPS,
    "run_share", "names_differ", "numbers_differ", "days_differ", "speakers_differ",
    "both_quoted", "both_attributed", "one_attributed", "one_negated", "one_asserted",
    "distance", "shorter", "longer",
)  # fmt: skip
COMMON = NAMES.index("common")
NUMBERS = NAMES.index("numbers")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Of each pair: the weight of the common tokens, the heaviest of them, the cosine; and the weight of all
    tokens of each row and column."""

    common: Floats
    heaviest: Floats
    cosine: Floats
    rows: Floats
    columns: Floats

    def share(self, of: Callable[[Floats, Floats], Floats]) -> Floats:
        """The common weight as a share of the lighter (np.minimum) or the heavier (np.maximum) one's."""
        whole: Floats = self.common / np.maximum(of(self.rows[:, None], self.columns[None, :]), 1e-6)
        return whole


def pair_features(a: Profile, b: Profile) -> NDArray[np.float32]:
    """The features of all pairs: an array of (statements of a, statements of b, features)."""
    full, text = _overlap(a, b, "full", _local), _overlap(a, b, "text", _plain)
    counts = {name: _counts(a.fields[name], b.fields[name], a.size, b.size) for name in _CAPS}
    row, column = _ahead(full.cosine), _ahead(full.cosine.T).T
    parts = [
        full.cosine, text.cosine, full.share(np.minimum), full.share(np.maximum), full.common, full.heaviest,
        row, column, (row > 0) & (column > 0), _beside(full.cosine),
        *(np.minimum(counts[n], cap) for n, cap in _CAPS.items()),
        *_flagged(a, b, counts),
    ]  # fmt: skip
    return np.stack(parts, axis=-1).astype(np.float32)


def _local(rarity: Floats, share: NDArray[np.intp], statements: int) -> Floats:
    """Rarity in news together with rarity among the statements of the two documents."""
    local: Floats = np.sqrt(rarity * np.log((statements + 1) / (share + 0.5)).clip(0.1)).astype(np.float32)
    return local


def _plain(rarity: Floats, share: NDArray[np.intp], statements: int) -> Floats:
    return rarity


def _overlap(
    a: Profile, b: Profile, name: str, weigh: Callable[[Floats, NDArray[np.intp], int], Floats]
) -> Overlap:
    one, other = a.fields[name], b.fields[name]
    tokens, place = np.unique(np.concatenate([one.tokens, other.tokens]), return_inverse=True)
    rarity = np.zeros(len(tokens), np.float32)
    rarity[place] = np.concatenate([one.weights, other.weights])
    weight = weigh(rarity, np.bincount(place, minlength=len(tokens)), a.size + b.size)
    left = _matrix(one, place[: len(one.tokens)], a.size, len(tokens)) * weight
    right = _matrix(other, place[len(one.tokens) :], b.size, len(tokens)) * weight
    held = right > 0
    norms = np.linalg.norm(left, axis=1)[:, None] * np.linalg.norm(right, axis=1)[None, :]
    return Overlap(
        left @ held.T.astype(np.float32), _heaviest(left, held), left @ right.T / np.maximum(norms, 1e-6),
        left.sum(axis=1), right.sum(axis=1),
    )  # fmt: skip


def _heaviest(left: Floats, held: NDArray[np.bool_]) -> Floats:
    """The weight of the heaviest common token of each pair."""
    both = held[:, left.any(axis=0)]
    mine = left[:, left.any(axis=0)]
    if not both.shape[1]:
        return np.zeros((len(left), len(held)), np.float32)
    best: Floats = (mine[:, None, :] * both[None, :, :]).max(axis=-1)
    return best


def _matrix(field: Field, columns: NDArray[np.intp], height: int, width: int) -> Floats:
    made = np.zeros((height, width), np.float32)
    made[field.rows, columns] = 1.0
    return made


def _counts(one: Field, other: Field, height: int, width: int) -> Floats:
    """How many tokens each pair has in common."""
    if not len(one.tokens) or not len(other.tokens):
        return np.zeros((height, width), np.float32)
    tokens, place = np.unique(one.tokens, return_inverse=True)
    found = np.searchsorted(tokens, other.tokens).clip(max=len(tokens) - 1)
    there = tokens[found] == other.tokens
    left = _matrix(one, place, height, len(tokens))
    right = np.zeros((width, len(tokens)), np.float32)
    right[other.rows[there], found[there]] = 1.0
    return left @ right.T


def _ahead(scores: Floats) -> Floats:
    if scores.shape[1] < 2:
        return scores
    best = np.partition(scores, -2, axis=1)[:, -2:]
    return scores - np.where(scores >= best[:, 1:], best[:, :1], best[:, 1:])


def _beside(scores: Floats) -> Floats:
    """How alike the statements before and behind are: articles with one origin keep its order."""
    padded = np.pad(scores, 1)
    beside: Floats = (padded[:-2, :-2] + padded[2:, 2:]) / 2
    return beside


def _flagged(a: Profile, b: Profile, counts: dict[str, Floats]) -> list[Floats]:
    one = {name: a.flags[:, i][:, None] for i, name in enumerate(FLAGS)}
    two = {name: b.flags[:, i][None, :] for i, name in enumerate(FLAGS)}

    def differ(flag: str, field: str) -> Floats:
        different: Floats = one[flag] * two[flag] * (counts[field] == 0)
        return different

    return [
        counts["runs"] / np.maximum(np.expm1(np.minimum(one["words"], two["words"])), 1.0),
        differ("named", "names"), differ("counted", "numbers"), differ("dated", "days"),
        differ("spoken", "speaker"),
        one["quoted"] * two["quoted"], one["attributed"] * two["attributed"],
        abs(one["attributed"] - two["attributed"]), abs(one["negated"] - two["negated"]),
        abs(one["asserted"] - two["asserted"]), abs(one["place"] - two["place"]),
        np.minimum(one["words"], two["words"]), np.maximum(one["words"], two["words"]),
    ]  # fmt: skip
