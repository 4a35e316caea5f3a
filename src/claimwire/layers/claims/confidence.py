"""How likely a claim's fields, and its `resolved` text, are right: a logistic of a few signs of doubt.

`claimwire.training.claim_confidence` fits the weights on articles that neither rules nor models have seen. A
claim counts as right when all its scored fields are: subject and its name, polarity, modality, speaker,
quantities and dates. The signs are read from records alone, so that they can be had from files, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

from claimwire.layers.claims.doubts import Surroundings, doubts, resolved_doubts
from claimwire.lexicon import weights
from claimwire.records import Claim

FIELDS = "claim_confidence"
RESOLVED = "resolved_confidence"


def confidence(claim: Claim, around: Surroundings) -> float | None:
    """The probability (0..1) that all fields are right; None for a claim without a predicate."""
    return None if claim.predicate is None else _probability(FIELDS, doubts(claim, around))


def resolved_confidence(claim: Claim, around: Surroundings) -> float | None:
    """The probability (0..1) that `resolved` is true and can be read alone; None as for `confidence`."""
    return None if claim.predicate is None else _probability(RESOLVED, resolved_doubts(claim, around))


def _probability(name: str, signs: Mapping[str, float]) -> float:
    fitted = weights(name)
    score = fitted["intercept"] + sum(fitted["weights"].get(k, 0.0) * v for k, v in signs.items())
    return round(1 / (1 + exp(-score)), 2)
