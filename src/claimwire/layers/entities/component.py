"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.entities.layer import find_entities
from claimwire.layers.parse import parse_of


@Language.factory(
    "claimwire_entities",
    assigns=["doc._.claimwire_entities"],
    requires=["doc.ents"],
)
def create(nlp: Language, name: str) -> "Entities":
    """Make the component; see the class."""
    return Entities(name)


class Entities:
    """Named mentions cleaned and joined to entities."""

    def __init__(self, name: str = "claimwire_entities") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        spans = [(e.start, e.end, e.label_) for e in doc.ents]
        headlines = [(h.start, h.end) for h in store.get(doc, "headlines")]
        store.put(doc, "entities", find_entities(parse_of(doc), spans, headlines))
        return doc
