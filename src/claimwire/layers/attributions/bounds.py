"""Where sources, cues and contents begin and end in tokens: quotations whole, cues by their verb."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimwire.layers.attributions.choice import Choice, CueWords, Frame, Interval, SourceWords
from claimwire.layers.attributions.quoted_parse import Pieces, QuotedParse, subtract
from claimwire.layers.attributions.source import own_subject, source_words
from claimwire.layers.grammar.heads import roots
from claimwire.layers.parse import Parse
from claimwire.records import CueKind

# The least share of a quotation's words that must be content for it to be content as a whole.
_MOSTLY = 0.5

ToTokens = Callable[[Interval], Interval]  # words of the encoder -> tokens of the parse


def choice_of(view: QuotedParse, frame: Frame, tokens: ToTokens, wide: bool) -> Choice | None:
    """The attribution that a frame is, in tokens; None where nothing is left of its content."""
    cue = cue_words(view.parse, *tokens(frame.cue), wide)
    source = source_words(view, cue, *tokens(frame.source), wide) if frame.source else None
    if source is not None and not wide:
        source = own_subject(view, cue, source)
    pieces = content_pieces(view, cue, source, [tokens(c) for c in frame.content])
    return Choice(cue, source, pieces, "tagged", round(frame.score, 3)) if pieces else None


def content_pieces(
    view: QuotedParse, cue: CueWords, source: SourceWords | None, found: Sequence[Interval]
) -> Pieces:
    """The content without cue and source, with its quotations whole."""
    holes = [(cue.first, cue.stop)] + ([(source.first, source.stop)] if source else [])
    holes += _as_saying(view.parse, cue)
    whole = list(found) + list(_quotations(view, cue, found))
    return view.pieces(part for a, b in whole for part in subtract(a, b, holes))


def _as_saying(parse: Parse, cue: CueWords) -> Iterable[Interval]:
    """What stands between cue and content in "quoted the mayor as saying that S"."""
    for phrase in parse.dependents(cue.head, "prep"):
        for verb in parse.dependents(phrase, "pcomp"):
            if parse.lower[phrase] == "as" and parse.dependents(verb, "ccomp") and cue.stop <= verb:
                yield cue.stop, verb + 1


def _quotations(view: QuotedParse, cue: CueWords, found: Sequence[Interval]) -> Iterable[Interval]:
    """The quotations of which most is content; not one in which the cue itself stands.

    Of a quotation over several paragraphs only what stands in the content's own is asked.
    """
    own = view.quote[cue.head]
    touched = sorted({r for a, b in found for r in view.regions_in(a, b)} - {own})
    for r in touched:
        first, stop = view.here(r, cue.head)
        held = sum(view.count(max(a, first), min(b, stop)) for a, b in found)
        if held >= _MOSTLY * view.count(first, stop):
            yield view.regions[r]


def cue_words(parse: Parse, first: int, stop: int, wide: bool) -> CueWords:
    """The cue of tokens first..stop; after the guidelines its last verb and particle, or a whole phrase."""
    head = _head(parse, first, stop)
    kind = kind_of(parse, head)
    if wide or kind in ("punctuation", "phrase"):
        return CueWords(head, first, stop, kind)
    end = head + 1
    while end < stop and parse.dep[end] == "prt":
        end += 1
    return CueWords(head, head, end, kind)


def _head(parse: Parse, first: int, stop: int) -> int:
    """The last verb of the cue that is no auxiliary, else the token that heads it."""
    verbs = [i for i in range(first, stop) if parse.pos[i] == "VERB"]
    if verbs:
        return verbs[-1]
    return next(iter(roots(parse, range(first, stop))), first)


def kind_of(parse: Parse, head: int) -> CueKind:
    """What a cue is by its head: "verb", "noun", "punctuation", else "phrase"."""
    pos = parse.pos[head]
    if pos in ("VERB", "AUX"):
        return "phrase" if parse.lower[head] == "according" else "verb"
    if pos == "PUNCT":
        return "punctuation"
    return "noun" if pos in ("NOUN", "PROPN") else "phrase"
