"""One label for a name all through an article, by the summed evidence of its mentions."""

from __future__ import annotations

from collections import defaultdict

from claimwire.layers.names.mention import NameMention

# What a mention's own context counts beside the mean of all mentions of the name
_OWN = 1.0


def settle_labels(mentions: list[NameMention]) -> None:
    """Give each mention the label that its own probabilities and those of its name's mentions favour."""
    shared: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    count: dict[tuple[str, ...], float] = defaultdict(float)
    for m in mentions:
        weight = 0.5 if m.headline else 1.0
        count[m.words] += weight
        for label, p in m.votes.items():
            shared[m.words][label] += weight * p
    for m in mentions:
        everywhere = shared[m.words]
        score = {k: _OWN * p + everywhere[k] / count[m.words] for k, p in m.votes.items()}
        if score:
            m.label = max(score, key=lambda k: (score[k], k == m.label, k))
