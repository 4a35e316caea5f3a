"""Fitting the network: batches of each task in turn, one schedule."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from claimwire.encoder.pieces import WordPieces
from claimwire.training.examples import IGNORED, Example
from claimwire.training.links import Pointers, link_loss
from claimwire.training.net import Net


@dataclass(frozen=True, slots=True)
class Weights:
    """What the losses count beside that of frames.

    That of links is large at first and would drown the others in the clipped gradient.
    """

    cues: float = 4.0
    names: float = 4.0
    links: float = 0.1


@dataclass(slots=True)
class Batch:
    """Windows as tensors; words of a window that is shorter than others are masked."""

    pieces: Tensor
    shapes: Tensor
    quoted: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor


def collate(examples: Sequence[Example], pieces: WordPieces) -> Batch:
    """The windows of examples as one batch."""
    n = max(e.length for e in examples)
    m = max(len(e.window.words) for e in examples)
    shape = (len(examples), n)
    ids, shapes, quoted = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    mask = torch.zeros(shape, dtype=torch.bool)
    first = torch.zeros((len(examples), m), dtype=torch.long)
    words = torch.zeros((len(examples), m), dtype=torch.bool)
    for i, e in enumerate(examples):
        row, at, cases, states = [pieces.first], [], [0], [0]
        for w, q in zip(e.window.words, e.window.quoted, strict=True):
            at.append(len(row))
            row += w.pieces
            cases += [w.shape] * len(w.pieces)
            states += [q] * len(w.pieces)
        row.append(pieces.last)
        ids[i, : len(row)] = torch.tensor(row)
        shapes[i, : len(cases)] = torch.tensor(cases)
        quoted[i, : len(states)] = torch.tensor(states)
        mask[i, : len(row)] = True
        first[i, : len(at)] = torch.tensor(at, dtype=torch.long)
        words[i, : len(at)] = True
    return Batch(ids, shapes, quoted, mask, first, words)


def loss_of(
    net: Net,
    examples: Sequence[Example],
    pieces: WordPieces,
    found: Mapping[int, Pointers] | None = None,
    weights: Weights | None = None,
) -> Tensor:
    """The summed loss of the tasks for which the examples are annotated.

    found: article -> what its references point at; then all windows of an article stand together.
    """
    weights = weights or Weights()
    batch = collate(examples, pieces)
    x = net.vectors(batch.pieces, batch.shapes, batch.quoted, batch.first, batch.mask)
    total = x.new_zeros(())
    for offset, e in enumerate(examples):
        begins = not offset or examples[offset - 1].article != e.article
        if found and begins and e.article in found:
            total = total + weights.links * link_loss(net, x, offset, found[e.article])
    m = batch.first.shape[1]
    if any(e.tags is not None for e in examples):
        tags = _padded([e.tags or [] for e in examples], m)
        total = total + weights.names * F.cross_entropy(
            net.names(x).flatten(0, 1), tags.flatten(), ignore_index=IGNORED
        )
    if any(e.cues is not None for e in examples):
        total = total + weights.cues * _cue_loss(net, x, examples, m) + _frame_loss(net, x, batch, examples)
    return total


def _padded(rows: Sequence[Sequence[int]], m: int) -> Tensor:
    out = torch.full((len(rows), m), IGNORED)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.tensor(row, dtype=torch.long)
    return out


def _cue_loss(net: Net, x: Tensor, examples: Sequence[Example], m: int) -> Tensor:
    want = _padded([e.cues or [] for e in examples], m)
    scope = torch.tensor([int(e.guided) for e in examples])
    logits = net.cue_logits(x).gather(2, scope[:, None, None].expand(-1, m, 1))[..., 0]
    known = want != IGNORED
    return F.binary_cross_entropy_with_logits(logits[known], want[known].float())


def _frame_loss(net: Net, x: Tensor, batch: Batch, examples: Sequence[Example]) -> Tensor:
    rows = [(i, cue, roles) for i, e in enumerate(examples) for cue, roles in e.frames]
    if not rows:
        return x.new_zeros(())
    at = torch.tensor([i for i, _, _ in rows])
    cue = torch.tensor([c for _, c, _ in rows])
    scope = torch.tensor([int(examples[i].guided) for i, _, _ in rows])
    want = _padded([roles for _, _, roles in rows], x.shape[1])
    logits = net.frames(x[at], cue, scope, batch.words[at])
    return F.cross_entropy(logits.flatten(0, 1), want.flatten(), ignore_index=IGNORED)


@dataclass(slots=True)
class Recipe:
    """How to fit: rates of the encoder and of the heads, batches, schedule."""

    epochs: int = 3
    encoder_rate: float = 1e-4
    head_rate: float = 5e-4
    batch: int = 24
    warm_up: float = 0.1
    seed: int = 0
    frozen_layers: int = 0


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Examples of like length together, in random order."""
    order = sorted(examples, key=lambda e: e.length + 8 * rng.random())
    out = [list(order[i : i + size]) for i in range(0, len(order), size)]
    rng.shuffle(out)
    return out


Step = Callable[[list[Example]], Tensor]


def fit(
    net: Net,
    epoch_examples: Callable[[int, random.Random], list[list[Example]]],
    recipe: Recipe,
    loss: Step,
    tell: Callable[[str], None] = print,
    after_epoch: Callable[[int], None] | None = None,
) -> None:
    """Fit the network. epoch_examples: (epoch, random) -> batches of that epoch."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    net.encoder.words.weight.requires_grad_(False)
    for layer in net.encoder.layers[: recipe.frozen_layers]:
        layer.requires_grad_(False)
    own = [p for p in net.encoder.parameters() if p.requires_grad]
    ids = {id(p) for p in net.encoder.parameters()}
    heads = [p for p in net.parameters() if id(p) not in ids]
    optimizer = torch.optim.AdamW(
        [{"params": own, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=0.01,
        fused=True,
    )
    base = [g["lr"] for g in optimizer.param_groups]
    first = epoch_examples(0, rng)
    steps, k, began = recipe.epochs * len(first), 0, time.monotonic()
    for epoch in range(recipe.epochs):
        net.train()
        total = 0.0
        todo = first if epoch == 0 else epoch_examples(epoch, rng)
        for n, examples in enumerate(todo, 1):
            for group, rate in zip(optimizer.param_groups, base, strict=True):
                group["lr"] = rate * _schedule(k, steps, recipe.warm_up)
            value = loss(examples)
            optimizer.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_([*own, *heads], 1.0)
            optimizer.step()
            k += 1
            total += value.item()
            if n % 50 == 0 or n == len(todo):
                spent = time.monotonic() - began
                tell(f"epoch {epoch} batch {n}/{len(todo)} loss {total / n:.4f} {spent:.0f}s")
        if after_epoch is not None:
            after_epoch(epoch)


def _schedule(k: int, steps: int, warm_up: float) -> float:
    rise = warm_up * steps
    return (k + 1) / rise if k < rise else max(0.02, (steps - k) / max(1.0, steps - rise))
