"""`claimwire train`: learn the encoder's weights from annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from claimwire.cli.messages import Failure, say

_NEEDS = 'train: needs torch and onnx; install them with: pip install "claimwire[train]"'


@click.command()
@click.option(
    "--base", required=True, metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Pretrained encoder: model.safetensors and vocab.txt of all-MiniLM-L6-v2.",
)  # fmt: skip
@click.option(
    "--data", required=True, metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with names_train.jsonl and attribution_train.jsonl.",
)  # fmt: skip
@click.option(
    "--gold", multiple=True, metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of *.gold.json files; may be given more than once.",
)  # fmt: skip
@click.option(
    "--silver", multiple=True, metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Documents with their text (extract --format documents --with-text) whose names the first stage "
    "learns too; may be given more than once.",
)  # fmt: skip
@click.option("-o", "--output", required=True, metavar="FOLDER", type=click.Path(path_type=Path),
              help="Write the weights into this folder.")  # fmt: skip
@click.option(
    "--seed", type=int, default=0, show_default=True, metavar="N", help="Number that decides chance."
)
@click.option("--folds", type=click.IntRange(2), default=3, show_default=True, metavar="N",
              help="Parts for the scorer of references.")  # fmt: skip
def train(
    base: Path,
    data: Path,
    gold: tuple[Path, ...],
    silver: tuple[Path, ...],
    output: Path,
    seed: int,
    folds: int,
) -> None:
    """Learn the weights of the encoder and of its layers.

    Takes about three hours on one core. A config uses the weights by naming their folder as `encoder` of
    claimwire_names, claimwire_attributions and claimwire_references.

    \b
    Example:
      claimwire train --base all-MiniLM-L6-v2/ --data data/ --gold gold/ -o weights/
    """
    from claimwire.training.inputs import Inputs

    inputs = Inputs(base, data, gold, silver)
    absent = [p for p in inputs.files() if not p.is_file()]
    if absent:
        raise Failure(f"train: {absent[0]} is not there")
    try:
        from claimwire.training.run import train as learn
    except ImportError:
        raise Failure(_NEEDS) from None
    learn(inputs, output, seed, folds, say)
