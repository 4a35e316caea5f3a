"""claimwire: news text to structured claims.

>>> import claimwire
>>> nlp = claimwire.load()
>>> document = claimwire.extract("Acme said on Monday it would cut 300 jobs.", date="2026-01-23", nlp=nlp)
>>> [claim.text for claim in document.claims]
['it would cut 300 jobs']
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from claimwire.articles import Article
from claimwire.records import (
    Attribution,
    Claim,
    ClaimRecord,
    Date,
    Document,
    Entity,
    Quantity,
    Reference,
    Span,
)
from claimwire.records import claim_records as claim_records
from claimwire.version import __version__

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = [
    "Article", "Attribution", "Claim", "ClaimRecord", "Date", "Document", "Entity", "Quantity", "Reference",
    "Span", "__version__", "claim_records", "extract", "load",
]  # fmt: skip


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext claimwire`: notebooks show Documents. An import inside a notebook does it by itself."""
    from claimwire.view.notebook import register

    register(shell)


def load(pipeline: str = "news", model: str | None = None, strict: bool = False) -> Language:
    """Load a pipeline: a shipped one by name, or a config by path; `model` replaces its spaCy model.

    A layer that fails on a text leaves a warning in the document; with `strict` it raises
    `claimwire.layers.failsafe.LayerFailed`.
    Raises `claimwire.pipeline.PipelineError` (a ValueError) when either is unknown.
    """
    from claimwire.pipeline import load as load_pipeline

    return load_pipeline(pipeline, model, strict=strict)


def extract(
    text: str,
    *,
    date: str | None = None,
    id: str = "text",
    source: str | None = None,
    nlp: Language | None = None,
) -> Document:
    """Extract the claims of one article.

    text: the article; offsets of the result are Unicode code points into it. date: publication date, ISO
    (`2026-01-23`), against which relative times are resolved; None leaves them unanchored. nlp: a pipeline
    from `load()`; loading takes seconds, so give one when calling more than once. The document keeps the
    text, so that a notebook can show it.
    Raises ValueError for a date that is none.
    """
    import dataclasses
    from datetime import date as calendar_date

    from claimwire.pipeline import process

    if date is not None:
        calendar_date.fromisoformat(date)
    document = process(nlp or load(), Article(text=text, id=id, source=source, date=date))
    return dataclasses.replace(document, text=text)


if _shell := getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)():
    load_ipython_extension(_shell)
