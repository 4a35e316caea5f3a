"""Fitting the scorer of references on scenes: anaphors with candidates, and the right ones among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

# What a noun phrase that nobody annotated counts as an example of "nobody": all that name somebody should be
UNANNOTATED = 1.0
_ABSENT = -1e4
_BATCH = 64


@dataclass(slots=True)
class RatedScene:
    """Features of an anaphor and its candidates; right: indices of the right candidates, [] for nobody.

    known: whether somebody annotated it. hopeless: its entity is named, but is no candidate.
    """

    cls: str
    kind: str
    own: NDArray[np.float32]
    rows: NDArray[np.float32]
    right: list[int]
    known: bool = True
    hopeless: bool = False


@dataclass(slots=True)
class Collated:
    """Scenes as tensors.

    own: scenes x features. rows: scenes x most candidates x features. there: which candidates there are.
    right: which answers are right, nobody first. weight: of each scene.
    """

    own: Tensor
    rows: Tensor
    there: Tensor
    right: Tensor
    weight: Tensor

    def some(self, at: Tensor) -> Collated:
        """Those at these places."""
        return Collated(self.own[at], self.rows[at], self.there[at], self.right[at], self.weight[at])


def collate(scenes: Sequence[RatedScene], width: int) -> Collated:
    """Scenes side by side; width: features of a candidate."""
    most = max((len(s.rows) for s in scenes), default=0)
    rows = np.zeros((len(scenes), most, width), np.float32)
    there = np.zeros((len(scenes), most), bool)
    right = np.zeros((len(scenes), most + 1), bool)
    for i, s in enumerate(scenes):
        n = len(s.rows)
        if n:
            rows[i, :n], there[i, :n] = s.rows, True
        right[i, [k + 1 for k in s.right] or [0]] = True
    own = np.stack([s.own for s in scenes])
    weight = np.array([1.0 if s.known else UNANNOTATED for s in scenes], np.float32)
    return Collated(*(torch.from_numpy(x) for x in (own, rows, there, right, weight)))


class ScorerNet(nn.Module):
    """Two layers for a candidate, two for nobody."""

    def __init__(self, own: int, row: int, hidden: int = 48, drop: float = 0.2) -> None:
        super().__init__()
        self.width = row
        self.candidate = nn.Sequential(
            nn.Linear(own + row, hidden), nn.ReLU(), nn.Dropout(drop), nn.Linear(hidden, 24), nn.ReLU(),
            nn.Linear(24, 1),
        )  # fmt: skip
        self.nobody = nn.Sequential(nn.Linear(own, 24), nn.ReLU(), nn.Dropout(drop), nn.Linear(24, 1))

    def forward(self, scenes: Collated) -> Tensor:
        """Logits of nobody (first) and each candidate; absent ones are very low."""
        there = scenes.there
        own = scenes.own[:, None].expand(-1, there.shape[1], -1)[there]
        found = self.candidate(torch.cat([own, scenes.rows[there]], 1))[:, 0]
        candidates = torch.full(there.shape, _ABSENT).masked_scatter(there, found)
        return torch.cat([self.nobody(scenes.own), candidates], 1)

    def logits(self, scenes: Sequence[RatedScene]) -> list[NDArray[np.float32]]:
        """The logits of each scene, nobody first."""
        with torch.no_grad():
            found = self(collate(scenes, self.width)).numpy()
        return [z[: len(s.rows) + 1] for z, s in zip(found, scenes, strict=True)]

    def weights(self) -> dict[str, Any]:
        """The layers as lists of numbers."""

        def layers(part: nn.Sequential) -> list[list[Any]]:
            return [
                [
                    np.round(m.weight.detach().numpy().astype(float), 5).tolist(),
                    np.round(m.bias.detach().numpy().astype(float), 5).tolist(),
                ]
                for m in part
                if isinstance(m, nn.Linear)
            ]

        return {"candidate": layers(self.candidate), "nobody": layers(self.nobody)}


def fit_scorer(
    scenes: Sequence[RatedScene], seed: int = 0, epochs: int = 30, rate: float = 2e-3
) -> ScorerNet:
    """Fit a scorer on annotated scenes."""
    torch.manual_seed(seed)
    todo = [s for s in scenes if not s.hopeless]
    width = max(s.rows.shape[1] for s in todo if len(s.rows))
    net, given = ScorerNet(len(todo[0].own), width), collate(todo, width)
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.02)
    steps = epochs * (len(todo) // _BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps + 1)
    for _ in range(epochs):
        net.train()
        for at in torch.randperm(len(todo)).split(_BATCH):
            some = given.some(at)
            logits = net(some)
            lost = logits.logsumexp(1) - logits.masked_fill(~some.right, _ABSENT).logsumexp(1)
            loss = (lost * some.weight).sum() / some.weight.sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    net.eval()
    return net
