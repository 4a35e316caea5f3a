"""How often claims of a kind were right on gold: a table by the form of the subject and of the speaker.

`claimwire.score.calibration` makes the table. A claim counts as right when all its scored fields are:
subject and its name, polarity, modality, speaker, quantities and dates.
"""

from __future__ import annotations

from functools import cache

from claimwire.lexicon import table
from claimwire.records import Claim

_PRONOUNS = frozenset(
    {"i", "we", "you", "he", "she", "it", "they", "this", "that", "these", "those", "who", "which"}
)


def confidence(claim: Claim) -> float | None:
    """The share of such claims that were right on the gold, 0..1; None for a claim without a predicate."""
    if claim.predicate is None:
        return None
    return _table().get((subject_form(claim), speaker_form(claim)))


def subject_form(claim: Claim) -> str:
    """What the subject looks like: none, named, pronoun, definite ("the firm") or other."""
    if claim.subject is None:
        return "none"
    words = claim.subject.text.lower().split()
    if len(words) == 1 and words[0] in _PRONOUNS:
        return "pronoun"
    if claim.subject.name is not None:
        return "named"
    return "definite" if words[:1] == ["the"] else "other"


def speaker_form(claim: Claim) -> str:
    """Who says it: none (no attribution), unnamed (no source), else how the source is given."""
    if claim.attribution is None:
        return "none"
    return claim.attribution.source.how if claim.attribution.source is not None else "unnamed"


@cache
def _table() -> dict[tuple[str, str], float]:
    return {(r["subject"], r["speaker"]): float(r["confidence"]) for r in table("claim_confidence")}
