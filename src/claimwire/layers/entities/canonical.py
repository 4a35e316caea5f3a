"""The canonical name of an entity: the longest proper name that the article gives it."""

from __future__ import annotations

from collections import Counter

from claimwire.layers.entities.cluster import Cluster
from claimwire.layers.entities.mention import Mention, words_of


def canonical(cluster: Cluster) -> str:
    """The longest name by words; among equals the usual spelling; an expansion rather than an acronym."""
    counts = Counter(m.text for m in cluster.mentions)
    first = {m.text: m.start for m in reversed(cluster.mentions)}
    return max(counts, key=lambda t: (_size(t), counts[t], -first[t]))


def _size(text: str) -> tuple[int, int]:
    words = words_of(text)
    return len(words), sum(map(len, words))


def label_of(cluster: Cluster) -> str:
    """The label that most mentions of the entity have."""
    return Counter(m.label for m in cluster.mentions).most_common(1)[0][0]


def mention_label(entity_label: str, m: Mention) -> str:
    """People and places of one name keep their own label ("Iraqi", "Iraq"); all others take the entity's."""
    own = m.label in _OWN or entity_label in _OWN
    return m.label if own else entity_label


_OWN = frozenset({"NORP", "GPE", "LOC"})
