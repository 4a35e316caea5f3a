"""From data to weights in one call: both stages, the exported files, the scorer of references, the card."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch

from claimwire.encoder.card import VOCABULARY_FILE
from claimwire.encoder.pieces import WordPieces
from claimwire.training.card import write_card
from claimwire.training.data import (
    Annotated,
    digest,
    folds,
    read_attributions,
    read_gold,
    read_people,
    read_silver,
    with_silver,
)
from claimwire.training.export import export
from claimwire.training.inputs import ATTRIBUTIONS, PEOPLE, Inputs
from claimwire.training.net import Net
from claimwire.training.recipe import first_stage, later_stages
from claimwire.training.scorer import fit_on_folds, write_scorer

Tell = Callable[[str], None]


def train(inputs: Inputs, output: Path, seed: int, count: int, tell: Tell) -> None:
    """Train everything and write a folder of weights.

    count: folds by which the scorer of references is fitted, on names that the encoder has not learned.
    One thread, so that the same machine gives the same weights.
    """
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.use_deterministic_algorithms(True)
    vocabulary = (inputs.base / VOCABULARY_FILE).read_text(encoding="utf-8")
    pieces = WordPieces(vocabulary.split("\n")[:-1])
    attributed = read_attributions(inputs.data / ATTRIBUTIONS)
    people = read_people(inputs.data / PEOPLE)
    guided = [a for folder in inputs.gold for a in read_gold(folder.glob("*.gold.json"))]
    silver = [a for path in inputs.silver for a in read_silver(path)]
    tell(f"first stage: {len(attributed)} articles with attributions, {len(silver)} with names of silver")
    net = first_stage(with_silver(attributed, silver), pieces, inputs.base, seed, tell)
    start = {k: v.clone() for k, v in net.state_dict().items()}

    def second(articles: Sequence[Annotated], to: Path) -> None:
        net.load_state_dict(start)
        later_stages(net, articles, attributed, pieces, seed, tell)
        _write(net, to, vocabulary, {})

    fold = folds([*people, *guided], count)
    for k in range(count):
        tell(f"fold {k + 1} of {count}: for the scorer of references")
        second([a for a in [*people, *guided] if fold[a.group] != k], output / f"fold{k}")
    unseen = {k: output / f"fold{k}" for k in range(count)}
    scorer, figures = fit_on_folds(people, fold, unseen, seed, tell)
    tell("second stage, on all articles")
    second([*people, *guided], output)
    write_scorer(scorer, output)
    write_card(output, _about(inputs, seed, figures))


def _write(net: Net, to: Path, vocabulary: str, about: dict[str, Any]) -> None:
    export(net, to)
    (to / VOCABULARY_FILE).write_text(vocabulary, encoding="utf-8")
    write_card(to, about)


def _about(inputs: Inputs, seed: int, figures: dict[str, Any]) -> dict[str, Any]:
    return {
        "seed": seed,
        "data": {p.name: digest(p) for p in inputs.files()},
        "versions": {"python": platform.python_version(), "torch": version("torch")},
        "references": figures,
    }
