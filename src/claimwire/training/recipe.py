"""The recipe: attributions first, of which there is most; then all tasks together; then names once more.

First stage: PolNeAR's articles teach cues and frames, and names that another system found in them keep the
encoder good at names meanwhile (silver; without them it forgets what names need). Second stage: articles
with names and references, and those annotated after this project's guidelines, whole articles at a time; a
share of the first stage's windows is read again so that nothing is forgotten. The guidelines' cue head begins
as a copy of PolNeAR's. Third stage: the same at lower rates, with more weight on names, which have the fewest
articles. In the end the weights go back a part of the way to those of the first stage.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from claimwire.encoder.pieces import WordPieces
from claimwire.training.augment import recased
from claimwire.training.data import Annotated
from claimwire.training.examples import Example, examples
from claimwire.training.fit import Recipe, Weights, batches, fit, loss_of
from claimwire.training.links import Pointers, pointers
from claimwire.training.net import Net, load_base

FIRST = Recipe(epochs=2, encoder_rate=2e-4, head_rate=1e-3, batch=24)
SECOND = Recipe(epochs=2, encoder_rate=1.5e-4, head_rate=1e-3, batch=24)
THIRD = Recipe(epochs=2, encoder_rate=8e-5, head_rate=5e-4, batch=24)
SECOND_WEIGHTS, THIRD_WEIGHTS = Weights(names=4.0, links=0.1), Weights(names=6.0, links=0.05)
# Share of the first stage's windows that a later epoch reads again, and of windows in other case.
SECOND_REPLAYED, THIRD_REPLAYED, RECASED = 0.1, 0.1, 0.12
# How much of the first stage's weights the last ones keep; see `averaged`.
KEPT = 0.35
# What only the later stages train
SECOND_ONLY = ("seeker", "sought", "nobody", "distance", "frames.scope")
# Pieces of a batch of whole articles, at least
ARTICLE_BATCH = 900
Tell = Callable[[str], None]


def first_stage(articles: Sequence[Annotated], pieces: WordPieces, base: Path, seed: int, tell: Tell) -> Net:
    """A network that finds attributions, and names where the articles have them (silver).

    base: folder of the pretrained encoder.
    """
    torch.manual_seed(seed)
    net = Net()
    load_base(net, base / "model.safetensors")
    found = examples(articles, pieces)
    recipe = with_seed(FIRST, seed)
    fit(
        net, lambda _, rng: batches(found, recipe.batch, rng), recipe, lambda b: loss_of(net, b, pieces), tell
    )
    return net


def later_stages(
    net: Net,
    articles: Sequence[Annotated],
    replay: Sequence[Annotated],
    pieces: WordPieces,
    seed: int,
    tell: Tell,
) -> None:
    """Go on with names, references and the guidelines' attributions, in place: second and third stage."""
    with torch.no_grad():
        net.cues.weight[1] = net.cues.weight[0]
        net.cues.bias[1] = net.cues.bias[0]
    before = {k: v.clone() for k, v in net.state_dict().items()}
    whole = by_article(examples(articles, pieces))
    found = links(articles, whole)
    again = examples(replay, pieces)
    for e in again:
        e.article += len(articles)
    stages = ((SECOND, SECOND_WEIGHTS, SECOND_REPLAYED), (THIRD, THIRD_WEIGHTS, THIRD_REPLAYED))
    for recipe, weights, share in stages:
        torch.manual_seed(seed)
        epoch = partial(_epoch, whole, again, share, recipe.batch)
        loss = partial(loss_of, net, pieces=pieces, found=found, weights=weights)
        fit(net, epoch, with_seed(recipe, seed), loss, tell)
    net.load_state_dict(averaged(before, net.state_dict(), KEPT))


def averaged(before: dict[str, Tensor], after: dict[str, Tensor], kept: float) -> dict[str, Tensor]:
    """Weights between those before fine-tuning and those after it. kept: the share of the former, 0 to 1.

    What was learned on many articles comes back and what was added stays (Wortsman and others, Robust
    fine-tuning of zero-shot models, 2022). What the first stage did not train is taken as it is.
    """
    return {
        k: v if k.startswith(SECOND_ONLY) else torch.lerp(v, before[k], kept) if v.is_floating_point() else v
        for k, v in after.items()
    }


def _epoch(
    whole: dict[int, list[Example]],
    again: Sequence[Example],
    share: float,
    size: int,
    _: int,
    rng: random.Random,
) -> list[list[Example]]:
    out = article_batches(whole, rng)
    out += batches(rng.sample(again, int(share * len(again))), size, rng)
    rng.shuffle(out)
    return out


def with_seed(recipe: Recipe, seed: int) -> Recipe:
    """The recipe with another seed."""
    return Recipe(**{**{k: getattr(recipe, k) for k in Recipe.__slots__}, "seed": seed})


def by_article(found: Sequence[Example]) -> dict[int, list[Example]]:
    """The windows of each article, in order."""
    out: dict[int, list[Example]] = {}
    for e in found:
        out.setdefault(e.article, []).append(e)
    return out


def links(articles: Sequence[Annotated], whole: dict[int, list[Example]]) -> dict[int, Pointers]:
    """What the references of each annotated article point at."""
    found = {k: pointers(a, whole[k]) for k, a in enumerate(articles) if a.links is not None and k in whole}
    return {k: p for k, p in found.items() if p is not None}


def article_batches(whole: dict[int, list[Example]], rng: random.Random) -> list[list[Example]]:
    """Whole articles in random order, some windows in other case."""
    order = sorted(whole)
    rng.shuffle(order)
    out: list[list[Example]] = []
    batch: list[Example] = []
    for k in order:
        batch = batch + [recased(e, rng, RECASED) for e in whole[k]]
        if sum(e.length for e in batch) >= ARTICLE_BATCH:
            out.append(batch)
            batch = []
    return [*out, batch] if batch else out
