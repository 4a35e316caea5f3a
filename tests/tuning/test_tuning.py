"""A tuned pipeline annotates every token as the plain one does, alone and in any batch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from thinc.api import get_current_ops

from claimwire.pipeline import load_model
from claimwire.tuning import remember_attributes
from claimwire.tuning.ruler import RememberingRuler

ALL = [DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG]
TEXTS = [
    "",
    "  \n ",
    "Go.",
    "It ain't easy, they're gonna say; let's not. There's more: it is said that y'all got ta go.",
    "I told you it did. But that had been the plan, which has costs that do rise.\n\nThat is what it is for.",
    *(p.read_text("utf-8") for p in sorted((Path(__file__).parents[2] / "fixtures").glob("*.txt"))[:3]),
]


def annotations(model):
    return [doc.to_array(ALL) for doc in model.pipe(TEXTS)]


@pytest.fixture(scope="module")
def both():
    """A tuned model, and what it says before it is tuned."""
    model = load_model()
    plain = annotations(model)
    remember_attributes(model)
    return plain, model


@pytest.fixture
def tuned(both):
    return both[1]


def test_annotations_are_the_same(both):
    plain, tuned = both
    for _ in range(2):  # at first what is asked of the ruler, then what is remembered
        for a, b in zip(plain, annotations(tuned), strict=True):
            assert np.array_equal(a, b)


def test_memory_zones_do_not_spoil_what_is_remembered(tuned):
    seen = []
    for _ in range(3):
        with tuned.memory_zone():
            seen.append([(t.lemma_, t.pos_, str(t.morph)) for d in tuned.pipe(TEXTS) for t in d])
    assert seen[0] == seen[1] == seen[2]


def test_the_memory_is_asked_by_pipe_as_by_call(tuned, monkeypatch):
    ruler, asked, remembered = tuned.get_pipe("attribute_ruler"), [], []
    monkeypatch.setattr(type(ruler.ruler), "__call__", lambda self, doc: asked.append(doc) or doc)
    monkeypatch.setattr(ruler, "_rows", lambda doc, keys: remembered.append(doc) or [(0, 0, 0)] * len(doc))
    text = "The shop shut. It may open again."
    tuned(text)
    list(tuned.pipe([text, text]))
    assert (len(remembered), len(asked)) == (3, 0)


def test_the_ruler_is_the_remembering_one(nlp):
    assert isinstance(nlp.get_pipe("attribute_ruler"), RememberingRuler)
    assert len(nlp.to_bytes()) > 1000


@pytest.mark.parametrize("columns", [288, 480, 672])
def test_a_row_does_not_depend_on_the_rows_beside_it(columns):
    """What spaCy multiplies with keeps it; on that hangs that no article changes those beside it."""
    rng = np.random.default_rng(columns)
    x = rng.standard_normal((600, columns), dtype=np.float32)
    w = rng.standard_normal((288, columns), dtype=np.float32)
    ops = get_current_ops()
    whole = ops.gemm(x, w, trans2=True)
    for rows in [1, 2, 3, 5, 17, 31, 64, 65, 129, 599]:
        start = int(rng.integers(0, 600 - rows))
        part = ops.gemm(x[start : start + rows], w, trans2=True)
        assert np.array_equal(part, whole[start : start + rows]), rows
