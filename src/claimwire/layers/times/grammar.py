"""Patterns over word classes, compiled to regular expressions over the class string of a text.

A row of `time_rules.tsv` is a rule (name, resolver, pattern) or a macro (resolver "="). A pattern is
made of class names, 'literal words', <macros>, ( | ), ? * +, and { } around the extent where that is not
the whole match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimwire.layers.times.scan import Alphabet, Scan
from claimwire.lexicon import table

_PIECE = re.compile(
    r"<(?P<macro>\w+)>|'(?P<literal>\S+?)'(?![^\s()|?*+{}])|(?P<cls>[a-z]\w*)|(?P<op>[()|?*+{}])|\s+"
)


# Repetition is bounded, so that matching stays linear on any text
_MANY = "{0,6}"


class GrammarError(ValueError):
    """A pattern that names no class or macro, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and the resolver of what it finds."""

    name: str
    resolver: str
    regex: re.Pattern[str]
    has_extent: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens first..last (exclusive) of a Scan, found by a rule; the whole match may reach further."""

    rule: Rule
    first: int
    last: int
    outer_first: int
    outer_last: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled rules and the alphabet they are written in.

    known: a run of words that have a class. core: a word without which no rule matches; a run without one
    is not tried.
    """

    alphabet: Alphabet
    rules: tuple[Rule, ...]
    known: re.Pattern[str]
    core: re.Pattern[str]

    def matches(self, scan: Scan) -> Iterator[Match]:
        """All matches of all rules, overlapping ones included."""
        for run in self.known.finditer(scan.codes):
            a, b = run.span()
            if not self.core.search(scan.codes, a, b):
                continue
            for rule in self.rules:
                yield from _matches(rule, scan.codes, a, b)


def _matches(rule: Rule, codes: str, a: int, b: int) -> Iterator[Match]:
    """The matches of a rule, left to right; what stands behind an extent may be of the next match too."""
    while m := rule.regex.search(codes, a, b):
        first, last = m.span("extent") if rule.has_extent else m.span()
        if first < last:
            yield Match(rule, first, last, m.start(), m.end())
        a = max(last, m.start() + 1)


# Classes without which no rule can match: an island without any of them is not tried.
_CORE = frozenset(
    [
        "weekday",
        "weekdays",
        "weekdayabbr",
        "month",
        "monthabbr",
        "season",
        "seasons",
        "unit",
        "units",
        "daypart",
        "dayparts",
        "point",
        "decadeword",
        "decade",
        "year",
        "iso",
        "slashed",
        "clock",
        "laptime",
        "namedday",
        "midunit",
        "qtoken",
        "htoken",
        "fytoken",
        "teens",
        "frequency",
        "period",
        "ampm",
        "zone",
        "centuryword",
        "dayword",
        "dayword2",
        "agegroup",
        "core",
    ]
)


@cache
def grammar() -> Grammar:
    """The shipped grammar, compiled at the first call. Raises GrammarError."""
    rows = [*_phrase_macros(), *table("time_rules")]
    literals = {m["literal"] for r in rows for m in _PIECE.finditer(r["pattern"]) if m["literal"]}
    alphabet = Alphabet(frozenset(literals), frozenset(core_words()))
    macros: dict[str, str] = {}
    rules = []
    for row in rows:
        regex = _compile(row, alphabet, macros)
        if row["resolver"] == "=":
            macros[row["name"]] = f"(?:{regex})"
        else:
            has_extent = "{" in row["pattern"]
            rules.append(Rule(row["name"], row["resolver"], re.compile(regex), has_extent))
    core = "".join(sorted({c for name in _CORE for c in alphabet.members(name)}))
    known = "".join(alphabet.all_codes())
    return Grammar(alphabet, tuple(rules), re.compile(f"[{known}]+"), re.compile(f"[{core}]"))


def _compile(row: dict[str, str], alphabet: Alphabet, macros: dict[str, str]) -> str:
    out, at, pattern = [], 0, row["pattern"]
    while at < len(pattern):
        m = _PIECE.match(pattern, at)
        if m is None:
            raise GrammarError(f"{row['name']}: cannot read {pattern[at:]!r}")
        at = m.end()
        out.append(_piece(m, row["name"], alphabet, macros))
    return "".join(out)


def _piece(m: re.Match[str], name: str, alphabet: Alphabet, macros: dict[str, str]) -> str:
    if m["macro"]:
        if m["macro"] not in macros:
            raise GrammarError(f"{name}: no macro {m['macro']}")
        return macros[m["macro"]]
    if m["literal"] or m["cls"]:
        members = alphabet.members(f"'{m['literal']}'" if m["literal"] else m["cls"])
        if not members:
            raise GrammarError(f"{name}: no word of class {m['literal'] or m['cls']}")
        return f"[{members}]"
    return {"{": "(?P<extent>", "}": ")", "(": "(?:", "*": _MANY, "+": "{1,6}"}.get(
        m["op"] or "", m["op"] or ""
    )


def _phrase_macros() -> list[dict[str, str]]:
    """Macros made of the phrase lists: <approx> before and <orso> behind an amount, <ref>, <holiday>."""
    modifiers = table("time_modifiers")
    lists = {
        "approx": [r["phrase"] for r in modifiers if r["place"] == "before"],
        "orso": [r["phrase"] for r in modifiers if r["place"] == "after"],
        "ref": [r["phrase"] for r in table("time_references")],
        "holiday": [r["phrase"] for r in table("time_holidays")],
    }
    return [{"name": k, "resolver": "=", "pattern": " | ".join(map(_literals, _longest_first(v)))}
            for k, v in lists.items()]  # fmt: skip


_CORE_WORDS = frozenset(
    ["aged", "ages", "age", "then", "under", "over", "above", "below", "half", "o'clock", "past", "minutes"]
    + ["season", "seasons", "later", "night"]
    + ["ad", "bc", "bce", "ce"]
)


def core_words() -> frozenset[str]:
    """The last word of each phrase that is a time expression by itself."""
    return _CORE_WORDS | {
        phrase_words(r["phrase"])[-1] for name in ("time_references", "time_holidays") for r in table(name)
    }


def phrase_words(phrase: str) -> list[str]:
    """A phrase of a list as the scanner cuts it."""
    return re.findall(r"['’]s\b|[^\W\d_]+|[^\s\w]", phrase)


def _longest_first(phrases: list[str]) -> list[str]:
    return sorted(phrases, key=lambda p: -len(phrase_words(p)))


def _literals(phrase: str) -> str:
    return " ".join(f"'{w}'" for w in phrase_words(phrase))
