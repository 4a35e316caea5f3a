"""What the encoder's heads can answer."""

from typing import Final

LABELS: Final = (
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW",
)  # fmt: skip
# One tag a word: outside, or the first or a later word of a name.
TAGS: Final = ("O", *(f"{p}-{label}" for label in LABELS for p in "BI"))
TAG_IDS: Final = {tag: i for i, tag in enumerate(TAGS)}
OTHER, SOURCE, CUE, CONTENT = "other", "source", "cue", "content"
# One role a word, as a cue sees its window.
ROLES: Final = (OTHER, SOURCE, CUE, CONTENT)
# Which notion of an attribution is asked for: PolNeAR's, or this project's guidelines.
SCOPES: Final = ("wide", "guidelines")
