"""Extents of counted phrases: what of a noun phrase is counted, without the quantity itself."""

from __future__ import annotations

from claimwire.layers.grammar.phrases import core_phrase, noun_phrase, trim
from claimwire.layers.grammar.relatives import relative_clause_of
from claimwire.layers.parse import Parse
from claimwire.layers.quantities.cues import cues

Stretch = tuple[int, int]
_LONGEST = 80  # tokens of a phrase; longer ones are lists or parser errors, of which the core is taken
_BRACKET = 8  # tokens of a conversion in brackets
CROWD = 200  # dependents of one word, above which its parse is not trusted (and would cost too much)
HIGHEST = 10  # steps up the tree


def phrase_of(parse: Parse, head: int, least: int = 0) -> Stretch:
    """The whole noun phrase of a head, from a token on."""
    first, stop = bounded(parse, head, coordinated=True)
    return trim(parse, max(first, least), stop)


def bounded(parse: Parse, head: int, coordinated: bool) -> Stretch:
    """The noun phrase of a head; of a list or a parser's error only the core."""
    if len(parse.children[head]) > CROWD:
        return head, head + 1
    first, stop = noun_phrase(parse, head, coordinated)
    if stop - 2 > head and parse.lower[stop - 1] in cues("day") and parse.lower[stop - 2] == "on":
        stop -= 2  # when it happened, not what it is
    if stop - first > _LONGEST:
        first, stop = core_phrase(parse, head)
    return max(first, stop - _LONGEST), stop


def antecedent(parse: Parse, relative: int) -> Stretch | None:
    """What "of which" speaks of: the noun that the relative clause hangs on."""
    clause = relative_clause_of(parse, relative)
    if clause is None:
        return None
    noun = parse.head[clause]
    first, _ = bounded(parse, noun, coordinated=False)
    return trim(parse, first, noun + 1)


def without_amount(parse: Parse, phrase: Stretch, taken: frozenset[int]) -> Stretch | None:
    """A phrase less the quantity that it begins with ("[52% of] the vote"); None where nothing is left."""
    first, stop = phrase
    while first < stop and first in taken:
        first += 1
    if phrase[0] < first < stop and parse.lower[first] == "of":
        first += 1
    return (first, stop) if first < stop else None


def clean_edges(parse: Parse, first: int, stop: int) -> Stretch | None:
    """A phrase without brackets that open or close outside of it, and without particles before it."""
    while first < stop and (parse.orth[first] in ")]”" or _is_particle(parse, first)):
        first += 1
    while first < stop and parse.orth[stop - 1] in "([“":
        stop -= 1
    return (first, stop) if first < stop else None


def _is_particle(parse: Parse, i: int) -> bool:
    return parse.lower[i] in cues("particle") and parse.tag[i] in ("RP", "RB", "RBR", "IN", "JJR")


def modified(parse: Parse, head: int, first: int, last: int) -> Stretch:
    """The noun phrase that the quantity modifies, without the quantity."""
    start, stop = bounded(parse, head, coordinated=False)
    if start <= first and last < head:
        begin = last + 1
        if parse.text.startswith("-a", parse.end[last]):  # "$45-a-share offer"
            while begin < head and parse.start[begin] == parse.end[begin - 1]:
                begin += 1
        while begin < head and (_is_degree(parse, begin) or parse.lower[begin] == "of"):
            begin += 1
        return trim(parse, begin, stop)
    if head < first:
        if head < parse.head[head] < first:
            return trim(parse, start, head + 1)  # "67 emails came from here, [63] from there"
        return trim(parse, start, max(min(stop, _branch(parse, first, head)), head + 1))
    return trim(parse, start, stop)


def attributive(parse: Parse, first: int, last: int, tied: bool) -> Stretch | None:
    """The nouns right behind a quantity that a determiner or a hyphen makes a modifier: "a £2m ($3m) [bid]".

    For where the parser hangs the quantity elsewhere. tied: whether a hyphen binds number and unit.
    """
    begin = behind_bracket(parse, last + 1)
    if not (tied or (first and parse.tag[first - 1] in ("DT", "PRP$", "POS"))):
        return None
    stop = begin
    while stop < len(parse) and parse.pos[stop] in ("NOUN", "PROPN", "ADJ"):
        stop += 1
    while stop > begin and parse.pos[stop - 1] == "ADJ":
        stop -= 1
    return (begin, stop) if stop > begin else None


def behind_bracket(parse: Parse, i: int) -> int:
    """The token behind a short bracket that begins at a token, else that token."""
    if i < len(parse) and parse.orth[i] in ("(", "["):
        for k in range(i + 1, min(i + _BRACKET, len(parse))):
            if parse.orth[k] in (")", "]"):
                return k + 1
    return i + (i < len(parse) and parse.orth[i] in (")", "]"))


def _is_degree(parse: Parse, i: int) -> bool:
    """Whether a token between a quantity and its noun belongs to neither: a sign, a scale, another number."""
    return parse.dep[i] in ("cc", "punct") or parse.pos[i] == "NUM" or parse.lower[i] in cues("scale")


def _branch(parse: Parse, first: int, head: int) -> int:
    """The token with which the branch under a noun begins that holds the quantity."""
    i = first
    while parse.head[i] not in (head, i):
        i = parse.head[i]
    return parse.left[i] if parse.head[i] == head and i > head else first
