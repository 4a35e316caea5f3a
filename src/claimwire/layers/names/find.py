"""From the encoder's tags to named mentions with canonical names: the steps in their order."""

from __future__ import annotations

from collections.abc import Iterable

from claimwire.layers.encoded import Encoded
from claimwire.layers.names.aliases import link_aliases
from claimwire.layers.names.canonical import canonical, label_of, mention_label
from claimwire.layers.names.cluster import Cluster
from claimwire.layers.names.headlines import mark_headlines
from claimwire.layers.names.join import join
from claimwire.layers.names.labels import settle_labels
from claimwire.layers.names.mention import LABELS, NameMention
from claimwire.layers.names.nicknames import join_nicknames
from claimwire.layers.names.roles import role_of
from claimwire.layers.names.tag import repetitions, tag_names
from claimwire.layers.parse import Parse
from claimwire.records import Entity


def find_names(parse: Parse, encoded: Encoded, headlines: Iterable[tuple[int, int]] = ()) -> list[Entity]:
    """Entity records in order of the text. headlines: character spans, whose capitals tell little."""
    mentions = tag_names(encoded, parse)
    mentions += repetitions(encoded, parse, mentions)
    return settled(parse, mentions, headlines)


def given_names(
    parse: Parse, spans: Iterable[tuple[int, int, str]], headlines: Iterable[tuple[int, int]] = ()
) -> list[Entity]:
    """The same from (first, stop, label) token spans that another component found, as it found them."""
    mentions = []
    for first, stop, label in spans:
        if label in LABELS:
            start, end = parse.chars(first, stop)
            mentions.append(NameMention(first, stop, start, end, parse.text[start:end], label, "given"))
            mentions[-1].votes = {label: 1.0}
    return settled(parse, mentions, headlines)


def settled(parse: Parse, mentions: list[NameMention], headlines: Iterable[tuple[int, int]]) -> list[Entity]:
    """Mentions with one label a name, joined to entities, as records."""
    mentions = join_nicknames(parse.text, sorted(mentions, key=lambda m: (m.start, m.end)))
    mark_headlines(parse, mentions, headlines)
    link_aliases(parse.text, mentions)
    settle_labels(mentions)
    return _records(parse, join(mentions))


def _records(parse: Parse, clusters: list[Cluster]) -> list[Entity]:
    out = []
    for k, c in enumerate(clusters, 1):
        name, label = canonical(c), label_of(c)
        role = _role(parse, c.mentions)
        out += [
            Entity(
                m.start, m.end, m.text, mention_label(label, m), name, f"e{k}", role, m.rule,
                confidence=round(m.confidence, 3) if m.confidence is not None else None,
            )
            for m in c.mentions
        ]  # fmt: skip
    return sorted(out, key=lambda e: (e.start, e.end))


def _role(parse: Parse, mentions: list[NameMention]) -> str | None:
    if not any(parse.dep):
        return None
    return next((r for m in mentions if m.label == "PERSON" and (r := role_of(parse, m))), None)
