"""Speech that runs on in the next paragraphs, which the encoder reads alone.

A quotation that stands by itself behind the one that somebody is said to say; the quotation or the list that
follows "X said:" at a paragraph's end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from claimwire import lexicon
from claimwire.layers.attributions.bounds import cue_words
from claimwire.layers.attributions.choice import Choice, Interval, SourceWords
from claimwire.layers.attributions.quoted_parse import Pieces, QuotedParse
from claimwire.layers.attributions.source import phrase_of
from claimwire.layers.grammar.subjects import referring_subject_of
from claimwire.layers.parse import Parse

_MOST = 20  # paragraphs that a speech or a list runs on over
_SPEECH = 4  # least words of a quotation that goes on without a word of its speaker


def continued(view: QuotedParse, choices: list[Choice]) -> list[Choice]:
    """The choices with what runs on behind them."""
    opened = [with_colon(view, c) for c in choices] + list(_colons(view, choices))
    return _run_on(view, opened)


def _run_on(view: QuotedParse, choices: list[Choice]) -> list[Choice]:
    """Quotations that fill a paragraph and that nobody is said to say, given to whom the one before is."""
    out = list(choices)
    taken = {view.block[a] for c in out for piece in c.content for a in piece[:1]}
    taken |= {view.block[c.cue.head] for c in out}
    for k in range(1, len(view.paragraphs)):
        region = _filled_by(view, k)
        if region is None or k in taken:
            continue
        last = _last_speech(view, out, k - 1)
        if last >= 0:
            out[last] = _with(view, out[last], [region])
            taken.add(k)
    return out


def _filled_by(view: QuotedParse, k: int) -> Interval | None:
    """The tokens of a paragraph that is one quotation."""
    first, stop = view.paragraphs[k]
    if first >= stop or view.quote[first] < 0 or view.count(first, stop) < _SPEECH:
        return None
    a, b = view.regions[view.quote[first]]
    return (first, stop) if a == first and not view.count(b, stop) else None


def _last_speech(view: QuotedParse, choices: list[Choice], k: int) -> int:
    """Which choice the last words of a paragraph belong to, if they are quoted or a tag of quoted ones."""
    stop = view.paragraphs[k][1]
    best, place = -1, -1
    for n, c in enumerate(choices):
        end = max(c.cue.stop, c.source.stop if c.source else 0, c.content[-1][1])
        here = view.block[end - 1] == k and view.quoted(c.content)
        if here and c.content[-1][1] > best and not _words_behind(view, end, stop):
            best, place = c.content[-1][1], n
    return place


def _words_behind(view: QuotedParse, end: int, stop: int) -> bool:
    """Whether a sentence stands between an attribution and the paragraph's end."""
    return any(view.parse.orth[i] in (".", "!", "?") and view.count(i, stop) for i in range(end, stop))


def with_colon(view: QuotedParse, choice: Choice) -> Choice:
    """The choice with what follows the colon at its paragraph's end, where it has no words behind its cue."""
    k = view.block[choice.cue.head]
    first, stop = view.paragraphs[k]
    if not _ends_with_colon(view, k) or any(b > choice.cue.head for _, b in choice.content):
        return choice
    told = _told(view, k + 1)
    return replace(choice, content=told, rule="colon") if told else choice


def _colons(view: QuotedParse, choices: list[Choice]) -> Iterator[Choice]:
    """ "X said:" at the end of a paragraph, where the encoder saw no content and hence no cue."""
    held = {view.block[c.cue.head] for c in choices}
    for k in range(len(view.paragraphs) - 1):
        if k in held or not _ends_with_colon(view, k):
            continue
        cue = _reporting(view.parse, *view.paragraphs[k])
        if cue is not None and (told := _told(view, k + 1)):
            words = cue_words(view.parse, cue, cue + 1, False)
            head = referring_subject_of(view.parse, cue)
            source = SourceWords(head, *phrase_of(view, words, head)) if head is not None else None
            yield Choice(words, source, told, "colon")


def _reporting(parse: Parse, first: int, stop: int) -> int | None:
    """The last verb of saying among tokens."""
    verbs = _saying()
    backwards = range(stop - 1, first - 1, -1)
    return next((i for i in backwards if parse.pos[i] == "VERB" and parse.lemma[i] in verbs), None)


def _saying() -> frozenset[str]:
    return frozenset(r["lemma"] for r in lexicon.table("report_verbs") if "say" in r["classes"].split())


def _ends_with_colon(view: QuotedParse, k: int) -> bool:
    first, stop = view.paragraphs[k]
    return first < stop and view.parse.orth[stop - 1].endswith(":")


def _told(view: QuotedParse, k: int) -> Pieces:
    """The quotation paragraph k begins with, or the list items from there on."""
    if k >= len(view.paragraphs):
        return ()
    first, stop = view.paragraphs[k]
    if view.quote[first] >= 0:
        return view.pieces([view.regions[view.quote[first]]])
    items = takewhile(lambda n: view.item[n], range(k, min(k + _MOST, len(view.paragraphs))))
    return tuple(p for n in items if (p := view.trim(*view.paragraphs[n]))[0] < p[1])


def _with(view: QuotedParse, choice: Choice, more: list[Interval]) -> Choice:
    return replace(choice, content=view.pieces([*choice.content, *more]), rule="continued")
