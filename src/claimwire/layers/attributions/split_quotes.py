"""Quotations cut in two by their speaker: “S1,” X said, “and S2” is one attribution."""

from __future__ import annotations

from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.content import ContentCandidate
from claimwire.layers.attributions.cues import cue_of
from claimwire.layers.attributions.endings import with_pieces
from claimwire.layers.attributions.signed import SCORE
from claimwire.layers.attributions.sources import SourceCandidate
from claimwire.layers.attributions.view import View
from claimwire.layers.attributions.words import reports, subject_of

_BETWEEN = 25  # tokens of the speaker and cue between the two parts


def rejoined(view: View, choices: list[Choice]) -> list[Choice]:
    """The choices with both parts of each split quotation; one that nothing reports is added."""
    out = list(choices)
    place = {c.cue.head: j for j, c in enumerate(out)}
    for k in range(len(view.regions) - 1):
        cue = _cue_between(view, k)
        if cue < 0:
            continue
        stretches = [view.regions[k], view.regions[k + 1]]
        at = place.get(cue, -1)
        if at >= 0:
            pieces = view.pieces([*out[at].content.pieces, *stretches])
            out[at] = with_pieces(out[at], pieces)
        elif subject_of(view.parse, cue) >= 0:
            source = SourceCandidate(subject_of(view.parse, cue), "nsubj")
            content = ContentCandidate(view.pieces(stretches), "split")
            place[cue] = len(out)
            out.append(Choice(cue_of(view.parse, cue), source, content, 1.0, SCORE, "split_quotation"))
    return out


def _cue_between(view: View, k: int) -> int:
    """The reporting verb that alone stands between two quotations of one sentence (-1: none).

    The first part ends with a comma, and a comma stands before the second.
    """
    parse = view.parse
    (a, b), (c, d) = view.regions[k], view.regions[k + 1]
    if not 0 < c - b <= _BETWEEN or not _comma(view, a, b) or parse.orth[c - 1] != ",":
        return -1
    apart = "\n\n" in parse.text[parse.end[b - 1] : parse.start[c]]
    if apart or not view.count(a, b) or not view.count(c, d):
        return -1
    if any(parse.orth[i] in (".", "!", "?", ":", ";") for i in range(b, c)):
        return -1
    side = ("acl", "relcl", "amod")
    verbs = [i for i in range(b, c) if parse.pos[i] == "VERB" and parse.dep[i] not in side]
    return verbs[0] if len(verbs) == 1 and reports(parse, verbs[0]) else -1


def _comma(view: View, a: int, b: int) -> bool:
    orth = view.parse.orth
    return "," in (orth[b - 1], orth[b - 2] if b - 2 >= a else "", orth[b] if b < len(orth) else "")
