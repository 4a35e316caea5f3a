"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.attributions.find import Settings, decider, find_attributions
from claimwire.layers.attributions.record import Layers
from claimwire.layers.attributions.stance import with_stance
from claimwire.layers.attributions.view import View
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.parse import parse_of
from claimwire.layers.quotations.pair import quotations
from claimwire.records import Attribution


@Language.factory(
    "claimwire_attributions",
    default_config={"scope": "guidelines", "method": "model", "weights": None, "threshold": None},
    assigns=["doc._.claimwire_attributions"],
    requires=["token.dep", "token.tag", "token.lemma"],
)
def create(
    nlp: Language,
    name: str,
    scope: Literal["guidelines", "wide"],
    method: Literal["model", "rules"],
    weights: str | None,
    threshold: float | None,
) -> "Attributions":
    """Make the component; see the class."""
    return Attributions(name, scope, method, weights, threshold)


class Attributions:
    """Who says what: source, cue, content.

    scope: "guidelines" (content is a clause or quoted words; nested attributions kept) or "wide" (PolNeAR's
    notion: noun-phrase content, intentions and endorsements too; the outermost attribution only).
    method: "model" (learned scores) or "rules". weights: folder of trained weights, else the shipped ones.
    threshold: the least score of an attribution, else the trained one. Raises ValueError for unknown options.
    """

    def __init__(
        self,
        name: str = "claimwire_attributions",
        scope: Literal["guidelines", "wide"] = "guidelines",
        method: Literal["model", "rules"] = "model",
        weights: str | None = None,
        threshold: float | None = None,
    ) -> None:
        self.name = name
        self.settings = Settings(scope, method, weights, threshold)
        self.decide = decider(self.settings)

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        store.put(doc, "attributions", self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[Attribution]:
        """The attributions of a Doc; [] where it has no parse."""
        parse = parse_of(doc)
        if not any(parse.dep):
            return []
        paragraphs = blocks(doc.text)
        quoted = (
            store.get(doc, "quotations") if store.has(doc, "quotations") else quotations(doc.text, paragraphs)
        )
        view = View(parse, quoted, paragraphs, store.get(doc, "headlines"), self.settings.scope != "wide")
        layers = Layers(quoted, store.get(doc, "times"), store.get(doc, "entities"))
        return with_stance(parse, find_attributions(view, layers, self.decide, self.settings))
