"""How fast the whole pipeline is beside a bare pass of its spaCy model, on the same texts in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimwire.articles import Article
from claimwire.batch.chunks import chunks
from claimwire.batch.worker import Worker

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Speed:
    """Words a second of CPU time, bare and whole; `shares`: each component's part of the whole's time."""

    words: int
    bare: float
    whole: float
    shares: dict[str, float]

    @property
    def ratio(self) -> float:
        """Speed of the whole pipeline to written records over that of the bare pass."""
        return self.whole / self.bare


def measure(whole: Language, bare: Language, articles: Sequence[Article], rounds: int = 2) -> Speed:
    """Run both over the articles, chunk by chunk in turn so that a busy machine slows both alike.

    The best of `rounds` counts for each. CPU time of this process is counted, not time on the clock.
    """
    worker = Worker(whole, form="documents")
    spent = _watched(whole)
    words = sum(len(article.text.split()) for article in articles)
    best_bare = best_whole = float("inf")
    shares: dict[str, float] = {}
    for _ in range(rounds):
        spent.clear()
        bare_time = whole_time = 0.0
        for chunk in chunks(articles):
            some = [item for item in chunk if isinstance(item, Article)]
            bare_time += _timed(lambda some=some: _bare_pass(bare, some))  # type: ignore[misc]
            whole_time += _timed(lambda some=some: worker(some))  # type: ignore[misc]
        best_bare = min(best_bare, bare_time)
        if whole_time < best_whole:
            best_whole = whole_time
            rest = whole_time - sum(spent.values())
            shares = {name: t / whole_time for name, t in spent.items()} | {"(records)": rest / whole_time}
    return Speed(words, words / best_bare, words / best_whole, shares)


def _bare_pass(nlp: Language, articles: Sequence[Article]) -> None:
    with nlp.memory_zone():
        for _ in nlp.pipe([article.text for article in articles], batch_size=len(articles)):
            pass


def _timed(work: Callable[[], Any]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _watched(nlp: Language) -> dict[str, float]:
    """Wrap each component (and the tokenizer) so that the CPU seconds it takes are added up by name."""
    spent: dict[str, float] = {}
    nlp._components = [(name, _Watched(name, pipe, spent)) for name, pipe in nlp._components]
    tokenizer = nlp.make_doc

    def make_doc(text: str) -> Any:
        begun = time.process_time()
        doc = tokenizer(text)
        spent["(tokenizer)"] = spent.get("(tokenizer)", 0.0) + time.process_time() - begun
        return doc

    nlp.make_doc = make_doc  # type: ignore[method-assign]
    return spent


class _Watched:
    """A component whose calls are timed."""

    def __init__(self, name: str, pipe: Any, spent: dict[str, float]) -> None:
        self.name, self.inner, self.spent = name, pipe, spent

    def __call__(self, doc: Any) -> Any:
        begun = time.process_time()
        doc = self.inner(doc)
        self.spent[self.name] = self.spent.get(self.name, 0.0) + time.process_time() - begun
        return doc

    def pipe(self, docs: Any, batch_size: int = 16, **_: Any) -> Any:
        batch = list(docs)
        if not hasattr(self.inner, "pipe"):
            yield from map(self, batch)
            return
        begun = time.process_time()
        done = list(self.inner.pipe(iter(batch), batch_size=batch_size))
        self.spent[self.name] = self.spent.get(self.name, 0.0) + time.process_time() - begun
        yield from done


def table(speed: Speed) -> str:
    """The figures as lines of text."""
    lines = [
        f"{'words':<28}{speed.words:>10,}",
        f"{'bare spaCy pass, words/s':<28}{speed.bare:>10,.0f}",
        f"{'whole pipeline, words/s':<28}{speed.whole:>10,.0f}",
        f"{'ratio':<28}{speed.ratio:>10.2f}",
        "",
        f"{'share of the whole':<28}{'%':>10}",
    ]
    return "\n".join(lines + [f"{name:<28}{100 * share:>10.1f}" for name, share in speed.shares.items()])
