"""An encoder that says what a marked text tells it to: "[Ann Lee|PERSON] spoke of [Larch|ORG:0.4]"."""

import re

import numpy as np

from claimwire.encoder.labels import TAG_IDS, TAGS
from claimwire.encoder.pieces import LOWER, Word, shape_of
from claimwire.encoder.windows import Window
from claimwire.layers.encoded import Encoded, Place
from claimwire.layers.layout.blocks import blocks

_MARK = re.compile(r"\[([^|\]]+)\|([A-Z_]+)(?::([\d.]+))?\]")
_WORD = re.compile(r"\w+|[^\w\s]")
_SURE = 0.97


class FakeEncoded(Encoded):
    """Words and tags of a marked text; nothing else is known of it."""

    def __init__(self, text: str, names: list[tuple[int, int, str, float]]) -> None:
        self.words, self.places = [], []
        for start, end in blocks(text):
            first = len(self.words)
            self.words += [
                Word(m.start(), m.end(), (1,), shape_of(m[0]) or LOWER)
                for m in _WORD.finditer(text, start, end)
            ]
            window = Window(tuple(self.words[first:]), (0,) * (len(self.words) - first))
            self.places.append(Place(window, first, len(self.words)))
        self.starts, self.ends = [w.start for w in self.words], [w.end for w in self.words]
        chances = np.full((len(self.words), len(TAGS)), 1e-4, dtype=np.float32)
        chances[:, TAG_IDS["O"]] = _SURE
        for start, end, label, p in names:
            inside = self.words_in(start, end)
            for k in inside:
                chances[k, TAG_IDS["O"]] = 1 - p
                chances[k, TAG_IDS[("B-" if k == inside[0] else "I-") + label]] = p
        self.tags = np.log(chances)


def marked(text: str) -> tuple[str, FakeEncoded]:
    """The text without its marks, and the encoder that tags what they held."""
    out, at, names = "", 0, []
    for m in _MARK.finditer(text):
        out += text[at : m.start()]
        names.append((len(out), len(out) + len(m[1]), m[2], float(m[3] or _SURE)))
        out += m[1]
        at = m.end()
    out += text[at:]
    return out, FakeEncoded(out, names)
