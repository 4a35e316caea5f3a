"""Fit the scorer of references anew for weights that are there: python -m claimwire.training.refit --help."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from claimwire.encoder.card import CARD_FILE
from claimwire.training.card import write_card
from claimwire.training.data import folds, read_people
from claimwire.training.scorer import fit_on_folds, write_scorer

_WRITTEN = ("format", "tags", "roles", "scopes", "sha256")


def main(given: Sequence[str] | None = None) -> None:
    """Read the articles, write references.json into the folder of weights and bring its card in line."""
    o = _parser().parse_args(given)
    weights = {int(k): Path(folder) for k, _, folder in (w.partition("=") for w in o.unseen)}
    people = read_people(o.people)
    scorer, figures = fit_on_folds(people, folds(people, o.folds), weights, o.seed, print)
    write_scorer(scorer, o.output)
    card = json.loads((o.output / CARD_FILE).read_text(encoding="utf-8"))
    about = {key: value for key, value in card.items() if key not in _WRITTEN}
    write_card(o.output, {**about, "references": figures})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m claimwire.training.refit", description=__doc__)
    parser.add_argument("people", type=Path, help="names_train.jsonl")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder of weights to write into")
    parser.add_argument("--folds", type=int, default=3, help="into how many the articles were cut")
    parser.add_argument("--seed", type=int, default=0, help="number that decides chance")
    parser.add_argument(
        "--unseen", action="append", default=[], metavar="FOLD=FOLDER",
        help="weights whose encoder has not seen this fold; may be given more than once",
    )  # fmt: skip
    return parser


if __name__ == "__main__":
    main()
