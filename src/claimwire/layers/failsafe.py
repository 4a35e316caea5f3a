"""A layer that fails on a text gives its records up for that text; the article and its other layers go on.

Each layer's factory gives it wrapped in a `FailsafeLayer`, so that it is the same for one text, for many and
for the stretches of a long one, and in a pipeline that spaCy itself put together or loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from claimwire.layers import store
from claimwire.records import LAYER_FAILED

PREFIX = "claimwire_"


class LayerFailed(RuntimeError):
    """A layer failed on a text, where none may fail; the message names layer and error."""


def failsafe(record: str) -> Callable[[Callable[..., Any]], Callable[..., FailsafeLayer]]:
    """A factory of layers that are failsafe. record: the Doc extension that the layer sets."""

    def decorate(create: Callable[..., Any]) -> Callable[..., FailsafeLayer]:
        @wraps(create)  # spaCy reads the settings off the signature
        def make(nlp: Language, name: str, **settings: Any) -> FailsafeLayer:
            return FailsafeLayer(name, create(nlp, name, **settings), record)

        return make

    return decorate


def set_strict(nlp: Language, strict: bool) -> None:
    """Whether a layer of the pipeline that fails on a text raises LayerFailed."""
    for _, layer in nlp.pipeline:
        if isinstance(layer, FailsafeLayer):
            layer.strict = strict


class FailsafeLayer:
    """A layer, and what becomes of a text on which it fails.

    record: the Doc extension that the layer sets ("claimwire_times"); on a text on which it fails, it is as
    it was before, or empty.
    """

    def __init__(self, name: str, layer: Any, record: str, strict: bool = False) -> None:
        self.name, self.layer, self.record, self.strict = name, layer, record, strict

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with the layer's records, or with a warning. Raises LayerFailed where it is strict."""
        before = doc._.get(self.record)
        try:
            return self.layer(doc)  # type: ignore[no-any-return]
        except Exception as error:
            message = f"the layer {self._short()} failed and has no records here: {_told(error)}"
            if self.strict:
                raise LayerFailed(f"the layer {self._short()} failed: {_told(error)}") from error
        doc._.set(self.record, before or [])
        store.warn(doc, f"{LAYER_FAILED}:{self._short()}", message)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """The Docs in order; a batch on which the layer fails is done again text by text."""
        if not hasattr(self.layer, "pipe"):
            yield from map(self, stream)
            return
        for batch in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            yield from self._together(batch, batch_size)

    def _together(self, docs: list[Doc], batch_size: int) -> list[Doc]:
        try:
            return list(self.layer.pipe(docs, batch_size=batch_size))
        except Exception:
            return [self(doc) for doc in docs]

    def _short(self) -> str:
        return self.name.removeprefix(PREFIX)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or "layer" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.layer, name)


def _told(error: Exception) -> str:
    message = " ".join(str(error).split())[:300]
    return f"{type(error).__name__}: {message}" if message else type(error).__name__
