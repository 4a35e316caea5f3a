"""Quotation marks in a text: which characters are marks at all, and which way each may turn."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Longest first: `` and '' are the Penn Treebank's double marks, '' also the newswires' mark of both ends.
_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚‛'`＂「」『』]")
_OPENING_CONTEXT = frozenset("([{<—–-/“‘«\"'`\u2026…:")
# Words that drop their first letters: their apostrophe opens nothing (Quirk et al., contracted forms).
_ELISION = re.compile(r"['’‘](?:\d\ds?|em|til|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)
_FAMILY = {
    '"': '"', "＂": '"', "''": '"', "``": '"', "“": '"', "”": '"', "„": '"', "‟": '"',
    "«": "«", "»": "«", "‹": "‹", "›": "‹", "「": "「", "」": "「", "『": "『", "』": "『",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "'": "'", "`": "'",
}  # fmt: skip
_OPENS = frozenset("“„‟«‹「『‘‚‛`") | {"``"}
_CLOSES = frozenset("”»›」』’")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark. `family` is shared by marks that can close each other.

    opens, closes: which way it may turn where it stands; `sure` when the character or the white space
    around it leaves one way only.
    """

    start: int
    end: int
    text: str
    family: str
    opens: bool
    closes: bool

    @property
    def sure(self) -> bool:
        """Whether only one way is possible."""
        return self.opens != self.closes


def find_marks(text: str) -> list[Mark]:
    """All quotation marks of a text in order; apostrophes inside words are none."""
    out = []
    for m in _MARK.finditer(text):
        mark = _mark(text, m.start(), m.end())
        if mark is not None:
            out.append(mark)
    return out


def _mark(text: str, start: int, end: int) -> Mark | None:
    sign = text[start:end]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if _FAMILY[sign] == "'":
        opens, closes = _single(text, start, end, before, after)
    elif sign in ('"', "＂", "''"):
        opens, closes = _straight(before, after)
    else:
        opens, closes = _directed(sign, before, after)
    return Mark(start, end, sign, _FAMILY[sign], opens, closes) if opens or closes else None


def _free(before: str) -> bool:
    return before.isspace() or before in _OPENING_CONTEXT


def _straight(before: str, after: str) -> tuple[bool, bool]:
    if before.isspace() and after.isspace():
        return True, True
    if before.isspace() or (before in "([{" and not after.isspace()):
        return True, False
    if after.isspace() and not before.isspace():
        return False, True
    if before.isalnum() and after.isalnum():
        return False, False
    opens = _free(before) and not after.isspace()
    return opens, True


def _directed(sign: str, before: str, after: str) -> tuple[bool, bool]:
    if sign in _OPENS:
        # A typist's slip: an opening mark where only a closing one can be.
        return (True, False) if not after.isspace() or before.isspace() else (False, True)
    return (False, True) if not before.isspace() or after.isspace() else (True, False)


def _single(text: str, start: int, end: int, before: str, after: str) -> tuple[bool, bool]:
    if before.isalnum() and after.isalnum():
        return False, False
    sign = text[start:end]
    elision = _ELISION.match(text, start) is not None
    opens = _free(before) and (after.isalnum() or after in '[(“"$£€¡¿…') and not elision
    opens = opens and sign not in ("’",)
    closes = sign in ("’", "'") and not before.isspace() and not after.isalnum()
    if opens and sign == "'" and before in "\"'":
        closes = False
    return opens, closes
