"""Speech that runs on: quotations taken in whole, with their later sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.view import Pieces, View

Stretches = list[tuple[int, int]]

_RUN = 12  # quotations that one may run on over


def grown_of(view: View, cue: CueCandidate, core: Pieces) -> Iterator[tuple[Stretches, str]]:
    """A core made whole: quotations it touches are taken in, with their later sentences and paragraphs."""
    parse, quote, own = view.parse, view.quote, view.own(cue.head)
    touched = sorted({quote[i] for a, b in core for i in (a, b - 1) if quote[i] not in (-1, own)})
    stretches = list(core)
    if not touched:
        return
    whole = stretches + [view.regions[r] for r in touched]
    yield whole, "quote"
    sentence = parse.sents[parse.sent[cue.head]]
    r = touched[-1] + 1
    same = list(whole)
    while r < len(view.regions) and view.regions[r][0] < sentence[1] and len(same) < _RUN:
        same.append(view.regions[r])
        r += 1
    if len(same) > len(whole):
        yield same, "sentence"
    run = list(same)
    after = max(cue.head, max(b for _, b in same) - 1)
    for step, region in enumerate(following(view, after)):
        run.append(region)
        if step < 2:
            yield list(run), f"run{step + 1}"
    if len(run) > len(same) + 2:
        yield list(run), "run"


def following(view: View, last: int) -> list[tuple[int, int]]:
    """Quotations behind a token that make up whole sentences, one after the other with nothing between."""
    parse = view.parse
    out: list[tuple[int, int]] = []
    if not view.regions:
        return out
    k = parse.sent[last] + 1
    while k < len(parse.sents) and len(out) < _RUN:
        first, stop = parse.sents[k]
        a, b = first, stop
        while a < b and parse.pos[a] == "SPACE":
            a += 1
        while b > a and parse.pos[b - 1] == "SPACE":
            b -= 1
        if a == b:
            k += 1
            continue
        r = view.quote[a]
        if r < 0:
            break
        end = view.regions[r][1]
        if end < b and view.count(end, b):
            break
        region = view.regions[r] if view.regions[r][0] >= first else (a, end)
        out.append(region)
        while k < len(parse.sents) and parse.sents[k][0] < end:
            k += 1
    return out


def beyond(view: View, cue: CueCandidate) -> Iterator[tuple[Stretches, str]]:
    """Contents outside the cue's sentence: quotations and sentences before and behind it."""
    parse = view.parse
    if view.own(cue.head) >= 0:
        return
    k = parse.sent[cue.head]
    first, stop = parse.sents[k]
    here = list(view.regions_in(first, stop)[:_RUN])
    for r in here:
        yield [view.regions[r]], "region"
    if len(here) > 1:
        yield [view.regions[r] for r in here], "regions"
    if here:
        more = [view.regions[r] for r in here] + following(view, max(stop - 1, view.regions[here[-1]][1] - 1))
        yield more, "regions_run"
    run = following(view, stop - 1)
    if run:
        yield run[:1], "next_region"
        yield run, "next_regions"
    for step in (1, 2, 3):
        if k + step < len(parse.sents):
            yield [(parse.sents[k + 1][0], parse.sents[k + step][1])], f"next{step}"
    if k:
        yield [parse.sents[k - 1]], "previous"
        r = view.quote[parse.sents[k - 1][0]]
        if r >= 0:
            yield [view.regions[r]], "previous_region"
