"""Stray words are no content beside a clause."""

import pytest
from spacy.tokens import Doc

from claimwire.layers.attributions.quoted_parse import QuotedParse
from claimwire.layers.attributions.scraps import without_scraps
from claimwire.layers.parse import Parse
from claimwire.layers.quotations.pair import quotations
from tests.layers.attributions.quoted import NLP, choice, words_of

TEXT = (
    'The pier is old. Food costs, Ida Ott noted, were rising there "step by step" and rents fell. '
    "Tom Weir came to Bergen to rest."
)
VERBS = {"is": "VBZ", "were": "VBD", "noted": "VBD", "fell": "VBD", "came": "VBD", "rest": "VB"}


def view():
    words = [(t.text, bool(t.whitespace_)) for t in NLP(TEXT)]
    tags = [VERBS.get(w, "NN") for w, _ in words]
    starts = [i == 0 or words[i - 1][0] == "." for i in range(len(words))]
    doc = Doc(NLP.vocab, *map(list, zip(*words, strict=True)), tags=tags, sent_starts=starts)
    return QuotedParse(Parse(doc), quotations(TEXT, [(0, len(TEXT))]))


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        # a noun in another sentence, and one in the same that is no part of the clause
        (["The pier", "were rising"], ["were rising"]),
        (["were rising", "rents"], ["were rising"]),
        (["were rising", "Bergen"], ["were rising"]),
        # what the report parts from its clause, a quotation, a second clause
        (["Food costs", "were rising"], ["Food costs", "were rising"]),
        (["were rising", "step by step"], ["were rising", "step by step"]),
        (["were rising", "Tom Weir came"], ["were rising", "Tom Weir came"]),
        (["were rising", "to rest"], ["were rising", "to rest"]),
        # a piece of a quotation is no quotation
        (["were rising", "step"], ["were rising"]),
        # without a clause nothing is known to be stray
        (["The pier", "Bergen"], ["The pier", "Bergen"]),
    ],
)
def test_scraps(found, kept):
    seen = view()
    given = without_scraps(seen, choice(seen, "Ida Ott", "noted", *found))
    assert words_of(seen, given)[2] == kept
