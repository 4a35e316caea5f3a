"""Decided attributions as records: type, verbatim parts, medium, times of the saying."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.guidelines import media_nouns, narrow
from claimwire.layers.attributions.quoted_parse import Pieces, QuotedParse
from claimwire.layers.grammar.phrases import core_phrase
from claimwire.layers.parse import Parse
from claimwire.records import (
    Attribution,
    AttributionType,
    Cue,
    Date,
    Entity,
    Quotation,
    Source,
    Span,
    SpeakerHow,
)

_TITLES = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "the", "a", "an", "sir", "dame", "lord"}
)
_MEDIUM_PREPOSITIONS = frozenset({"in", "at", "on", "during", "via", "through", "for", "by"})
_TOLD = frozenset({"tell", "inform", "write"})
_OUTLETS = frozenset({"ORG", "WORK_OF_ART"})


@dataclass(slots=True)
class Neighbours:
    """What other layers found in the document."""

    quotations: Sequence[Quotation] = ()
    times: Sequence[Date] = ()
    entities: Sequence[Entity] = ()
    label_at: dict[int, str] = field(default_factory=dict)
    quotation_starts: list[int] = field(default_factory=list)
    time_starts: list[int] = field(default_factory=list)

    def index(self, parse: Parse) -> None:
        """Note the entity label of each token, and where quotations and times begin."""
        self.quotation_starts = [q.start for q in self.quotations]
        self.time_starts = [d.start for d in self.times]
        for e in self.entities:
            for i in parse.tokens_in(e.start, e.end):
                self.label_at[i] = e.label


def build(
    view: QuotedParse,
    choices: Sequence[Choice],
    neighbours: Neighbours,
    wide: bool,
) -> list[Attribution]:
    """Records of the decided attributions, ids in the order of the text."""
    neighbours.index(view.parse)
    out: list[Attribution] = []
    for choice in sorted(choices, key=lambda c: (c.cue.first, c.content)):
        pieces = choice.content if wide else narrow(view, choice.content)
        if pieces:
            out.append(_record(view, choice, pieces, neighbours, f"a{len(out) + 1}"))
    return out


def _record(
    view: QuotedParse,
    choice: Choice,
    pieces: Pieces,
    neighbours: Neighbours,
    name: str,
) -> Attribution:
    parse, cue = view.parse, choice.cue
    content = tuple(_span(parse, a, b) for a, b in pieces)
    words = _span(parse, cue.first, cue.stop)
    lemma = " ".join(parse.lower[cue.first : cue.stop]) if cue.kind == "phrase" else parse.lemma[cue.head]
    quotes = _verbatim(parse.text, content, neighbours)
    return Attribution(
        id=name,
        type=kind_of(view, pieces),
        source=_source(view, choice),
        cue=Cue(words.start, words.end, words.text, lemma, cue.kind),
        content=content,
        quotes=quotes,
        medium=_medium(view, choice, pieces, neighbours),
        dates=_dates(view, choice, pieces, neighbours),
        confidence=choice.confidence,
        rule=choice.rule,
    )


def _span(parse: Parse, a: int, b: int) -> Span:
    start, end = parse.chars(a, b)
    return Span(start, end, parse.text[start:end])


def kind_of(view: QuotedParse, pieces: Pieces) -> AttributionType:
    """direct, mixed or indirect: all, some or none of the content's words stand in quotation marks."""
    quoted = view.quoted(pieces)
    if not quoted:
        return "indirect"
    return "direct" if quoted == sum(view.count(a, b) for a, b in pieces) else "mixed"


def _verbatim(text: str, content: Sequence[Span], neighbours: Neighbours) -> tuple[Span, ...]:
    quotations, starts = neighbours.quotations, neighbours.quotation_starts
    out = []
    for c in content:
        k = max(bisect_left(starts, c.start) - 1, 0)
        while k < len(quotations) and quotations[k].start < c.end:
            q = quotations[k]
            for s in q.spans if q.depth == 0 else ():
                a, b = max(s.start, c.start), min(s.end, c.end)
                if a < b:
                    out.append(Span(a, b, text[a:b]))
            k += 1
    return tuple(dict.fromkeys(out))


def _source(view: QuotedParse, choice: Choice) -> Source | None:
    if choice.source is None:
        return None
    parse, head = view.parse, choice.source.head
    first, stop = choice.source.first, choice.source.stop
    words = _span(parse, first, stop)
    named = first
    how: SpeakerHow = "nominal"
    if parse.pos[head] == "PRON":
        how = "pronoun"
    elif parse.pos[head] == "PROPN":
        how = "named"
        while named < stop - 1 and parse.lower[named] in _TITLES:
            named += 1
    return Source(words.start, words.end, words.text, name=_span(parse, named, stop).text, how=how)


def _own(parse: Parse, cue_head: int, i: int) -> bool:
    """Whether a token hangs on the cue with no other verb between."""
    for above in parse.ancestors(i):
        if above == cue_head:
            return True
        if parse.pos[above] in ("VERB", "AUX"):
            return False
    return False


def _inside(i: int, pieces: Pieces) -> bool:
    return any(a <= i < b for a, b in pieces)


def _dates(view: QuotedParse, choice: Choice, pieces: Pieces, neighbours: Neighbours) -> tuple[Date, ...]:
    parse = view.parse
    first, stop = parse.sents[parse.sent[choice.cue.head]]
    low, high = parse.chars(first, stop)
    starts = neighbours.time_starts
    out = []
    for d in neighbours.times[bisect_left(starts, low) : bisect_left(starts, high)]:
        tokens = parse.tokens_in(d.start, d.end)
        if not tokens or _inside(tokens[0], pieces):
            continue
        head = next((i for i in tokens if parse.head[i] not in tokens), tokens[0])
        if _own(parse, choice.cue.head, head):
            out.append(d)
    return tuple(out)


def _medium(view: QuotedParse, choice: Choice, pieces: Pieces, neighbours: Neighbours) -> Span | None:
    parse, nouns = view.parse, media_nouns()
    for c in parse.children[choice.cue.head]:
        dep = parse.dep[c]
        if dep == "prep" and parse.lower[c] in _MEDIUM_PREPOSITIONS:
            for o in parse.children[c]:
                if parse.dep[o] == "pobj" and parse.lower[o] in nouns and not _inside(o, pieces):
                    return _phrase(parse, o)
        elif (
            dep in ("dobj", "dative")
            and parse.lemma[choice.cue.head] in _TOLD
            and neighbours.label_at.get(c) in _OUTLETS
            and not _inside(c, pieces)
        ):
            return _phrase(parse, c)
    return None


def _phrase(parse: Parse, head: int) -> Span:
    first, stop = core_phrase(parse, head)
    for c in parse.children[head]:
        if c > head and parse.dep[c] == "prep" and parse.lower[c] in ("of", "with", "to"):
            stop = max(stop, parse.right[c] + 1)
    return _span(parse, first, stop)
