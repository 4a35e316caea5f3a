"""Names of one entity joined: surname and full name, acronym and expansion, short and legal form."""

from __future__ import annotations

from claimwire.layers.names.cluster import Cluster
from claimwire.layers.names.match_people import join_people
from claimwire.layers.names.match_things import join_things
from claimwire.layers.names.mention import NameMention


def join(mentions: list[NameMention]) -> list[Cluster]:
    """Clusters of mentions, which are in order of the text, in order of their first mention."""
    people = [m for m in mentions if m.label == "PERSON"]
    others = [m for m in mentions if m.label != "PERSON"]
    clusters = join_people(people) + join_things(others)
    for c in clusters:
        c.mentions.sort(key=lambda m: m.start)
    return sorted(clusters, key=lambda c: c.starts[0])
