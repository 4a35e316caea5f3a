"""`claimwire train`: learn a layer from annotated articles."""

from __future__ import annotations

import click

from claimwire.cli.messages import Failure, say, writing

_NEEDS = 'train: needs scikit-learn; install it with: pip install "claimwire[train]"'


@click.group()
def train() -> None:
    """Learn a layer from annotated articles.

    \b
    Example:
      claimwire train attributions articles.jsonl -o weights/
    """


@train.command()
@click.argument("articles", metavar="ARTICLES.jsonl")
@click.option("-o", "--output", required=True, metavar="FOLDER", help="Write the weights into this folder.")
@click.option(
    "--pipeline", default="wide", show_default=True, metavar="NAME-OR-PATH",
    help="Pipeline whose model parses the texts.",
)  # fmt: skip
@click.option(
    "--seed", type=int, default=0, show_default=True, metavar="N", help="Number that decides the folds."
)
def attributions(articles: str, output: str, pipeline: str, seed: int) -> None:
    """Learn who says what from articles.

    Each line of ARTICLES.jsonl is {"id", "text", "attributions"}. The scores go to stderr.
    A config uses the weights by naming their folder in [components.claimwire_attributions] weights.

    \b
    Example:
      claimwire train attributions articles.jsonl -o weights/
    """
    try:
        from claimwire.layers.attributions.train import train as learn
    except ImportError:
        raise Failure(_NEEDS) from None
    try:
        with writing(output):
            learn(articles, output, seed=seed, pipeline=pipeline, progress=say)
    except ImportError:
        raise Failure(_NEEDS) from None
