"""From the spans of the NER to named mentions with canonical names: the steps in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from claimwire.layers.entities.canonical import canonical, label_of, mention_label
from claimwire.layers.entities.clean import clean, make
from claimwire.layers.entities.cluster import Cluster, core
from claimwire.layers.entities.find import Cover, again, bracketed, titled
from claimwire.layers.entities.join import join
from claimwire.layers.entities.labels import settle
from claimwire.layers.entities.mention import LABELS, Mention
from claimwire.layers.entities.roles import role_of
from claimwire.layers.entities.shape import capitals, drop_openers, merge, rejoin, trim_event, unlisted, widen
from claimwire.layers.parse import Parse
from claimwire.records import Entity


def find_entities(
    parse: Parse, spans: list[tuple[int, int, str]], headlines: Iterable[tuple[int, int]] = ()
) -> list[Entity]:
    """Entity records, in order of the text, from (first, stop, label) token spans of the NER.

    headlines: character spans of headlines, which shorten names before they are introduced.
    """
    heads = list(headlines)
    mentions = drop_openers(parse, clean(parse, spans))
    mentions = [t for m in mentions if (t := trim_event(parse, m)) is not None]
    mentions = unlisted(parse, rejoin(parse, widen(parse, merge(parse, mentions))))
    mentions = _cut_headlines(parse, mentions, heads)
    cover = Cover(len(parse), mentions, [(a, b) for a, b, label in spans if label not in LABELS])
    mentions += titled(parse, cover)
    for m in capitals(parse, cover.taken, cover.blocked, _headline_tokens(parse, heads)):
        cover.add(m)
        mentions.append(m)
    mentions += bracketed(parse, mentions, cover)
    mentions += again(parse, mentions, cover)
    mentions.sort(key=lambda m: m.start)
    _mark_headlines(mentions, heads)
    settle(parse, mentions)
    return _records(parse, join(mentions))


def _cut_headlines(parse: Parse, mentions: list[Mention], headlines: list[tuple[int, int]]) -> list[Mention]:
    """In a headline whose words are all capitalised, a name is as long as in the text below."""
    inside = _headline_tokens(parse, headlines)
    body = {m.words: m.label for m in mentions if not inside[m.first]}
    out = []
    for m in mentions:
        if inside[m.first] and len(m.words) > 1 and m.words not in body:
            for stop in range(m.stop - 1, m.first, -1):
                shorter = make(parse, m.first, stop, m.label, "cut", m.title)
                if shorter is not None and (shorter.words in body or core(shorter.words) in map(core, body)):
                    m = shorter
                    break
        out.append(m)
    return out


def _headline_tokens(parse: Parse, headlines: list[tuple[int, int]]) -> bytearray:
    out = bytearray(len(parse))
    for start, end in headlines:
        for i in parse.tokens_in(start, end):
            out[i] = 1
    return out


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
