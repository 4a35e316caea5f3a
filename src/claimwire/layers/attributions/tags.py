"""Speech tags: "…," said Ann Lind. Quoted words that go on to a tag are said by whoever the tag names.

The encoder weighs each cue alone. Where several quotations and tags stand in one paragraph, or where the verb
of the tag is a rare one ("vowed", "chimed in"), the marks of direct speech tell what belongs together: a
quotation that ends in a comma, "?" or "!" and a verb with its subject right behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimwire import lexicon
from claimwire.layers.attributions.choice import Choice, CueWords, Interval, SourceWords
from claimwire.layers.attributions.quoted_parse import QuotedParse, subtract
from claimwire.layers.attributions.source import is_relative, phrase_of
from claimwire.layers.parse import Parse

_GO_ON = frozenset(",?!…-–—")
_MARKS = "\"'“”‘’`«»"
_ENDS = frozenset({".", ",", ";", ":", "\n", "!", "?"}) | set(_MARKS) | {"``", "''"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"})
_PARTICLES = frozenset({"in", "back", "out", "up", "on", "off"})
_LONGEST = 12  # tokens of the name in a tag with a verb that is not one of saying


@dataclass(frozen=True, slots=True)
class Tag:
    """The tag behind a quotation: its verb, with a particle, and its noun phrase. inverted: that follows."""

    region: Interval
    verb: int
    stop: int
    source: SourceWords
    inverted: bool = True

    def cue(self) -> CueWords:
        """The cue of an attribution."""
        return CueWords(self.verb, self.verb, self.stop, "verb")


def settle_tags(view: QuotedParse, choices: Sequence[Choice]) -> list[Choice]:
    """The choices with each quotation that goes on to a tag in the content of this tag's, and of none else.

    A tag that is no choice becomes one.
    """
    out = list(choices)
    for tag in _tags(view, {c.cue.head for c in choices}):
        own = next((c for c in out if c.cue.head == tag.verb), None)
        held = own is not None and _holds(own, tag.region)
        more = [] if held else [tag.region, *_resumed(view, tag, out)]
        settled = _settled(view, tag, own or Choice(tag.cue(), None, (), "tag"), more)
        others = [_without(view, c, tag.region, *more) for c in out if c is not own]
        out = [*others, settled]
    return [c for c in out if c.content]


def _settled(view: QuotedParse, tag: Tag, choice: Choice, more: Sequence[Interval]) -> Choice:
    """The choice of a tag with its quotations and, where the tag names somebody else, with this source."""
    kept = [p for p in choice.content if not _is_anothers(view, p, tag)]
    named, told = choice.source, tag.source
    shared = named is not None and named.first < told.stop and told.first < named.stop
    shorter = named is not None and told.first <= named.first and named.stop < told.stop
    other = named is None or (tag.inverted and (shorter or not shared))
    content = view.pieces([*kept, *more]) if more or len(kept) < len(choice.content) else choice.content
    return replace(choice, content=content, source=told if other else named)


def _tags(view: QuotedParse, cues: set[int]) -> Iterator[Tag]:
    for region in view.regions:
        if _is_speech(view, region) and (tag := _tag(view, region, cues)) is not None:
            yield tag


def _is_speech(view: QuotedParse, region: Interval) -> bool:
    """Whether quoted words stand where a sentence begins, and go on to what follows them."""
    first = region[0]
    before = first - 1
    while before >= 0 and view.parse.orth[before].isspace():
        before -= 1
    opens = before < 0 or view.block[before] != view.block[first] or view.parse.orth[before] in _SENTENCE_ENDS
    return opens and bool(view.count(*region))


_SENTENCE_ENDS = frozenset({".", "!", "?", ":"}) | set(_MARKS) | {"''"}


def _tag(view: QuotedParse, region: Interval, cues: set[int]) -> Tag | None:
    parse, at = view.parse, region[1]
    while at < len(parse) and (parse.orth[at].isspace() or parse.orth[at] == ","):
        at += 1
    if at >= len(parse) or view.block[at] != view.block[region[1] - 1] or view.quote[at] >= 0:
        return None
    end = _end(parse, region)
    inverted = _inverted(view, region, at, end)
    if inverted is not None or end not in _GO_ON:
        return inverted
    return _plain(view, region, at, cues)


def _plain(view: QuotedParse, region: Interval, at: int, cues: set[int]) -> Tag | None:
    """ "…," Ann Lind said."""
    parse = view.parse
    for verb in range(at + 1, min(at + _LONGEST, len(parse))):
        if verb not in cues and (parse.tag[verb] not in _FINITE or parse.lemma[verb] not in _saying()):
            continue
        subject = next((c for c in parse.dependents(verb, "nsubj") if at <= c < verb), -1)
        if subject < 0 or parse.left[subject] != at or is_relative(parse, subject) or _goes_on(parse, verb):
            return None
        cue = CueWords(verb, verb, verb + 1, "verb")
        return Tag(region, verb, verb + 1, SourceWords(subject, *phrase_of(view, cue, subject)), False)
    return None


def _goes_on(parse: Parse, verb: int) -> bool:
    """Whether a verb has its content behind it: a sentence of its own, and no tag."""
    colon = verb + 1 < len(parse) and parse.orth[verb + 1] == ":"
    return colon or any(c > verb for c in parse.dependents(verb, "ccomp"))


def _end(parse: Parse, region: Interval) -> str:
    """The last character of quoted words that is no quotation mark, or the comma behind the closing mark."""
    text = parse.text[parse.start[region[0]] : parse.end[region[1] - 1]].rstrip(_MARKS + " ")
    behind = parse.text[parse.end[region[1] - 1] : parse.end[region[1] - 1] + 1]
    return behind if behind == "," else text[-1:]


def _inverted(view: QuotedParse, region: Interval, verb: int, end: str) -> Tag | None:
    """ "…," said Ann Lind; at the end of a sentence, "…." said Ann Lind, only a verb of saying may do so."""
    parse, stopped = view.parse, end == "."
    saying = parse.lemma[verb] in _saying()
    if parse.tag[verb] not in _FINITE or not parse.orth[verb].islower() or (stopped and not saying):
        return None
    if not stopped and end not in _GO_ON:
        return None
    first = verb + 1
    if first + 1 < len(parse) and parse.lower[first] in _PARTICLES and parse.pos[first + 1] in _NOMINAL:
        first += 1
    head, stop = _subject(view, first)
    if head < 0 or not (saying or _ends_there(parse, stop)):
        return None
    return Tag(region, verb, first, SourceWords(head, first, stop))


def _subject(view: QuotedParse, first: int) -> Interval:
    """Head and end of the noun phrase that begins at a token; head -1: none does."""
    parse, stop = view.parse, first
    while stop < len(parse) and _is_nominal(parse, stop) and view.quote[stop] < 0:
        stop += 1
    heads = [i for i in range(first, stop) if parse.pos[i] in ("NOUN", "PROPN", "PRON")]
    if not heads or stop - first > _LONGEST or _is_object(parse, first):
        return -1, stop
    return heads[-1], heads[-1] + 1


def _is_nominal(parse: Parse, i: int) -> bool:
    """A word of a noun phrase, or one with a capital, whatever the parser took it for ("said Per Holm")."""
    return parse.pos[i] in _NOMINAL or parse.orth[i][:1].isupper()


def _is_object(parse: Parse, i: int) -> bool:
    """A pronoun that is told something: "…," told her."""
    return parse.tag[i] == "PRP" and parse.lower[i] not in _SUBJECT_PRONOUNS


_SUBJECT_PRONOUNS = frozenset({"i", "he", "she", "we", "they", "you"})


def _ends_there(parse: Parse, stop: int) -> bool:
    """Whether a mark ends the tag behind its name: what a verb that is none of saying must have."""
    return stop >= len(parse) or parse.orth[stop][:1] in _ENDS or parse.orth[stop].isspace()


@cache
def _saying() -> frozenset[str]:
    rows = lexicon.table("report_verbs")
    return frozenset(r["lemma"] for r in rows if {"say", "ask"} & set(r["classes"].split()))


def _resumed(view: QuotedParse, tag: Tag, choices: Sequence[Choice]) -> list[Interval]:
    """The quotation that goes on behind a tag, in its sentence or the next: "…," said Ann Lind, "and …"."""
    parse = view.parse
    at = max(tag.source.stop, tag.stop)
    near = range(at, min(at + 2, len(parse)))
    region = next((view.regions[view.quote[i]] for i in near if view.quote[i] >= 0), None)
    if region is None or view.block[region[0]] != view.block[tag.verb]:
        return []
    free = not any(_holds(c, region) for c in choices) and _tag(view, region, {tag.verb}) is None
    return [region] if parse.orth[at] == "," or (parse.orth[at] == "." and free) else []


def _holds(choice: Choice, region: Interval) -> bool:
    return any(a < region[1] and region[0] < b for a, b in choice.content)


def _without(view: QuotedParse, choice: Choice, *regions: Interval) -> Choice:
    """The choice without what of its content lies in these quotations; one told inside of them stays."""
    regions = tuple(r for r in regions if not r[0] <= choice.cue.head < r[1])
    if not any(_holds(choice, r) for r in regions):
        return choice
    return replace(choice, content=view.pieces(k for a, b in choice.content for k in subtract(a, b, regions)))


def _is_anothers(view: QuotedParse, piece: Interval, tag: Tag) -> bool:
    """Whether a quoted piece behind the tag goes on to a tag of its own."""
    region = view.quote[piece[0]]
    if region < 0 or piece[0] < tag.verb:
        return False
    other = _tag(view, view.regions[region], {tag.verb})
    return other is not None and other.verb != tag.verb
