"""From the spans of the NER to named mentions with canonical names: the steps in their order."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.entities.again import again
from claimwire.layers.entities.canonical import canonical, label_of, mention_label
from claimwire.layers.entities.clean import clean
from claimwire.layers.entities.cluster import Cluster
from claimwire.layers.entities.commons import drop_commons
from claimwire.layers.entities.find import Cover, bracketed, titled
from claimwire.layers.entities.headlines import cut, headline_tokens
from claimwire.layers.entities.join import join
from claimwire.layers.entities.labels import settle
from claimwire.layers.entities.lists import rejoin, unlisted, unowned
from claimwire.layers.entities.mention import LABELS, Mention
from claimwire.layers.entities.roles import role_of
from claimwire.layers.entities.runs import capitals, datelines, singles
from claimwire.layers.entities.saints import sainted
from claimwire.layers.entities.shape import cut_role, merge, trim_event, widen
from claimwire.layers.parse import Parse
from claimwire.records import Entity


def find_entities(
    parse: Parse, spans: list[tuple[int, int, str]], headlines: Iterable[tuple[int, int]] = ()
) -> list[Entity]:
    """Entity records, in order of the text, from (first, stop, label) token spans of the NER.

    headlines: character spans of headlines, which shorten names before they are introduced.
    """
    inside = headline_tokens(parse, headlines)
    mentions = drop_commons(parse, clean(parse, spans), inside)
    mentions = [t for m in mentions if (t := trim_event(parse, m)) is not None]
    mentions = [t for m in mentions if (t := cut_role(parse, m)) is not None]
    mentions = unlisted(parse, unowned(parse, rejoin(parse, widen(parse, merge(parse, mentions)))))
    mentions = cut(parse, sainted(parse, mentions), inside)
    cover = Cover(len(parse), mentions, [(a, b) for a, b, label in spans if label not in LABELS])
    mentions += titled(parse, cover)
    mentions += capitals(parse, cover, inside)
    mentions = [m for m in mentions if cover.taken[m.first] is m]  # some have become part of a longer name
    mentions += singles(parse, cover, inside)
    mentions += datelines(parse, cover)
    mentions += bracketed(parse, mentions, cover)
    settle(parse, mentions)
    mentions += again(parse, mentions, cover, inside)
    mentions.sort(key=lambda m: m.start)
    _mark_headlines(mentions, inside)
    settle(parse, mentions)
    return _records(parse, join(mentions))


def _mark_headlines(mentions: list[Mention], inside: bytearray) -> None:
    for m in mentions:
        m.headline, m.loud = inside[m.first] > 0, inside[m.first] > 1


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
