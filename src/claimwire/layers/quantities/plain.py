"""A parse as the number grammar reads it: one kind of space, no wrapped lines, no invisible characters.

Texts of the web break lines inside of amounts ("$3\\nmillion"), group digits with thin spaces, and carry
zero-width characters; offsets of records are those of the text as it was read, so that a way back is kept.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claimwire.layers.parse import Parse
from claimwire.records import Quantity, Span

Stretch = tuple[int, int]
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SPACE = re.compile(r"[\u2000-\u200a\u202f\u205f\u3000]")
# A single line break before a small letter or a percent sign goes on; an empty line or a capital begins anew
_WRAP = re.compile(r"(?<=[^\s])[ \t\xa0]{0,8}\r?\n[ \t\xa0]{0,40}(?=[a-z%])")
_WIDE = re.compile(r"(?<=[\d$£€])[ \t]{2,8}(?=[\w%])")
_GONE = "\x00"  # stands for a character that is left out


def plain(parse: Parse) -> tuple[Parse, Offsets]:
    """The parse on its plain text, and the offsets between the two; token indices are the same."""
    text = _INVISIBLE.sub(_GONE, _SPACE.sub("\xa0", parse.text))
    for pattern in (_WRAP, _WIDE):
        text = pattern.sub(lambda m: " " + _GONE * (len(m.group()) - 1), text)
    offsets = Offsets(len(text), [m.start() for m in re.finditer(_GONE, text)])
    if text == parse.text:
        return parse, offsets
    out = copy.copy(parse)
    out.text = text.replace(_GONE, "")
    out.start, out.end = ([offsets.there(i) for i in column] for column in (parse.start, parse.end))
    return out, offsets


class Offsets:
    """Offsets of a text and of what is left of it when some characters are gone."""

    def __init__(self, size: int, gone: Sequence[int]) -> None:
        lost = set(gone)
        self.gone = gone
        self.kept = [i for i in range(size) if i not in lost] if gone else []

    def there(self, offset: int) -> int:
        """The offset in the plain text."""
        return offset - bisect_left(self.gone, offset)

    def stretch(self, start: int, end: int) -> Stretch:
        """A stretch of the text as it was read in the plain text."""
        return self.there(start), self.there(end)

    def back(self, start: int, end: int) -> Stretch:
        """A stretch of the plain text in the text as it was read."""
        return (self.kept[start], self.kept[end - 1] + 1) if self.kept else (start, end)

    def restored(self, text: str, found: Quantity) -> Quantity:
        """A quantity of the plain text as one of the text as it was read."""
        start, end = self.back(found.start, found.end)
        counted = found.counted
        if counted:
            a, b = self.back(counted.start, counted.end)
            counted = Span(a, b, text[a:b])
        return replace(found, start=start, end=end, text=text[start:end], counted=counted)
