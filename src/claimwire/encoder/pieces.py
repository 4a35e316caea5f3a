"""Words of a text and their word pieces, as BERT's uncased tokenizer cuts them.

Method: Devlin et al. 2019, WordPiece by longest match first. A word is what BERT's first step gives: a run
between white space, cut at every punctuation mark. Decisions are made on words, so that "D-Minn." holds the
word "Minn"; their offsets are code points of the text as it is, whatever was folded for the look-up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CHUNK = re.compile(r"\S+")
# A word or a mark, where all is ASCII and to be seen
_PLAIN = re.compile(r"[A-Za-z0-9]+|.")
_LONGEST = 100
_REMEMBERED = 100_000

# Case shapes of a word; the vocabulary is uncased, so that they are an input of their own.
NO_SHAPE, LOWER, TITLE, UPPER, LETTER, MIXED, DIGITS, MARK = range(8)
SHAPES = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: code-point offsets, piece ids, case shape."""

    start: int
    end: int
    pieces: tuple[int, ...]
    shape: int


class WordPieces:
    """Cuts text into words and pieces; remembers the chunks it has met."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.first, self.last = (self._ids[p] for p in ("[UNK]", "[CLS]", "[SEP]"))
        self._known: dict[str, tuple[Word, ...]] = {}

    def words(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        """The words of text[start:end], in order."""
        for chunk in CHUNK.finditer(text, start, len(text) if end is None else end):
            at = chunk.start()
            for w in self._of_chunk(chunk[0]):
                yield Word(at + w.start, at + w.end, w.pieces, w.shape)

    def _of_chunk(self, chunk: str) -> tuple[Word, ...]:
        found = self._known.get(chunk)
        if found is None:
            found = tuple(
                Word(a, b, self._pieces(folded), shape_of(chunk[a:b])) for a, b, folded in split_chunk(chunk)
            )
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[chunk] = found
        return found

    def _pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST:
            return (self.unknown,)
        out: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self._ids.get(word[start:end] if not start else "##" + word[start:end])
                if piece is not None:
                    break
            else:
                return (self.unknown,)
            out.append(piece)
            start = end
        return tuple(out)


def split_chunk(chunk: str) -> list[tuple[int, int, str]]:
    """(start, end, folded) of the words in a text without white space; folded as the vocabulary is."""
    if chunk.isascii() and chunk.isprintable():
        return [(m.start(), m.end(), m[0].lower()) for m in _PLAIN.finditer(chunk)]
    out: list[tuple[int, int, str]] = []
    start, folded = 0, ""
    for i, char in enumerate(chunk):
        kind = unicodedata.category(char)
        if _is_nothing(char, kind):
            continue
        if is_mark(char, kind) or _is_ideograph(char):
            if folded:
                out.append((start, i, folded))
            mark = _fold(char)
            if mark:
                out.append((i, i + 1, mark))
            folded = ""
            continue
        if not folded:
            start = i
        folded += _fold(char)
    if folded:
        out.append((start, len(chunk), folded))
    return out


def _fold(char: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(c) != "Mn")


def _is_nothing(char: str, kind: str) -> bool:
    return kind in ("Cc", "Cf", "Cn", "Co", "Cs") or char == "\ufffd"


def is_mark(char: str, kind: str) -> bool:
    """Whether BERT takes a character for punctuation: every ASCII sign, and Unicode's P classes."""
    return kind[0] == "P" or (char.isascii() and not char.isalnum())


def _is_ideograph(char: str) -> bool:
    c = ord(char)
    return (
        0x4E00 <= c <= 0x9FFF or 0x3400 <= c <= 0x4DBF or 0xF900 <= c <= 0xFAFF or 0x20000 <= c <= 0x2CEAF
        or 0x2F800 <= c <= 0x2FA1F
    )  # fmt: skip


def shape_of(word: str) -> int:
    """The case shape of a word."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return DIGITS if any(c.isdigit() for c in word) else MARK
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(letters) > 1 else LETTER
    return TITLE if word[0].isupper() and word[1:].islower() else MIXED
