"""spaCy's attribute ruler with a memory.

Nearly all of its patterns look at one token: at its word, tag and dependency; a few at two side by side. What
they decide for such a token or pair is asked once and kept. Where two wide matches overlap, the document
goes through the ruler itself; so does everything where a ruler looks at anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

_KNOWN = {"LOWER", "TAG", "DEP", "IS_SPACE"}
_SET = {"POS", "MORPH", "LEMMA", "TAG", "DEP"}
_MAX_KEPT = 200_000
_Key: TypeAlias = tuple[int, ...]  # lower-case form, tag, dependency
_Keys: TypeAlias = tuple[_Key, ...]
_Row: TypeAlias = tuple[int, ...]  # part of speech, morphology, lemma


def remember_attributes(nlp: Language) -> None:
    """Give the pipeline's attribute ruler a memory, where it has one that this can serve."""
    for place, (name, pipe) in enumerate(nlp._components):
        if type(pipe).__name__ == "AttributeRuler" and _can_serve(pipe):
            nlp._components[place] = (name, RememberingRuler(pipe))


def _can_serve(ruler: Any) -> bool:
    return all(
        {str(key) for key in pattern["attrs"]} <= _SET
        and all(token.keys() <= _KNOWN for tokens in pattern["patterns"] for token in tokens)
        for pattern in ruler.patterns
    )


class RememberingRuler:
    """Gives every document the attributes that the ruler it wraps would give."""

    def __init__(self, ruler: Any) -> None:
        self.ruler, self.vocab = ruler, ruler.vocab
        self._wide = Matcher(self.vocab, validate=False)
        for number, pattern in enumerate(ruler.patterns):
            wide = [tokens for tokens in pattern["patterns"] if len(tokens) > 1]
            if wide:
                self._wide.add(str(number), wide)
            # kept results hold hashes: their strings must outlive memory zones
            for key, text in pattern["attrs"].items():
                self.vocab.strings.add(str(text))
                if str(key) == "MORPH":
                    self.vocab.morphology.add(str(text))
        self._kept: dict[_Keys, list[_Row] | None] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of all tokens."""
        if not len(doc):
            return doc
        cells = doc.to_array([LOWER, TAG, DEP, POS, MORPH, LEMMA])
        # where attributes are set already, what is set again is for the ruler to say
        rows = None if cells[:, 3:].any() else self._rows(doc, [tuple(c) for c in cells[:, :3].tolist()])
        if rows is None:
            return self.ruler(doc)  # type: ignore[no-any-return]
        values: Any = np.array(rows, dtype=np.uint64)
        doc.from_array([POS, MORPH, LEMMA], values)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Set the attributes of all tokens of the documents, in order."""
        # without this method of its own, `nlp.pipe` would be handed the ruler's by __getattr__
        yield from map(self, stream)

    def _rows(self, doc: Doc, keys: list[_Key]) -> list[_Row] | None:
        """What the ruler decides for each token; None where it must be asked about the whole document."""
        rows: list[_Row] = []
        for i, key in enumerate(keys):
            decided = self._kept[(key,)] if (key,) in self._kept else self._ask(doc, (key,), i)
            if decided is None:
                return None
            rows += decided
        before = 0
        for _, start, end in sorted(self._wide(doc) if len(self._wide) else (), key=lambda found: found[1:]):
            some = tuple(keys[start:end])
            decided = self._kept[some] if some in self._kept else self._ask(doc, some, start)
            if decided is None or start < before:  # matches that overlap decide together
                return None
            rows[start:end], before = decided, end
        return rows

    def _ask(self, doc: Doc, keys: _Keys, start: int) -> list[_Row] | None:
        """Ask the ruler about tokens without those beside them; None where it changes tag or dependency."""
        if len(self._kept) >= _MAX_KEPT:
            self._kept.clear()
        alone = Doc(self.vocab, words=[doc[start + k].text for k in range(len(keys))])
        given: Any = np.array([key[1:] for key in keys], dtype=np.uint64)
        alone.from_array([TAG, DEP], given)
        found = self.ruler(alone).to_array([TAG, DEP, POS, MORPH, LEMMA])
        same = (found[:, :2] == given).all()
        self._kept[keys] = [tuple(row) for row in found[:, 2:].tolist()] if same else None
        return self._kept[keys]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or "ruler" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.ruler, name)
