"""The canonical name of an entity: the longest proper name that the article gives it."""

from __future__ import annotations

from collections import Counter, defaultdict

from claimwire.layers.names.cluster import Cluster
from claimwire.layers.names.mention import NameMention, words_of


def canonical(cluster: Cluster) -> str:
    """The longest name by words; among equals the usual spelling; an expansion rather than an acronym.

    A headline in title case, which may say too much, counts only where the text never gives the name.
    """
    if all(m.label == "NORP" for m in cluster.mentions):
        # a people's noun rather than its adjective: "Democrats", "Democrat", "Democratic"
        return min((m.text for m in cluster.mentions), key=lambda t: (not t.endswith("s"), len(t), t))
    sure = [m for m in cluster.mentions if not m.loud or m.label in _BRIEF] or cluster.mentions
    counts = Counter(m.text for m in sure)
    first = {m.text: m.start for m in reversed(sure)}
    return max(counts, key=lambda t: (_size(t), not t.isupper(), counts[t], -first[t]))


# Names of people and places that title case does not lengthen
_BRIEF = frozenset({"PERSON", "GPE", "LOC"})


def _size(text: str) -> tuple[int, int]:
    words = words_of(text)
    return len(words), sum(map(len, words))


def label_of(cluster: Cluster) -> str:
    """The label that has most evidence in all mentions of the entity; those of headlines count half."""
    votes: dict[str, float] = defaultdict(float)
    for m in cluster.mentions:
        votes[m.label] += 0  # a label may have been settled by a list of names, without votes
        for label, weight in m.votes.items():
            votes[label] += weight * (0.5 if m.headline else 1.0)
    chosen = {m.label for m in cluster.mentions}
    return max(votes, key=lambda k: (k in chosen, votes[k], k))


def mention_label(entity_label: str, m: NameMention) -> str:
    """People and places of one name keep their own label ("Iraqi", "Iraq"); all others take the entity's."""
    own = m.label in _OWN or entity_label in _OWN
    return m.label if own else entity_label


_OWN = frozenset({"NORP", "GPE", "LOC"})
