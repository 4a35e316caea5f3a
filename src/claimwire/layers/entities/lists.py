"""Names joined by "and": one name that the NER cut in two put together, two names parted."""

from __future__ import annotations

from claimwire.layers.entities.clean import make
from claimwire.layers.entities.mention import Mention
from claimwire.layers.entities.words import ORG_WORDS
from claimwire.layers.parse import Parse


def rejoin(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Two parts of one name around "and" joined, where an article or a hyphenless break shows one thing.

    "the Harbour Transport and Coastal Works Board": the article stands once, the last word is that of an
    organisation, and the first part is named nowhere alone.
    """
    alone: dict[tuple[str, ...], int] = {}
    for m in mentions:
        alone[m.words] = alone.get(m.words, 0) + 1
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out else None
        if last is not None and _one_name(parse, last, m) and alone[last.words] == alone[m.words]:
            joined = make(parse, last.first, m.stop, "ORG", "joined")
            if joined is not None:
                out[-1] = joined
                continue
        out.append(m)
    return out


def _one_name(parse: Parse, a: Mention, b: Mention) -> bool:
    """Whether "the A X and B Board" is one organisation: free capitals fill the gap and B ends as one."""
    if {a.label, b.label} != {"ORG"} or not 0 < b.first - a.stop < 4 or not a.first:
        return False
    gap = range(a.stop, b.first)
    if parse.lower[b.first - 1] != "and" or parse.lower[a.first - 1] != "the" or b.words[-1] not in ORG_WORDS:
        return False
    return all(parse.orth[i][:1].isupper() for i in gap[:-1])


def unowned(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """A name less its possessor, where the article names that apart: "Larch" and "Foods Division"."""
    known = {m.words for m in mentions}
    out: list[Mention] = []
    for m in mentions:
        k = next((i for i in range(m.first + 1, m.stop - 1) if parse.tag[i] == "POS"), None)
        owner = make(parse, m.first, k, "ORG", "cut") if k else None
        owned = make(parse, k + 1, m.stop, m.label, "cut") if k else None
        out += [owner, owned] if owner and owned and owner.words in known else [m]
    return out


def unlisted(parse: Parse, mentions: list[Mention]) -> list[Mention]:
    """Two names joined by "and" cut, where the article names both parts apart as well."""
    known = {m.words for m in mentions}
    out: list[Mention] = []
    for m in mentions:
        k = next((i for i in range(m.first + 1, m.stop - 1) if parse.lower[i] == "and"), None)
        parts = [make(parse, a, b, m.label, "cut") for a, b in ((m.first, k), (k + 1, m.stop))] if k else []
        whole = [p for p in parts if p is not None]
        if len(whole) == 2 and any(p.words in known for p in whole):
            out += whole
        else:
            out.append(m)
    return out
