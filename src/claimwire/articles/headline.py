"""The headline that an input gives beside the text: a line of its own in front, where the text lacks it."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_REACH = 6  # lines in which a headline may stand: below a section's name, a date or the author
_MARKS = str.maketrans(dict.fromkeys("\"'“”‘’«»`.,:;!?…") | dict.fromkeys("–—", "-") | {"\u00a0": " "})


def headed(title: str | None, text: str) -> tuple[str, tuple[int, int] | None]:
    """The text with its headline, and the headline's span; the text as it is where no headline is given."""
    title = " ".join((title or "").split())
    if not title:
        return text, None
    if span := standing(title, text):
        return text, span
    return f"{title}\n\n{text}", (0, len(title))


def standing(title: str, text: str) -> tuple[int, int] | None:
    """The span of the line, among the first of the text, that says what the title says."""
    wanted = alike(title)
    for number, line in enumerate(_LINE.finditer(text)):
        if number == _REACH:
            return None
        if alike(line[0]) == wanted:
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            return start, start + len(line[0].strip())
    return None


def alike(title: str) -> str:
    """A title without case, quotation marks, punctuation and width of its spaces, to be compared."""
    return " ".join(title.translate(_MARKS).casefold().split())
