"""The spaCy component of this layer: it stores headlines and tells the parser where sentences must begin."""

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.failsafe import failsafe
from claimwire.layers.layout.blocks import blocks, headlines, lines
from claimwire.layers.layout.datelines import datelines
from claimwire.records import Span


@Language.factory("claimwire_layout", assigns=["doc._.claimwire_headlines", "token.is_sent_start"])
@failsafe("claimwire_headlines")
def create(nlp: Language, name: str) -> "Layout":
    """Make the component; it must run before the parser."""
    return Layout(name)


class Layout:
    """Headlines stored on the Doc; a sentence starts where a paragraph does, and behind a dateline."""

    def __init__(self, name: str = "claimwire_layout") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Store the headlines and preset sentence starts."""
        text = doc.text
        store.put(doc, "headlines", [Span(s, e, text[s:e]) for s, e in headlines(text)])
        if not doc.has_annotation("DEP"):
            behind = {e for _, e in datelines(text)}
            starts = {s for s, _ in (*lines(text), *blocks(text))} | behind
            _start_sentences(doc, sorted(starts), behind)
        return doc


def _start_sentences(doc: Doc, offsets: list[int], behind: set[int]) -> None:
    """Begin sentences at these offsets. behind: those behind a dateline, where a parser may cut a name.

    "OSLO, May 3 - Holm Ferries will close": the sentence does not end between two words in capitals.
    """
    begins = [t.idx for t in doc]
    for offset in offsets:
        i = bisect_left(begins, offset)
        if 0 < i < len(doc) and begins[i] == offset:
            doc[i].is_sent_start = True
            if offset in behind and i + 1 < len(doc) and doc[i].is_title and doc[i + 1].is_title:
                doc[i + 1].is_sent_start = False
