"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.failsafe import failsafe
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.quotations.pair import quotations


@Language.factory(
    "claimwire_quotations",
    assigns=["doc._.claimwire_quotations"],
    requires=[],
)
@failsafe("claimwire_quotations")
def create(nlp: Language, name: str) -> "Quotations":
    """Make the component; see the class."""
    return Quotations(name)


class Quotations:
    """Quotation marks paired, across paragraphs, unclosed ones included."""

    def __init__(self, name: str = "claimwire_quotations") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        store.put(doc, "quotations", quotations(doc.text, blocks(doc.text)))
        return doc
