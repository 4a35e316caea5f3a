"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store


@Language.factory(
    "claimwire_attributions",
    assigns=["doc._.claimwire_attributions"],
    requires=['token.dep', 'token.tag', 'token.lemma'],
)
def create(nlp: Language, name: str) -> Attributions:
    """Make the component; see the class."""
    return Attributions(name)


class Attributions:
    """Who says what: source, cue, content."""

    def __init__(self, name: str = "claimwire_attributions") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        store.put(doc, "attributions", [])
        return doc
