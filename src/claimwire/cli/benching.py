"""What `claimwire bench` does once its options are read."""

from __future__ import annotations

from itertools import islice
from typing import Any

import click

from claimwire.articles import Article, read_articles
from claimwire.batch.process import pin_threads
from claimwire.cli.extraction import reading
from claimwire.cli.messages import Failure


def run(inputs: list[str], limit: int, options: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The figures of the articles, as a dict and as text."""
    pin_threads()
    found = (item for item in read_articles(inputs, reading(options)) if isinstance(item, Article))
    articles = list(islice(found, limit))
    if not articles:
        raise Failure(f"{', '.join(inputs)}: no article there")
    from claimwire.batch.bench import measure, table
    from claimwire.pipeline import PipelineError, load, load_model

    try:
        whole = load(options["pipeline"], options["model"])
        bare = load_model(options["pipeline"], options["model"])
    except PipelineError as error:
        raise click.UsageError(str(error)) from None
    speed = measure(whole, bare, articles)
    figures = {"words": speed.words, "bare": speed.bare, "whole": speed.whole, "ratio": speed.ratio}
    return {**figures, "shares": speed.shares}, table(speed)
