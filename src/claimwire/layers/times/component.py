"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store


@Language.factory(
    "claimwire_times",
    assigns=["doc._.claimwire_times"],
    requires=['token.dep', 'token.tag'],
)
def create(nlp: Language, name: str) -> Times:
    """Make the component; see the class."""
    return Times(name)


class Times:
    """Time expressions found and resolved (TIMEX3)."""

    def __init__(self, name: str = "claimwire_times") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        store.put(doc, "times", [])
        return doc
