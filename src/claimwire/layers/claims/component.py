"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.claims.find import find_claims
from claimwire.layers.claims.sureness import LEAST
from claimwire.layers.failsafe import failsafe
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import parse_of
from claimwire.layers.speakers import named_attributions


@Language.factory(
    "claimwire_claims",
    assigns=["doc._.claimwire_claims"],
    requires=["token.dep", "token.tag", "token.lemma"],
    default_config={"least_reference": LEAST},
)
@failsafe("claimwire_claims")
def create(nlp: Language, name: str, least_reference: float) -> "Claims":
    """Make the component; see the class."""
    return Claims(name, least_reference)


class Claims:
    """Clauses assembled into claims with modality, polarity, arguments and attribution.

    least_reference: the probability (0..1) that a reference needs for its name to stand in `resolved`.
    """

    def __init__(self, name: str = "claimwire_claims", least_reference: float = LEAST) -> None:
        self.name = name
        self.least_reference = least_reference

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        found = find_claims(
            parse_of(doc),
            Mentions(doc),
            attributions=named_attributions(doc),
            quantities=store.get(doc, "quantities"),
            dates=store.get(doc, "times"),
            headlines=store.get(doc, "headlines"),
            quotations=store.get(doc, "quotations"),
            least=self.least_reference,
        )
        store.put(doc, "claims", found)
        return doc
