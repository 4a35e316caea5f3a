"""Quotations that are signed: “…” — Name, title. The dash is the cue, as in press releases and lists."""

from __future__ import annotations

from claimwire.layers.attributions.choice import Choice, CueWords, SourceWords
from claimwire.layers.attributions.quoted_parse import QuotedParse

DASHES = frozenset("—–―-")
_SPEECH, _NAME = 4, 30  # least words of the quotation, most tokens of the signature


def signed_quotations(view: QuotedParse) -> list[Choice]:
    """Each quotation of four words or more that a dash and a name follow, the name to the end of its line."""
    out = []
    for region in view.regions:
        choice = _signed(view, region)
        if choice is not None:
            out.append(choice)
    return out


def _signed(view: QuotedParse, region: tuple[int, int]) -> Choice | None:
    parse = view.parse
    dash = _next_word(view, region[1])
    if parse.orth[region[1] - 1][-1:] in DASHES:  # the tokeniser leaves ”― in one piece
        dash = region[1] - 1
    if dash >= len(parse) or parse.orth[dash][-1:] not in DASHES or view.count(*region) < _SPEECH:
        return None
    first = _next_word(view, dash + 1)
    if first >= len(parse):
        return None
    stop = first
    while stop < min(len(parse), first + _NAME) and "\n" not in parse.orth[stop] and parse.orth[stop] != ".":
        stop += 1
    ends = stop == len(parse) or "\n" in parse.orth[stop] or parse.orth[stop] == "."
    if not ends or not parse.orth[first][0].isupper():
        return None
    if any(parse.pos[i] == "VERB" for i in range(first, stop)):
        return None
    head = first
    while head + 1 < stop and parse.orth[head + 1][0].isupper():
        head += 1
    pieces = view.pieces([region])
    cue = CueWords(dash, dash, dash + 1, "punctuation")
    return Choice(cue, SourceWords(head, first, stop), pieces, "signed")


def _next_word(view: QuotedParse, i: int) -> int:
    parse = view.parse
    while i < len(parse) and parse.orth[i].isspace():
        i += 1
    return i


def add_signed(view: QuotedParse, choices: list[Choice]) -> list[Choice]:
    """The choices with signed quotations added, unless somebody is said to say them."""
    taken = {piece for c in choices for piece in c.content}
    return choices + [s for s in signed_quotations(view) if not taken & set(s.content)]
