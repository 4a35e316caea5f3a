"""Windows: the stretches that the encoder reads at once, one paragraph each.

A window depends on its own paragraph alone, so that text behind it changes nothing in it. A paragraph that
is too long is cut behind a sentence's end, found from what stands to the left only; the words before the cut
are read again at the head of the next window, whose answers for them are not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimwire.encoder.pieces import Word

MOST_PIECES = 254
_LEAST_PIECES = 128
_CONTEXT_PIECES = 32
_SENTENCE_END = ".?!"
_CLOSING = "\"'”’)]"

# Where a word stands: outside quotations, inside one, a mark of one.
OUTSIDE, INSIDE, QUOTE_MARK = range(3)
QUOTE_STATES = 3


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one paragraph that are read at once.

    quoted: for each word OUTSIDE, INSIDE or QUOTE_MARK. context: how many words at its head were already
    answered for by the window before.
    """

    words: tuple[Word, ...]
    quoted: tuple[int, ...]
    context: int = 0


def windows(text: str, words: Sequence[Word], states: Sequence[int]) -> Iterator[Window]:
    """The windows of a paragraph of the text with these words; states: OUTSIDE, INSIDE or QUOTE_MARK each."""
    first = context = 0
    while first < len(words):
        stop = _stop(text, words, first)
        yield Window(tuple(words[first:stop]), tuple(states[first:stop]), context)
        if stop == len(words):
            return
        head = _back(words, stop)
        first, context = max(head, first + 1), stop - max(head, first + 1)


def _stop(text: str, words: Sequence[Word], first: int) -> int:
    """Behind which word a window that begins at `first` ends."""
    pieces, end = 0, 0
    for k in range(first, len(words)):
        pieces += len(words[k].pieces)
        if pieces > MOST_PIECES:
            return end or max(k, first + 1)
        if pieces >= _LEAST_PIECES and _ends_sentence(text, words, k):
            end = k + 1
    return len(words)


def _ends_sentence(text: str, words: Sequence[Word], k: int) -> bool:
    if k + 1 < len(words) and words[k + 1].start == words[k].end:
        return False
    while k > 0 and text[words[k].start] in _CLOSING:
        k -= 1
    return text[words[k].end - 1] in _SENTENCE_END


def _back(words: Sequence[Word], stop: int) -> int:
    pieces = 0
    for k in range(stop - 1, -1, -1):
        pieces += len(words[k].pieces)
        if pieces > _CONTEXT_PIECES:
            return k + 1
    return 0
