"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from pathlib import Path
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.attributions.find import AttributionSettings, find_attributions
from claimwire.layers.attributions.quoted_parse import QuotedParse
from claimwire.layers.attributions.record import Neighbours
from claimwire.layers.attributions.stance import with_stance
from claimwire.layers.encoded import encoded_of
from claimwire.layers.failsafe import failsafe
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.parse import parse_of
from claimwire.layers.quotations.pair import quotations
from claimwire.records import Attribution


@Language.factory(
    "claimwire_attributions",
    default_config={"scope": "guidelines", "encoder": None, "threshold": None},
    assigns=["doc._.claimwire_attributions"],
)
@failsafe("claimwire_attributions")
def create(
    nlp: Language,
    name: str,
    scope: Literal["guidelines", "wide"],
    encoder: str | None,
    threshold: float | None,
) -> "Attributions":
    """Make the component; see the class."""
    return Attributions(name, scope, encoder, threshold)


class Attributions:
    """Who says what: source, cue, content.

    scope: "guidelines" (content is a clause or quoted words; nested attributions kept) or "wide" (PolNeAR's
    notion: noun-phrase content, intentions and endorsements too; the outermost attribution only).
    encoder: a folder of weights, else the shipped ones. threshold: the least probability of a cue, else the
    card's. Raises ValueError for an unknown scope, WeightsError at the first text where weights are absent.
    """

    def __init__(
        self,
        name: str = "claimwire_attributions",
        scope: Literal["guidelines", "wide"] = "guidelines",
        encoder: str | None = None,
        threshold: float | None = None,
    ) -> None:
        self.name = name
        self.settings = AttributionSettings(scope, threshold)
        self.encoder = Path(encoder) if encoder else None

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        store.put(doc, "attributions", self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[Attribution]:
        """The attributions of a Doc; without a parse their boundaries are the encoder's own."""
        if not len(doc):
            return []
        paragraphs = blocks(doc.text)
        quoted = (
            store.get(doc, "quotations") if store.has(doc, "quotations") else quotations(doc.text, paragraphs)
        )
        parse = parse_of(doc)
        view = QuotedParse(parse, quoted, paragraphs, store.get(doc, "headlines"))
        neighbours = Neighbours(quoted, store.get(doc, "times"), store.get(doc, "entities"))
        found = find_attributions(view, neighbours, encoded_of(doc, self.encoder), self.settings)
        return with_stance(parse, found)
