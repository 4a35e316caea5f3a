"""The noun phrase right behind a count: "about 30,000 [office workers]"."""

from __future__ import annotations

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.cues import cues
from claimwire.lexicon import words

_JOINERS = frozenset({"-", "–", "/", "&", "'s", "’s"})
_LONGEST = 9  # tokens of a phrase


def counted_noun(parse: Parse, first: int, end: int) -> tuple[int, int] | None:
    """Tokens (first, last + 1) of the noun phrase behind the number at first..end (characters), or None."""
    last = parse.token_at(end - 1)
    begin = last + 1
    if last < 0 or begin >= len(parse):
        return None
    hyphen = parse.orth[begin] in ("-", "–", "-plus")
    begin += hyphen
    if hyphen and (begin >= len(parse) or parse.lower[begin] in words("compound_nouns") | cues("scale")):
        return None
    head = _head(parse, parse.token_at(first), last)
    stop = _walk(parse, begin, last, head)
    if stop is None:
        return None
    stop = _shortened(parse, begin, _behind_hyphen(parse, stop), hyphen)
    return begin, stop if hyphen else _with_others(parse, stop)


def _behind_hyphen(parse: Parse, stop: int) -> int:
    """The token behind what a hyphen ties to a letter or prefix: "12 million e-[mails]", "6 co-[owners]"."""
    tied = stop + 1 < len(parse) and parse.orth[stop] == "-" and parse.tag[stop + 1] in ("NN", "NNS")
    joined = tied and parse.end[stop - 1] == parse.start[stop] and parse.end[stop] == parse.start[stop + 1]
    return stop + 2 if joined else stop


def _with_others(parse: Parse, stop: int) -> int:
    """The token behind the plurals that are counted together: "12 [men and women]", "cars and vans"."""
    last = stop
    while parse.tag[last - 1] in ("NNS", "NNPS") and last + 1 < len(parse):
        joint = parse.lower[last] in ("and", "&") or parse.orth[last] == ","
        noun = last + 1
        if (
            joint
            and parse.tag[noun] in ("NN", "JJ")
            and parse.head[noun] == noun + 1
            and parse.lower[noun] != "other"
        ):
            noun += 1
        same = parse.dep[noun] == "conj" and parse.head[noun] < last and parse.sent[noun] == parse.sent[last]
        if not (joint and same and parse.tag[noun] in ("NNS", "NNPS")) or noun - parse.left[noun] > 1:
            break
        if parse.orth[last] != ",":
            return noun + 1
        last = noun + 1
    return stop


def _walk(parse: Parse, begin: int, last: int, head: int | None) -> int | None:
    """The token behind the last noun of the phrase that begins at a token, or None without a noun."""
    noun = None
    for i in range(begin, min(begin + _LONGEST, len(parse))):
        if parse.sent[i] != parse.sent[last]:
            break
        if noun == head == i - 1 and _joins_modifiers(parse, i):
            head = i + 2
        elif parse.pos[i] in ("NOUN", "PROPN") and parse.orth[i][0].isalnum():
            if _timely(parse.lower[i]):
                break
            if noun is not None and not _goes_on(parse, noun, i, head) and not _to_plural(parse, noun, i):
                break
            noun = i
            if i == head and not _compound_of_next(parse, i) and not _joins_modifiers(parse, i + 1):
                break
        elif not _inside(parse, i, begin, noun, head):
            break
    return None if noun is None else noun + 1


def _to_plural(parse: Parse, noun: int, i: int) -> bool:
    """Whether a name in the singular only begins what is counted: "five [Aldeburgh] doubles titles"."""
    if parse.tag[noun] != "NNP" or parse.tag[noun - 1] != "CD" or parse.lower[noun - 1] == "one":
        return False
    return parse.tag[i] == "NNS" and parse.dep[i] not in ("nsubj", "nsubjpass")


def _joins_modifiers(parse: Parse, i: int) -> bool:
    """Whether "and" at a token joins two modifiers of a noun behind it: "hydro and tidal sites".

    The parser takes the first for the head, and hangs the noun on it as a second one.
    """
    if not 0 < i < len(parse) - 2 or parse.pos[i] != "CCONJ" or parse.head[i] != i - 1:
        return False
    noun = i + 2
    second = parse.dep[noun] == "conj" and parse.head[noun] == i - 1 and parse.tag[noun] == "NNS"
    modified = parse.dep[i + 1] == "amod" and parse.head[i + 1] == noun
    return second and modified and parse.lower[i - 1][-1] != "s"


def _timely(word: str) -> bool:
    return word in words("quantity_time_units") or word.rstrip("s") in cues("day") | words(
        "quantity_time_units"
    )


def _inside(parse: Parse, i: int, begin: int, noun: int | None, head: int | None) -> bool:
    """Whether a token that is no noun can stand inside of a counted phrase."""
    if noun is not None and (head is None or head <= noun):
        return (
            parse.orth[i] in _JOINERS
            and i + 1 < len(parse)
            and parse.end[i] == parse.start[i + 1] == parse.end[noun] + 1
        )
    pos, tag = parse.pos[i], parse.tag[i]
    ahead = head is not None and head > i
    if pos == "ADJ":
        return parse.lower[i] not in ("last", "next", "more", "less")
    return (
        parse.orth[i] in _JOINERS
        or tag in ("VBN", "VBG")
        or (pos == "ADV" and ahead)
        or (pos == "NUM" and ahead)
        or (pos == "CCONJ" and ahead and i > begin)
    )


def _shortened(parse: Parse, begin: int, stop: int, hyphen: bool) -> int:
    """ "46-page report": a hyphen binds the number to the first noun alone."""
    return (
        begin + 1
        if hyphen and parse.pos[begin] == "NOUN" and not parse.orth[begin - 1].endswith("plus")
        else stop
    )


def _head(parse: Parse, first: int, last: int) -> int | None:
    """The noun that the number modifies, when it stands behind it."""
    for i in range(last, max(first, 0) - 1, -1):
        head = parse.head[i]
        if head > last and parse.pos[head] in ("NOUN", "PROPN", "ADJ"):
            return head
    return None


def _compound_of_next(parse: Parse, i: int) -> bool:
    head = parse.head[i]
    bound = parse.dep[i] in ("compound", "nmod", "amod", "npadvmod", "nummod") and parse.pos[head] in (
        "NOUN",
        "PROPN",
    )
    return bound and i < head < i + _LONGEST and parse.sent[head] == parse.sent[i]


def _goes_on(parse: Parse, noun: int, i: int, head: int | None) -> bool:
    """Whether a second noun still belongs to the phrase: up to the number's head, or a compound."""
    return (
        _compound_of_next(parse, noun)
        and i <= parse.head[noun]
        or (head is not None and i <= head)
        or parse.orth[i - 1] in ("-", "–")
    )
