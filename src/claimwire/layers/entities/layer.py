"""From the spans of the NER to named mentions with canonical names: the steps in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from claimwire.layers.entities.canonical import canonical, label_of, mention_label
from claimwire.layers.entities.clean import clean
from claimwire.layers.entities.cluster import Cluster
from claimwire.layers.entities.find import Cover, again, bracketed, titled
from claimwire.layers.entities.headlines import cut, headline_tokens
from claimwire.layers.entities.join import join
from claimwire.layers.entities.labels import settle
from claimwire.layers.entities.lists import rejoin, unlisted
from claimwire.layers.entities.mention import LABELS, Mention
from claimwire.layers.entities.roles import role_of
from claimwire.layers.entities.runs import capitals, datelines
from claimwire.layers.entities.shape import drop_openers, merge, trim_event, widen
from claimwire.layers.parse import Parse
from claimwire.records import Entity


def find_entities(
    parse: Parse, spans: list[tuple[int, int, str]], headlines: Iterable[tuple[int, int]] = ()
) -> list[Entity]:
    """Entity records, in order of the text, from (first, stop, label) token spans of the NER.

    headlines: character spans of headlines, which shorten names before they are introduced.
    """
    heads = list(headlines)
    inside = headline_tokens(parse, heads)
    mentions = drop_openers(parse, clean(parse, spans))
    mentions = [t for m in mentions if (t := trim_event(parse, m)) is not None]
    mentions = unlisted(parse, rejoin(parse, widen(parse, merge(parse, mentions))))
    mentions = cut(parse, mentions, inside)
    cover = Cover(len(parse), mentions, [(a, b) for a, b, label in spans if label not in LABELS])
    mentions += titled(parse, cover)
    mentions += capitals(parse, cover, inside)
    mentions += datelines(parse, cover)
    mentions += bracketed(parse, mentions, cover)
    settle(parse, mentions)
    mentions += again(parse, mentions, cover)
    mentions.sort(key=lambda m: m.start)
    _mark_headlines(mentions, heads)
    settle(parse, mentions)
    return _records(parse, join(mentions))


def _mark_headlines(mentions: list[Mention], headlines: list[tuple[int, int]]) -> None:
    begins = [start for start, _ in headlines]
    for m in mentions:
        k = bisect_right(begins, m.start) - 1
        m.headline = k >= 0 and m.start < headlines[k][1]


def _records(parse: Parse, clusters: list[Cluster]) -> list[Entity]:
    out = []
    for k, c in enumerate(clusters, 1):
        name, label = canonical(c), label_of(c)
        role = _role(parse, c.mentions)
        out += [
            Entity(m.start, m.end, m.text, mention_label(label, m), name, f"e{k}", role, m.rule)
            for m in c.mentions
        ]
    return sorted(out, key=lambda e: (e.start, e.end))


def _role(parse: Parse, mentions: list[Mention]) -> str | None:
    return next((r for m in mentions if m.label == "PERSON" and (r := role_of(parse, m))), None)
