"""What `claimwire bench` does once its options are read."""

from __future__ import annotations

from typing import Any

from claimwire.articles import Article, read_articles
from claimwire.batch.outcome import sentence
from claimwire.batch.process import pin_threads
from claimwire.cli.extraction import reading
from claimwire.cli.messages import Failure, say
from claimwire.cli.report import MAX_MESSAGES
from claimwire.records import ErrorRecord


def run(inputs: list[str], limit: int, options: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The figures of the articles, as a dict and as text."""
    pin_threads()
    articles: list[Article] = []
    errors: list[ErrorRecord] = []
    for item in read_articles(inputs, reading(options)):
        if isinstance(item, ErrorRecord):
            errors.append(item)
        else:
            articles.append(item)
        if len(articles) == limit:
            break
    for error in errors[:MAX_MESSAGES]:
        say(f"bench: {sentence(error)}")
    if not articles:
        raise Failure(f"{', '.join(inputs)}: no article to measure")
    from claimwire.batch.bench import measure, table
    from claimwire.pipeline import load, load_model

    whole = load(options["pipeline"], options["model"])
    bare = load_model(options["pipeline"], options["model"])
    speed = measure(whole, bare, articles)
    figures = {"words": speed.words, "bare": speed.bare, "whole": speed.whole, "ratio": speed.ratio}
    return {**figures, "shares": speed.shares}, table(speed)
