"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.encoder.card import shipped
from claimwire.layers import store
from claimwire.layers.failsafe import failsafe
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.parse import parse_of
from claimwire.layers.references.find import find_references
from claimwire.layers.references.scorer import scorer_of
from claimwire.records import Reference


@Language.factory(
    "claimwire_references",
    default_config={"encoder": None},
    assigns=["doc._.claimwire_references"],
    requires=["token.dep", "token.tag", "doc._.claimwire_entities", "doc._.claimwire_attributions"],
)
@failsafe("claimwire_references")
def create(nlp: Language, name: str, encoder: str | None) -> "References":
    """Make the component; see the class."""
    return References(name, encoder)


class References:
    """Pronouns and common nouns resolved to named entities, or left where that is not sure.

    encoder: folder whose references.json scores the candidates, else that of the shipped weights; nothing
    else of it is read, since the encoder's own vectors did not make the answers better.
    """

    def __init__(self, name: str = "claimwire_references", encoder: str | None = None) -> None:
        self.name = name
        self.folder = Path(encoder) if encoder else None

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        store.put(doc, "references", self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[Reference]:
        """The references of a Doc, in order of the text; [] where it has no parse."""
        parse = parse_of(doc)
        if not any(parse.dep):
            return []
        headlines = [(h.start, h.end) for h in store.get(doc, "headlines")]
        return find_references(
            parse,
            blocks(doc.text),
            store.get(doc, "entities"),
            store.get(doc, "attributions"),
            headlines,
            scorer_of(self.folder or shipped()),
        )
