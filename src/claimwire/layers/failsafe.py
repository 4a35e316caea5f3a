"""A layer that fails on a text gives its records up for that text; the article and its other layers go on.

The pipeline wraps each layer in a `FailsafeLayer`, so that it is the same for one text, for many and for the
stretches of a long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from claimwire.layers import store
from claimwire.records import LAYER_FAILED

PREFIX = "claimwire_"
_EXTENSION = "doc._."


class LayerFailed(RuntimeError):
    """A layer failed on a text, where none may fail; the message names layer and error."""


def make_failsafe(nlp: Language, strict: bool = False) -> None:
    """Wrap every layer of this package in a pipeline. strict: a layer that fails raises LayerFailed."""
    for place, (name, layer) in enumerate(nlp._components):
        if nlp.get_pipe_meta(name).factory.startswith(PREFIX):
            assigns = nlp.get_pipe_meta(name).assigns
            nlp._components[place] = (name, FailsafeLayer(name, layer, assigns, strict))


class FailsafeLayer:
    """A layer, and what becomes of a text on which it fails.

    assigns: what the layer's factory says that it sets ("doc._.claimwire_times"); on a text on which it
    fails, these are as they were before, or empty.
    """

    def __init__(self, name: str, layer: Any, assigns: Iterable[str], strict: bool = False) -> None:
        self.name, self.layer, self.strict = name, layer, strict
        self._records = [a.removeprefix(_EXTENSION) for a in assigns if a.startswith(_EXTENSION + PREFIX)]

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with the layer's records, or with a warning. Raises LayerFailed where it is strict."""
        before = {record: doc._.get(record) for record in self._records}
        try:
            return self.layer(doc)  # type: ignore[no-any-return]
        except Exception as error:
            message = f"the layer {self._short()} failed and has no records here: {_told(error)}"
            if self.strict:
                raise LayerFailed(f"the layer {self._short()} failed: {_told(error)}") from error
        for record, value in before.items():
            doc._.set(record, value or [])
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
