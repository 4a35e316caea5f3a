"""The worker function of every engine: a chunk of articles in, their outcomes out, in order.

The pipeline is loaded once, when the worker is made. Outcomes are lines of JSON, never Docs.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from claimwire.articles import Article
from claimwire.batch.outcome import Done, Outcome, failed
from claimwire.records import LAYER_FAILED, Document
from claimwire.sinks.jsonl import Form, Lines

if TYPE_CHECKING:
    from spacy.language import Language

_WORD = re.compile(r"\S+")
Work = Callable[[Sequence[Article]], list[Outcome]]


@dataclass(frozen=True, slots=True)
class WorkerSettings:
    """What a worker must know to make the same records as any other: pipeline, model, form of the output.

    strict: an article on which a layer fails becomes an error. min_confidence: claims with less (0..1), or
    without any, are left out.
    """

    pipeline: str = "news"
    model: str | None = None
    form: Form = "claims"
    with_text: bool = False
    strict: bool = False
    min_confidence: float | None = None

    def make(self) -> Worker:
        """Load the pipeline. Raises PipelineError. Engines call this once in each process."""
        from claimwire.pipeline import load

        nlp = load(self.pipeline, self.model, strict=self.strict)
        return Worker(nlp, self.form, self.with_text, self.min_confidence)


class Worker:
    """A loaded pipeline that turns articles into outcomes; an article that fails costs only itself."""

    def __init__(
        self,
        nlp: Language,
        form: Form = "claims",
        with_text: bool = False,
        min_confidence: float | None = None,
    ) -> None:
        self.nlp, self.form, self.with_text, self.min_confidence = nlp, form, with_text, min_confidence

    def __call__(self, articles: Sequence[Article]) -> list[Outcome]:
        """The outcomes of the articles, in order; everything spaCy stored for them is freed."""
        from claimwire.pipeline import is_long

        runs = ((long, list(some)) for long, some in groupby(articles, is_long))
        return [
            outcome
            for long, some in runs
            for outcome in ([self._long(article) for article in some] if long else self._short(some))
        ]

    def _short(self, articles: list[Article]) -> list[Outcome]:
        from claimwire.pipeline import memory_zone

        with memory_zone(self.nlp):
            try:
                return self._together(articles)
            except Exception:
                return [self._alone(article) for article in articles]

    def _together(self, articles: list[Article]) -> list[Outcome]:
        from claimwire.pipeline import process_many

        documents = process_many(self.nlp, articles)
        return [self._done(a, [d]) for a, d in zip(articles, documents, strict=True)]

    def _alone(self, article: Article) -> Outcome:
        from claimwire.pipeline import process

        try:
            return self._done(article, [process(self.nlp, article)])
        except Exception as error:
            return failed(article.source or article.id, error, article.id)

    def _long(self, article: Article) -> Outcome:
        """As `_alone`, without ever holding the records of the whole article."""
        from claimwire.pipeline import process_long

        try:
            return self._done(article, process_long(self.nlp, article))
        except Exception as error:
            return failed(article.source or article.id, error, article.id)

    def _done(self, article: Article, parts: Iterable[Document]) -> Done:
        lines, failures = Lines(self.form), dict[str, None]()
        for part in parts:
            failures.update((w.message, None) for w in part.warnings if w.code.startswith(LAYER_FAILED))
            lines.add(self._wanted(part, article))
        return Done(article.id, lines.all(), lines.claims, _words(article.text), tuple(failures))

    def _wanted(self, part: Document, article: Article) -> Document:
        """The part with its text where that is asked for, and without the claims that are not sure enough."""
        if self.with_text:
            part = dataclasses.replace(part, text=article.text)
        if self.min_confidence is None:
            return part
        least = self.min_confidence
        sure = tuple(c for c in part.claims if c.confidence is not None and c.confidence >= least)
        return dataclasses.replace(part, claims=sure)


def _words(text: str) -> int:
    # counted without a list of them, which for a long text takes more memory than its records
    return sum(1 for _ in _WORD.finditer(text))
