"""Texts with marks for tests: "[s Ann Lind] [q said] [c the bridge is safe]." and views without a parser."""

from __future__ import annotations

import re

import numpy as np
import spacy

from claimwire.encoder.labels import ROLES
from claimwire.layers.attributions.choice import Choice, CueWords, SourceWords
from claimwire.layers.attributions.quoted_parse import QuotedParse
from claimwire.layers.layout.blocks import blocks, headlines
from claimwire.layers.parse import Parse
from claimwire.layers.quotations.pair import quotations
from claimwire.records import Span

NLP = spacy.blank("en")
_MARK = re.compile(r"\[([sqc]) |\]|[^\s\[\]]+")
_ROLE = {"s": 1, "q": 2, "c": 3}


def marked(sentence: str) -> tuple[list[str], list[int]]:
    """The words of a marked sentence and the role of each."""
    words: list[str] = []
    roles: list[int] = []
    role = 0
    for m in _MARK.finditer(sentence):
        if m[1]:
            role = _ROLE[m[1]]
        elif m[0] == "]":
            role = 0
        else:
            words.append(m[0])
            roles.append(role)
    return words, roles


def logits(roles: list[int], sure: float = 4.0) -> np.ndarray:
    """Logits under which each word has its role, with the same probability."""
    out = np.zeros((len(roles), len(ROLES)), dtype=np.float32)
    out[np.arange(len(roles)), roles] = sure
    return out


def view_of(text: str) -> QuotedParse:
    """A view of a text that nobody parsed."""
    paragraphs = blocks(text)
    heads = [Span(s, e, text[s:e]) for s, e in headlines(text)]
    return QuotedParse(Parse(NLP(text)), quotations(text, paragraphs), paragraphs, heads)


def choice(view: QuotedParse, source: str | None, cue: str, *content: str) -> Choice:
    """An attribution whose parts are given by their words, each the first of its kind in the text."""

    def tokens(words: str) -> tuple[int, int]:
        start = view.parse.text.index(words)
        return view.tokens(start, start + len(words))

    q = tokens(cue)
    s = tokens(source) if source else None
    pieces = view.pieces(tokens(c) for c in content)
    return Choice(CueWords(q[0], *q, "verb"), SourceWords(s[1] - 1, *s) if s else None, pieces, "tagged")


def words_of(view: QuotedParse, c: Choice) -> tuple[str | None, str, list[str]]:
    """Source, cue and content of an attribution as words."""
    phrase = view.parse.phrase
    source = phrase(c.source.first, c.source.stop) if c.source else None
    return source, phrase(c.cue.first, c.cue.stop), [phrase(a, b) for a, b in c.content]
