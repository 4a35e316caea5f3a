"""The organisation that a speaker speaks for: the "we" of a firm's chief, of a spokesman, of the firm."""

from __future__ import annotations

from claimwire.layers.mentions import Named, root_of, tokens_of
from claimwire.layers.references.employers import employer_of_noun
from claimwire.layers.references.walk import Walk
from claimwire.lexicon import words
from claimwire.records import Attribution

_OFFICES = words("offices")


def organisation_of(walk: Walk, a: Attribution) -> Named | None:
    """The organisation that the source of an attribution is or speaks for."""
    if a.source is None:
        return None
    entity = a.source.entity
    if a.source.label == "PERSON" and entity in walk.actors:
        entity = walk.actors[entity].employer
        if entity is None and _has_office(walk, a.source.entity):
            entity = _topic(walk)
    elif entity is None:
        tokens = tokens_of(walk.parse, a.source.start, a.source.end)
        entity = (
            employer_of_noun(walk.parse, root_of(walk.parse, tokens), walk.organisation_at)
            if tokens
            else None
        )
    actor = walk.actors.get(entity or "")
    return (
        None
        if actor is None or actor.label != "ORG"
        else Named(actor.name, actor.label, actor.entity, actor.role)
    )


def _has_office(walk: Walk, person: str | None) -> bool:
    """Whether a person holds an office that firms have."""
    role = (walk.actors[person or ""].role or "").lower().replace("-", " ").split()
    return not _OFFICES.isdisjoint(role)


def _topic(walk: Walk) -> str | None:
    """The organisation the document is about: named at least thrice, and twice as often as any other."""
    counts = sorted(((a.count, a.entity) for a in walk.actors.values() if a.label == "ORG"), reverse=True)
    if not counts or counts[0][0] < 3 or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
        return None
    return counts[0][1]
