"""Where the tokens of two documents meet: found once for all fields, because most tokens meet nowhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claimwire.linking.profile import FIELDS, Floats, Ints, Profile


@dataclass(frozen=True, slots=True)
class Meeting:
    """Tokens that two documents have, by their places in both; and each pair of statements that has them.

    `tokens` says for each cell (row of `a` times the size of `b` plus row of `b`) which common token it is
    of; those of a field are together, from `starts` to the next one.
    """

    a: Profile
    b: Profile
    in_a: Ints
    in_b: Ints
    cells: Ints
    tokens: Ints
    starts: Ints

    def part(self, field: str) -> slice:
        """The cells of a field."""
        number = FIELDS.index(field)
        return slice(int(self.starts[number]), int(self.starts[number + 1]))

    def counts(self, field: str) -> Floats:
        """How many tokens of a field each pair of statements has in common."""
        return self.sums(self.cells[self.part(field)])

    def sums(self, cells: Ints, weights: Floats | None = None) -> Floats:
        """The sum of the weights that stand for each pair of statements."""
        size = self.a.size * self.b.size
        summed = np.bincount(cells, weights, size).astype(np.float64)
        return summed.reshape(self.a.size, self.b.size)


def meeting(a: Profile, b: Profile) -> Meeting:
    """Where the tokens of two documents meet."""
    _, in_a, in_b = np.intersect1d(a.keys, b.keys, assume_unique=True, return_indices=True)
    across = b.times[in_b]
    times = a.times[in_a] * across
    tokens = np.repeat(np.arange(len(in_a)), times)
    within = np.arange(len(tokens)) - np.repeat(np.cumsum(times) - times, times)
    down, right = np.divmod(within, across[tokens])
    rows, columns = a.rows[a.starts[in_a][tokens] + down], b.rows[b.starts[in_b][tokens] + right]
    behind = np.searchsorted(in_a, a.ends)[: len(FIELDS)]
    starts = np.concatenate([[0], np.searchsorted(tokens, behind)])
    return Meeting(a, b, in_a, in_b, rows * b.size + columns, tokens, starts)


@dataclass(frozen=True, slots=True)
class Words:
    """Of each pair: the weight of the common words, the heaviest of them, the cosine; and the weight of all
    words of each row and column."""

    common: Floats
    heaviest: Floats
    cosine: Floats
    rows: Floats
    columns: Floats


def words(met: Meeting, field: str, local: bool) -> Words:
    """The words of a field. local: a word weighs more the fewer statements of the two documents have it."""
    part = met.part(field)
    left = _weights(met, met.a, met.in_a, met.b.times[met.in_b], field, local)
    right = _weights(met, met.b, met.in_b, met.a.times[met.in_a], field, local)
    weight = left[met.in_a[met.tokens[part]]]
    heaviest = np.zeros(met.a.size * met.b.size)
    np.maximum.at(heaviest, met.cells[part], weight)
    norms = np.sqrt(_by_row(met.a, left**2))[:, None] * np.sqrt(_by_row(met.b, right**2))[None, :]
    return Words(
        met.sums(met.cells[part], weight), heaviest.reshape(met.a.size, met.b.size),
        met.sums(met.cells[part], weight**2) / np.maximum(norms, 1e-6), _by_row(met.a, left),
        _by_row(met.b, right),
    )  # fmt: skip


def _weights(met: Meeting, of: Profile, common: Ints, others: Ints, field: str, local: bool) -> Floats:
    """The weight of each token of a document, 0 for those of other fields."""
    number = FIELDS.index(field)
    low, high = int(of.ends[number - 1]) if number else 0, int(of.ends[number])
    weights = np.zeros(len(of.keys))
    weights[low:high] = of.weights[low:high]
    if local:
        having = of.times.astype(np.float64)
        having[common] += others
        rarity = np.log((met.a.size + met.b.size + 1) / (having[low:high] + 0.5)).clip(0.1)
        weights[low:high] = np.sqrt(weights[low:high] * rarity)
    return weights


def _by_row(of: Profile, weights: Floats) -> Floats:
    return np.bincount(of.rows, np.repeat(weights, of.times), of.size).astype(np.float64)
