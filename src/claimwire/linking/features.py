"""What two statements of two documents have in common, as numbers.

A word weighs more the rarer it is in news, and the fewer statements of the two documents have it: within one
story the names that everybody writes tell nothing apart. The features of a pair depend on its two documents
only, never on what else has been linked, so that the order in which documents come changes no score.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.meeting import Meeting, Words, meeting, words
from claimwire.linking.profile import FLAGS, Floats, Ints, Profile

# Fields of which it counts how many tokens are common, with the count above which more says no more.
_CAPS = {
    "pairs": 9.0, "runs": 9.0, "names": 3.0, "subject": 1.0, "verb": 1.0, "numbers": 1.0, "days": 1.0,
    "speaker": 1.0, "counted": 1.0,
}  # fmt: skip
NAMES: tuple[str, ...] = (
    "alike", "alike_plain", "inside", "both", "common", "heaviest", "best_row", "best_column", "mutual",
    "beside",
    *_CAPS,
    "run_share", "names_differ", "numbers_differ", "days_differ", "speakers_differ", "other_number",
    "both_quoted", "both_attributed", "one_attributed", "one_negated", "one_asserted",
    "distance", "shorter", "longer",
)  # fmt: skip
LEAST = 2.0  # of common weight: about one rare word


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of statements that are likely at all, and their features in the order of NAMES.

    A pair that has neither rare words nor a number in common is none.
    """

    rows: Ints
    columns: Ints
    features: NDArray[np.float32]


def pair_features(a: Profile, b: Profile) -> Pairs:
    """The likely pairs of a statement of `a` and one of `b`."""
    met = meeting(a, b)
    full = words(met, "full", local=True)
    numbers = met.counts("numbers")
    rows, columns = np.nonzero((full.common >= LEAST) | (numbers > 0))
    counts = {name: met.counts(name)[rows, columns] for name in _CAPS}
    one = {name: a.flags[rows, i] for i, name in enumerate(FLAGS)}
    two = {name: b.flags[columns, i] for i, name in enumerate(FLAGS)}
    parts = [
        *_alike(met, full, rows, columns),
        *(np.minimum(counts[n], cap) for n, cap in _CAPS.items()),
        *_flagged(one, two, counts),
    ]
    return Pairs(rows, columns, np.stack(parts, axis=-1).astype(np.float32))


def _alike(met: Meeting, full: Words, rows: Ints, columns: Ints) -> list[Floats]:
    plain = words(met, "text", local=False).cosine[rows, columns]
    row, column = _ahead(full.cosine)[rows, columns], _ahead(full.cosine.T).T[rows, columns]
    common, whole = full.common[rows, columns], (full.rows[rows], full.columns[columns])
    return [
        full.cosine[rows, columns], plain, common / np.maximum(np.minimum(*whole), 1e-6),
        common / np.maximum(np.maximum(*whole), 1e-6), common, full.heaviest[rows, columns], row, column,
        ((row > 0) & (column > 0)).astype(np.float64), _beside(full.cosine)[rows, columns],
    ]  # fmt: skip


def _ahead(scores: Floats) -> Floats:
    """How far each score is ahead of the best other one of its row."""
    if scores.shape[1] < 2:
        return scores
    best = np.partition(scores, -2, axis=1)[:, -2:]
    return scores - np.where(scores >= best[:, 1:], best[:, :1], best[:, 1:])


def _beside(scores: Floats) -> Floats:
    """How alike the statements before and behind are: articles with one origin keep its order."""
    padded = np.pad(scores, 1)
    beside: Floats = (padded[:-2, :-2] + padded[2:, 2:]) / 2
    return beside


def _flagged(one: dict[str, Floats], two: dict[str, Floats], counts: dict[str, Floats]) -> list[Floats]:
    def differ(flag: str, field: str) -> Floats:
        different: Floats = one[flag] * two[flag] * (counts[field] == 0)
        return different

    return [
        counts["runs"] / np.maximum(np.expm1(np.minimum(one["words"], two["words"])), 1.0),
        differ("named", "names"), differ("counted", "numbers"), differ("dated", "days"),
        differ("spoken", "speaker"), differ("counted", "numbers") * np.minimum(counts["counted"], 1.0),
        one["quoted"] * two["quoted"], one["attributed"] * two["attributed"],
        abs(one["attributed"] - two["attributed"]), abs(one["negated"] - two["negated"]),
        abs(one["asserted"] - two["asserted"]), abs(one["place"] - two["place"]),
        np.minimum(one["words"], two["words"]), np.maximum(one["words"], two["words"]),
    ]  # fmt: skip
