"""`claimwire explain`: why the claims of an article have their values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from claimwire.cli.messages import FAILED, OK, Failure, say
from claimwire.cli.options import pipeline_options, read_options


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("--claim", metavar="ID", help="Explain the claim with this id only.")
@pipeline_options
@read_options
def explain(article: str, claim: str | None, **options: Any) -> int:
    """Say in words why each claim has its values: the rules and words that decided, with their places.

    ARTICLE is what extract reads: a file, a folder, a pattern, or - (stdin).

    \b
    Examples:
      claimwire explain article.txt --date 2026-01-23
      claimwire explain article.txt --claim 0b9f3c6a51d27e84
    """  # fmt: skip
    shown, failed = 0, False
    for text in _explanations(article, claim, options):
        if text is None:
            failed = True
            continue
        click.echo(f"\n{text}" if shown else text)
        shown += 1
    if claim is not None and not shown and not failed:
        raise Failure(f"no claim of {article} has the id {claim}; extract {article} lists them")
    return FAILED if failed else OK


def _explanations(name: str, claim: str | None, options: dict[str, Any]) -> Iterator[str | None]:
    """The explanation of each claim that is asked for; None for an article that fails, which is told."""
    from claimwire.articles import read_articles
    from claimwire.batch.outcome import failed, sentence
    from claimwire.cli.extraction import reading
    from claimwire.errors import UserError
    from claimwire.pipeline import load, process
    from claimwire.records import ErrorRecord
    from claimwire.view.explain import explain as in_words
    from claimwire.view.visible import harmless

    nlp = None
    for item in read_articles([name], reading(options)):
        if isinstance(item, ErrorRecord):
            say(f"explain: {sentence(item)}")
            yield None
            continue
        try:
            nlp = nlp or load(options["pipeline"], options["model"])
            document = process(nlp, item)
        except UserError:
            raise
        except Exception as error:
            say(f"explain: {sentence(failed(item.source or item.id, error, item.id))}")
            yield None
            continue
        yield from (harmless(in_words(c)) for c in document.claims if claim in (None, c.id))
