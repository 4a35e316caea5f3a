"""Text to word classes: the alphabet on which the patterns of time expressions are written.

Scanning has tokens of its own (finer than spaCy's: "30-year" is three), so that the layer also works on a
Doc without a parse, and hyphens, ordinals and clock times always look the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimwire.lexicon import table

OTHER = "."
BREAK = "¶"

_TOKEN = re.compile(
    rf"(?P<namedday>\b(?:{'|'.join(re.escape(r['name']) for r in table('time_named_days'))})\b)"
    r"|(?P<iso>\b\d{4}-\d\d-\d\d\b)"
    r"|(?P<slashed>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b(?:19|20)\d\d/\d{1,2}/\d{1,2}\b(?!/)"
    r"|\b(?<![\d.]\.)\d{1,2}\.\d{1,2}\.(?:(?:19|20)\d\d\b|(?<=\b\d\d\.\d\d\.)\d\d\b)(?!\.?\d))"
    r"|(?P<shortyear>['’‘]\d\d\b(?!['’]?s))"
    r"|(?P<fraction>\b\d/\d\b)"
    r"|(?P<laptime>\b\d{1,2}:\d\d(?::\d\d)?\.\d{1,3}\b)|(?P<longclock>\b\d{1,2}:\d\d:\d\d\b)"
    r"|(?P<clock>\b\d{1,2}:\d\d\b|\b\d{1,2}[.h]\d\d(?=\s?[ap]\.?m\b))"
    r"|(?P<dotclock>\b(?:[01]?\d|2[0-3])\.[0-5]\d\b(?![\d%]|\.\d))"
    r"|(?P<ordinalnum>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>\b\d{2,3}0['’]?s\b|['’‘]?\b\d0['’]?s\b)"
    r"|(?P<qtoken>\bq[1-4]\b)|(?P<htoken>\bh[12]\b)|(?P<fytoken>\bfy['’]?(?:\d{4}|\d\d)\b)"
    r"|(?P<teens>\b\d{1,2}s\b)"
    r"|(?P<digits>\b\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<ampm>\b[ap]\.m\.?|\b[ap]m\b)"
    r"|(?P<word>['’]s\b|o['’]clock\b|[^\W\d_]+)"
    r"|(?P<break>\n[ \t]*\n\s*)"
    r"|(?P<mark>[^\s\w]|_)"
)


@dataclass(frozen=True, slots=True)
class Scan:
    """`words`: lower-case tokens; `starts`, `ends`: code-point offsets; `codes`: one character a token."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str


class Alphabet:
    """Word classes as characters: every set of classes that some word has is one character of its own.

    words: those that have a class.
    """

    def __init__(self, literals: frozenset[str], core: frozenset[str] = frozenset()) -> None:
        classes: dict[str, set[str]] = {}
        self.values: dict[tuple[str, str], str] = {}
        for row in table("time_words"):
            classes.setdefault(row["word"], set()).add(row["class"])
            self.values[row["word"], row["class"]] = row["value"]
        for word in literals:
            classes.setdefault(word, set()).add(f"'{word}'")
        for word in core:
            classes.setdefault(word, set()).add("core")
        self._codes: dict[frozenset[str], str] = {}
        self.words = frozenset(classes)
        self.code_of = {word: self.code(found) for word, found in classes.items()}
        for kind, word in _SAMPLES:
            self.code(number_classes(kind, word))

    def code(self, classes: set[str] | frozenset[str]) -> str:
        """The character of a set of classes."""
        return self._codes.setdefault(frozenset(classes), chr(0xE000 + len(self._codes)))

    def number_code(self, kind: str, word: str) -> str:
        """The character of a token with digits."""
        return self._codes.get(number_classes(kind, word), OTHER)

    def all_codes(self) -> list[str]:
        """Every character in use."""
        return list(self._codes.values())

    def members(self, name: str) -> str:
        """All characters whose set holds this class."""
        return "".join(code for classes, code in self._codes.items() if name in classes)


def number_classes(kind: str, word: str) -> frozenset[str]:
    """The classes of a token that is no word: what a run of digits may be."""
    found = {kind}
    if kind == "digits" and word.isdecimal():
        n = int(word) if len(word) < 9 else 0
        if len(word) == 4:
            found.add("fourdigits")
            if 1000 <= n <= 2100:
                found.add("year")
        if len(word) <= 2:
            found.add("short")
            if 1 <= n <= 31:
                found.add("dom")
        if len(word) == 2:
            found.add("twodigits")
    if kind in _ALSO:
        found.add(_ALSO[kind])
    return frozenset(found)


# What a kind of token is besides: "7.45" may be an amount, "14:46:23" a time of day
_ALSO = {"ordinalnum": "ordinal", "dotclock": "digits", "longclock": "clock"}
_KINDS = (
    "iso",
    "slashed",
    "shortyear",
    "fraction",
    "clock",
    "longclock",
    "laptime",
    "dotclock",
    "namedday",
    "ordinalnum",
    "decade",
    "qtoken",
    "htoken",
    "fytoken",
    "teens",
)
# One token of every set of classes that `number_classes` can give
_SAMPLES = [(k, "") for k in _KINDS] + [
    ("digits", w) for w in ("0", "5", "12", "45", "123", "0500", "1400", "1.5")
]


def scan(text: str, alphabet: Alphabet) -> Scan:
    """The tokens of a text with their classes."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    codes: list[str] = []
    known = alphabet.code_of
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals have longer small forms; offsets must stay
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for found in _TOKEN.finditer(lower):
        kind = found.lastgroup or ""
        word = found.group()
        if kind in ("word", "mark"):
            word = "o'clock" if word == "o’clock" else word
            code = known.get(word, OTHER)
        elif kind == "ampm":
            code = known[word]
        elif kind == "break":
            code = BREAK
        else:
            code = alphabet.number_code(kind, word)
        words.append(word)
        starts.append(found.start())
        ends.append(found.end())
        codes.append(code)
    return Scan(text, words, starts, ends, "".join(codes))
