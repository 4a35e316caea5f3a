"""Pipelines loaded once for all tests of a process; nothing is changed on them."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.articles import Article
from claimwire.pipeline import load as _load
from claimwire.pipeline import process_many
from claimwire.records import Document
from tests.fixture_gold import GOLD


def loaded(pipeline: str = "news", model: str | None = None, strict: bool = False) -> Language:
    """As `claimwire.pipeline.load`, the same object for the same arguments."""
    return _once(pipeline, model, strict)


@cache
def _once(pipeline: str, model: str | None, strict: bool) -> Language:
    return _load(pipeline, model, strict=strict)


def parsed(nlp: Language, texts: list[str]) -> list[Doc]:
    """The texts with the annotations of the spaCy model, and of no layer."""
    return list(nlp.pipe(texts, disable=[n for n in nlp.pipe_names if n.startswith("claimwire_")]))


@cache
def fixture_documents() -> tuple[Document, ...]:
    """The fixtures, extracted with their dates, in the order of their gold."""
    return tuple(process_many(loaded(), [Article(g["text"], g["id"], date=g["date"]) for g in GOLD.values()]))
