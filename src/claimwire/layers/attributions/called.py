"""Quoted words that call something a name, and titles of works, which say nothing.

"Called it "a disgrace"" says the quoted words (gold guidelines, "attributions"); "sang "The Road to Bergen""
says none.
"""

from __future__ import annotations

from dataclasses import replace

from claimwire import lexicon
from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.quoted_parse import QuotedParse

_WORDS = 3  # of a title
_SMALL = 3  # letters of words that a title may write small


def quoted_name(view: QuotedParse, choice: Choice) -> Choice:
    """The choice of a verb of calling with the quoted words of its content alone."""
    if not _calls(view, choice) or view.quote[choice.cue.head] >= 0:
        return choice
    regions = sorted({r for a, b in choice.content for r in view.regions_in(a, b)})
    quoted = view.pieces(view.regions[r] for r in regions if _is_complement(view, view.regions[r][0]))
    return replace(choice, content=quoted) if quoted else choice


def _is_complement(view: QuotedParse, first: int) -> bool:
    """Whether quoted words stand behind "as" or behind the noun that they say something of."""
    parse, before = view.parse, first - 1
    while before > 0 and parse.lower[before] in ("a", "an", "the"):
        before -= 1
    return parse.lower[before] == "as" or parse.dep[before] in ("dobj", "pobj", "nsubj", "nsubjpass")


def is_name_calling(view: QuotedParse, choice: Choice) -> bool:
    """Whether somebody calls something by quoted words, however few."""
    words = sum(view.count(a, b) for a, b in choice.content)
    everybody = choice.source is not None and view.parse.lower[choice.source.head] in _EVERYBODY
    quoted = 0 < words <= view.quoted(choice.content)
    return _calls(view, choice) and choice.source is not None and not everybody and quoted


_EVERYBODY = frozenset({"we", "they", "you", "people", "locals"})  # they only tell what its name is


def _calls(view: QuotedParse, choice: Choice) -> bool:
    return choice.cue.kind == "verb" and view.parse.lemma[choice.cue.head] in lexicon.words("calling_verbs")


def is_title(view: QuotedParse, choice: Choice) -> bool:
    """Whether a content is the title of a work: quoted, in capitals, with no comma or full stop inside."""
    if view.parse.lemma[choice.cue.head] not in lexicon.words("work_verbs"):
        return False
    regions = sorted({r for a, b in choice.content for r in view.regions_in(a, b)})
    return len(regions) == 1 and _is_capital(view, *view.regions[regions[0]])


def _is_capital(view: QuotedParse, first: int, stop: int) -> bool:
    words = [view.parse.orth[i] for i in range(first, stop) if view.parse.orth[i][0].isalpha()]
    marks = {",", ".", "!"} & set(view.parse.orth[first:stop])
    return len(words) >= _WORDS and not marks and all(w[0].isupper() or len(w) <= _SMALL for w in words)
