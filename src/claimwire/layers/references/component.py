"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.parse import parse_of
from claimwire.layers.references.layer import find_references


@Language.factory(
    "claimwire_references",
    assigns=["doc._.claimwire_references"],
    requires=["token.dep", "token.tag", "doc._.claimwire_entities", "doc._.claimwire_attributions"],
)
def create(nlp: Language, name: str) -> "References":
    """Make the component; see the class."""
    return References(name)


class References:
    """Pronouns and common nouns resolved to named entities; speakers named."""

    def __init__(self, name: str = "claimwire_references") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        headlines = [(h.start, h.end) for h in store.get(doc, "headlines")]
        entities, attributions = store.get(doc, "entities"), store.get(doc, "attributions")
        found, named = find_references(parse_of(doc), entities, attributions, headlines)
        store.put(doc, "references", found)
        if store.has(doc, "attributions"):
            store.put(doc, "attributions", named)
        return doc
