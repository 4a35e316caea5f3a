"""The spaCy component of this layer: it decides nothing, it stores what the pure functions found."""

from pathlib import Path
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimwire.layers import store
from claimwire.layers.encoded import encoded_of
from claimwire.layers.failsafe import failsafe
from claimwire.layers.names.find import find_names, given_names
from claimwire.layers.parse import parse_of
from claimwire.records import Entity


@Language.factory(
    "claimwire_names",
    default_config={"encoder": None, "names_getter": "encoder", "write_ents": True},
    assigns=["doc._.claimwire_entities", "doc.ents"],
)
@failsafe("claimwire_entities")
def create(
    nlp: Language,
    name: str,
    encoder: str | None,
    names_getter: Literal["encoder", "ents"],
    write_ents: bool,
) -> "Names":
    """Make the component; see the class."""
    return Names(name, encoder, names_getter, write_ents)


class Names:
    """Named mentions, joined to entities.

    encoder: folder of weights, else the shipped ones. names_getter: "encoder", or "ents" to take the names
    that another component of the pipeline wrote to doc.ents. write_ents: whether doc.ents is set to the
    names, for other components. Raises ValueError for an unknown names_getter.
    """

    def __init__(
        self,
        name: str = "claimwire_names",
        encoder: str | None = None,
        names_getter: Literal["encoder", "ents"] = "encoder",
        write_ents: bool = True,
    ) -> None:
        if names_getter not in ("encoder", "ents"):
            raise ValueError(f"names_getter is 'encoder' or 'ents', not {names_getter!r}")
        self.name = name
        self.folder = Path(encoder) if encoder else None
        self.names_getter = names_getter
        self.write_ents = write_ents

    def __call__(self, doc: Doc) -> Doc:
        """Store the layer's records on the Doc and return it."""
        found = self.find(doc)
        store.put(doc, "entities", found)
        if self.write_ents and self.names_getter == "encoder":
            doc.ents = _spans(doc, found)
        return doc

    def find(self, doc: Doc) -> list[Entity]:
        """The named mentions of a Doc, in order of the text."""
        headlines = [(h.start, h.end) for h in store.get(doc, "headlines")]
        if self.names_getter == "ents":
            return given_names(parse_of(doc), [(e.start, e.end, e.label_) for e in doc.ents], headlines)
        return find_names(parse_of(doc), encoded_of(doc, self.folder), headlines)


def _spans(doc: Doc, names: list[Entity]) -> list[Span]:
    """The names as spans of whole tokens; one that shares a token with the one before it is left out."""
    out: list[Span] = []
    for e in names:
        span = doc.char_span(e.start, e.end, label=e.label, alignment_mode="expand")
        if span is not None and (not out or out[-1].end <= span.start):
            out.append(span)
    return out
