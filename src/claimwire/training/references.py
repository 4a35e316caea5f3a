"""Fitting the scorer of references on scenes: anaphors with candidates, and the right ones among them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

# What a noun phrase that nobody annotated counts as an example of "nobody": all that name somebody should be
UNANNOTATED = 1.0


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


class ScorerNet(nn.Module):
    """Two layers for a candidate, two for nobody."""

    def __init__(self, own: int, row: int, hidden: int = 48, drop: float = 0.2) -> None:
        super().__init__()
        self.candidate = nn.Sequential(
            nn.Linear(own + row, hidden), nn.ReLU(), nn.Dropout(drop), nn.Linear(hidden, 24), nn.ReLU(),
            nn.Linear(24, 1),
        )  # fmt: skip
        self.nobody = nn.Sequential(nn.Linear(own, 24), nn.ReLU(), nn.Dropout(drop), nn.Linear(24, 1))

    def forward(self, scene: RatedScene) -> Tensor:
        """Logits of nobody (first) and each candidate."""
        own = torch.from_numpy(scene.own)
        logits = self.nobody(own)
        if len(scene.rows):
            rows = torch.cat([own.expand(len(scene.rows), -1), torch.from_numpy(scene.rows)], 1)
            logits = torch.cat([logits, self.candidate(rows)[:, 0]])
        return logits

    def together(self, scenes: Sequence[RatedScene]) -> tuple[Tensor, Tensor]:
        """Logits (scenes x most candidates + 1) and which of them are right; absent ones are very low."""
        own = torch.from_numpy(np.stack([s.own for s in scenes]))
        sizes = [len(s.rows) for s in scenes]
        out = torch.full((len(scenes), 1 + max(sizes, default=0)), -1e4)
        right = torch.zeros(out.shape, dtype=torch.bool)
        out = out.index_put(
            (torch.arange(len(scenes)), torch.zeros(len(scenes), dtype=torch.long)), self.nobody(own)[:, 0]
        )
        if any(sizes):
            at = torch.tensor([i for i, n in enumerate(sizes) for _ in range(n)])
            to = torch.tensor([k + 1 for n in sizes for k in range(n)])
            rows = torch.from_numpy(np.concatenate([s.rows for s in scenes if len(s.rows)]))
            out = out.index_put((at, to), self.candidate(torch.cat([own[at], rows], 1))[:, 0])
        for i, s in enumerate(scenes):
            right[i, [k + 1 for k in s.right] or [0]] = True
        return out, right

    def weights(self) -> dict[str, Any]:
        """The layers as lists of numbers."""

        def layers(part: nn.Sequential) -> list[list[Any]]:
            return [
                [
                    np.round(m.weight.detach().numpy().astype(float), 6).tolist(),
                    np.round(m.bias.detach().numpy().astype(float), 6).tolist(),
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
    rng = random.Random(seed)
    todo = [s for s in scenes if not s.hopeless]
    net = ScorerNet(len(todo[0].own), max(s.rows.shape[1] for s in todo if len(s.rows)))
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.02)
    steps = epochs * (len(todo) // 64 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps + 1)
    for _ in range(epochs):
        rng.shuffle(todo)
        net.train()
        for k in range(0, len(todo), 64):
            some = todo[k : k + 64]
            logits, right = net.together(some)
            weight = torch.tensor([1.0 if s.known else UNANNOTATED for s in some])
            lost = logits.logsumexp(1) - logits.masked_fill(~right, -1e4).logsumexp(1)
            loss = (lost * weight).sum() / weight.sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    net.eval()
    return net


def probabilities(net: ScorerNet, scene: RatedScene, temperature: float = 1.0) -> NDArray[np.float32]:
    """How likely the anaphor is nobody (first), and each candidate."""
    with torch.no_grad():
        found: NDArray[np.float32] = F.softmax(net(scene) / temperature, 0).numpy()
    return found
