"""Annotated articles as windows with labels, cut by the same code that cuts them at run time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimwire.encoder.labels import CONTENT, CUE, ROLES, SOURCE, TAG_IDS
from claimwire.encoder.pieces import Word, WordPieces
from claimwire.encoder.windows import Window, windows
from claimwire.layers.encoded import quote_states
from claimwire.layers.layout.blocks import blocks
from claimwire.training.data import Annotated, Spans

IGNORED = -100


@dataclass(slots=True)
class Example:
    """A window with its labels, one a word; a missing layer has None."""

    article: int
    window: Window
    tags: list[int] | None = None
    cues: list[int] | None = None
    frames: list[tuple[int, list[int]]] = field(default_factory=list)
    guided: bool = False
    headline: bool = False

    @property
    def length(self) -> int:
        """How many pieces the encoder reads."""
        return 2 + sum(len(w.pieces) for w in self.window.words)


Cut = Callable[[str, WordPieces], list[Window]]


def by_paragraph(text: str, pieces: WordPieces) -> list[Window]:
    """A window a paragraph: what the product does."""
    return [w for start, end in blocks(text) for w in _windows(text, start, end, pieces)]


def _windows(text: str, start: int, end: int, pieces: WordPieces) -> Iterator[Window]:
    words = list(pieces.words(text, start, end))
    return windows(text, words, quote_states(text, start, end, words))


def packed(text: str, pieces: WordPieces, most: int = 320) -> list[Window]:
    """Paragraphs packed into windows of up to `most` pieces: the other way, for the comparison only."""
    out: list[Window] = []
    words: tuple[Word, ...] = ()
    quoted: tuple[int, ...] = ()
    size = 0
    for w in by_paragraph(text, pieces):
        length = sum(len(x.pieces) for x in w.words)
        if size and size + length > most:
            out.append(Window(words, quoted))
            words, quoted, size = (), (), 0
        words, quoted, size = words + w.words[w.context :], quoted + w.quoted[w.context :], size + length
    return [*out, Window(words, quoted)] if words else out


def examples(articles: Sequence[Annotated], pieces: WordPieces, cut: Cut = by_paragraph) -> list[Example]:
    """The windows of the articles with their labels, in order; `article` counts the articles."""
    return [
        _labelled(k, article, window)
        for k, article in enumerate(articles)
        for window in cut(article.text, pieces)
    ]


def _labelled(k: int, article: Annotated, window: Window) -> Example:
    example = Example(k, window, guided=article.guided)
    starts = [w.start for w in window.words]
    ends = [w.end for w in window.words]

    def words_in(spans: Iterable[tuple[int, int]]) -> list[int]:
        return [i for s, e in spans for i in range(bisect_left(ends, s + 1), bisect_left(starts, e))]

    if article.names is not None:
        example.tags = [TAG_IDS["O"]] * len(starts)
        for name in article.names:
            inside = words_in([(name.start, name.end)])
            for i in inside:
                example.tags[i] = TAG_IDS[("B-" if i == inside[0] else "I-") + name.label]
    if article.frames is not None:
        _label_frames(example, article, words_in)
    for i in range(window.context):
        if example.tags:
            example.tags[i] = IGNORED
        if example.cues:
            example.cues[i] = IGNORED
    example.frames = [f for f in example.frames if f[0] >= window.context]
    return example


def _label_frames(example: Example, article: Annotated, words_in: Callable[[Spans], list[int]]) -> None:
    example.cues = [0] * len(example.window.words)
    for frame in article.frames or ():
        cue, source, content = words_in(frame.cue), words_in(frame.source), words_in(frame.content)
        if not cue or not content or example.cues[cue[0]]:
            continue
        example.cues[cue[0]] = 1
        roles = [0] * len(example.cues)
        for role, inside in ((CONTENT, content), (CUE, cue), (SOURCE, source)):
            for i in inside:
                roles[i] = ROLES.index(role)
        example.frames.append((cue[0], roles))
