"""The worker function of every engine: a chunk of articles in, their outcomes out, in order.

The pipeline is loaded once, when the worker is made. Outcomes are lines of JSON, never Docs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimwire.articles import Article
from claimwire.batch.outcome import Done, Outcome, failed
from claimwire.records import Document
from claimwire.sinks.jsonl import Form, lines_of

if TYPE_CHECKING:
    from spacy.language import Language

Work = Callable[[Sequence[Article]], list[Outcome]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker must know to make the same records as any other: pipeline, model, form of the output."""

    pipeline: str = "news"
    model: str | None = None
    form: Form = "claims"
    with_text: bool = False

    def make(self) -> Worker:
        """Load the pipeline. Raises PipelineError. Engines call this once in each process."""
        from claimwire.pipeline import load

        return Worker(load(self.pipeline, self.model), self.form, self.with_text)


class Worker:
    """A loaded pipeline that turns articles into outcomes; an article that fails costs only itself."""

    def __init__(self, nlp: Language, form: Form = "claims", with_text: bool = False) -> None:
        self.nlp, self.form, self.with_text = nlp, form, with_text

    def __call__(self, articles: Sequence[Article]) -> list[Outcome]:
        """The outcomes of the articles, in order; everything spaCy stored for them is freed."""
        with self._zone():
            try:
                return self._together(articles)
            except Exception:
                return [self._alone(article) for article in articles]

    def _zone(self) -> AbstractContextManager[object]:
        # zones do not nest, and the strings of one pass would otherwise stay for ever
        return nullcontext() if getattr(self.nlp.vocab, "in_memory_zone", False) else self.nlp.memory_zone()

    def _together(self, articles: Sequence[Article]) -> list[Outcome]:
        from claimwire.pipeline import process_many

        documents = process_many(self.nlp, articles)
        return [self._done(a, d) for a, d in zip(articles, documents, strict=True)]

    def _alone(self, article: Article) -> Outcome:
        from claimwire.pipeline import process

        try:
            return self._done(article, process(self.nlp, article))
        except Exception as error:
            return failed(article.source or article.id, error, article.id)

    def _done(self, article: Article, document: Document) -> Done:
        if self.with_text:
            document = dataclasses.replace(document, text=article.text)
        words = len(article.text.split())
        return Done(article.id, lines_of(document, self.form), len(document.claims), words)
