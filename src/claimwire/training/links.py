"""The loss of references: each pronoun or noun phrase points at the names of its entity, or at nobody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from claimwire.training.data import Annotated
from claimwire.training.examples import Example
from claimwire.training.net import DISTANCES, LINK_WIDTH, Net

# How far back and ahead, in words, a name is a candidate.
_BACK, _AHEAD = 600, 120


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of an article as (window, word) of its first and last word, and its place in the text."""

    first: tuple[int, int]
    last: tuple[int, int]
    place: int


@dataclass(frozen=True, slots=True)
class Pointers:
    """The names and references of an article; targets: the names that each may rightly point at."""

    names: list[Marked]
    references: list[Marked]
    targets: list[list[int]]


def pointers(article: Annotated, examples: Sequence[Example]) -> Pointers | None:
    """What there is to point at in an article whose windows these are; None where nothing is annotated."""
    starts, ends, at = [], [], []
    for k, e in enumerate(examples):
        for i in range(e.window.context, len(e.window.words)):
            starts.append(e.window.words[i].start)
            ends.append(e.window.words[i].end)
            at.append((k, i))

    def marked(start: int, end: int) -> Marked | None:
        a, b = bisect_right(ends, start), bisect_left(starts, end)
        return Marked(at[a], at[b - 1], a) if a < b else None

    names, owners = [], []
    for name in article.names or ():
        m = marked(name.start, name.end)
        if m is not None:
            names.append(m)
            owners.append(name.name)
    references, targets = [], []
    for link in article.links or ():
        m = marked(link.start, link.end)
        wanted = set((link.name or "").split(" + ")) - {""}
        found = [i for i, owner in enumerate(owners) if owner in wanted]
        if m is not None and (found or not wanted):
            references.append(m)
            targets.append(found)
    return Pointers(names, references, targets) if references else None


def link_loss(net: Net, x: Tensor, offset: int, found: Pointers) -> Tensor:
    """Mean loss of an article's references. x: vectors of the batch; offset: the article's first window."""
    seek = _ends(net.seeker(x), found.references, offset)
    nobody = _ends(net.nobody(x), found.references, offset)
    place = torch.tensor([r.place for r in found.references])
    if found.names:
        sought = _ends(net.sought(x), found.names, offset)
        away = torch.tensor([n.place for n in found.names])[None] - place[:, None]
        score = seek @ sought.T / LINK_WIDTH**0.5 + net.distance(distance_bucket(away))[..., 0]
        score = score.masked_fill((away < -_BACK) | (away > _AHEAD), -1e4)
    else:
        score = seek.new_zeros((len(found.references), 0))
    score = torch.cat([nobody, score], 1)
    right = torch.zeros(score.shape, dtype=torch.bool)
    for i, target in enumerate(found.targets):
        right[i, [0] if not target else [t + 1 for t in target]] = True
    chosen = score.masked_fill(~right, -1e4).logsumexp(1)
    return (score.logsumexp(1) - chosen).clamp(max=20).mean()


def _ends(rows: Tensor, marked: Sequence[Marked], offset: int) -> Tensor:
    first = rows[[m.first[0] + offset for m in marked], [m.first[1] for m in marked]]
    last = rows[[m.last[0] + offset for m in marked], [m.last[1] for m in marked]]
    return (first + last) / 2


def distance_bucket(away: Tensor) -> Tensor:
    """Signed distances in words by powers of two, as indices below DISTANCES."""
    size = torch.log2(away.abs().clamp(min=1).float()).long().clamp(max=DISTANCES // 2 - 1)
    return torch.where(away > 0, size + DISTANCES // 2, size)
