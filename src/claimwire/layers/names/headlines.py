"""Headlines whose words all have capitals, which tell little of where a name ends."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.names.mention import NameMention
from claimwire.layers.parse import Parse

# A line is in title case when so many of its words, and at least so many, have capitals; a first sentence
# with a full stop must show it more clearly than a headline
_SHARE, _SHARE_OF_SENTENCE, _LEAST = 0.75, 0.9, 4
# Words that title case leaves small
_SMALL = 3


def mark_headlines(
    parse: Parse, mentions: Iterable[NameMention], headlines: Iterable[tuple[int, int]]
) -> None:
    """Note on each mention whether it stands in a headline, and in one in title case."""
    inside = bytearray(len(parse))
    for start, end in headlines:
        tokens = parse.tokens_in(start, end)
        mark = 2 if _title_case(parse, tokens, _SHARE) else 1
        inside[tokens.start : tokens.stop] = bytes([mark]) * len(tokens)
    first = range(*parse.sents[0]) if parse.sents else range(0)
    if first and not inside[first.start] and _title_case(parse, first, _SHARE_OF_SENTENCE):
        inside[first.start : first.stop] = b"\x02" * len(first)
    for m in mentions:
        m.headline, m.loud = inside[m.first] > 0, inside[m.first] > 1


def _title_case(parse: Parse, tokens: range, share: float) -> bool:
    big = [i for i in tokens if parse.orth[i].isalpha() and len(parse.orth[i]) > _SMALL]
    loud = sum(parse.orth[i][0].isupper() for i in big)
    return len(big) >= _LEAST and loud >= share * len(big)
