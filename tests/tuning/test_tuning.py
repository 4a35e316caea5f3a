"""A tuned pipeline annotates every token as the plain one does, alone and in any batch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG

from claimwire.pipeline import load_model
from claimwire.tuning import remember_attributes, use_numpy_products
from claimwire.tuning.matrix import MIN_ROWS, NumpyProducts
from claimwire.tuning.ruler import RememberingRuler

ALL = [DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG]
TEXTS = [
    "",
    "  \n ",
    "Go.",
    "It ain't easy, they're gonna say; let's not. There's more: it is said that y'all got ta go.",
    "I told you it did. But that had been the plan, which has costs that do rise.\n\nThat is what it is for.",
    *(p.read_text("utf-8") for p in sorted((Path(__file__).parents[2] / "fixtures").glob("*.txt"))[:5]),
]


@pytest.fixture(scope="module")
def pipelines():
    plain, tuned = load_model(), load_model()
    use_numpy_products(tuned)
    remember_attributes(tuned)
    return plain, tuned


def test_annotations_are_the_same(pipelines):
    plain, tuned = pipelines
    for _ in range(2):  # at first what is asked of the ruler, then what is remembered
        for a, b in zip(plain.pipe(TEXTS), tuned.pipe(TEXTS), strict=True):
            assert np.array_equal(a.to_array(ALL), b.to_array(ALL))


def test_memory_zones_do_not_spoil_what_is_remembered(pipelines):
    _, tuned = pipelines
    seen = []
    for _ in range(3):
        with tuned.memory_zone():
            seen.append([(t.lemma_, t.pos_, str(t.morph)) for d in tuned.pipe(TEXTS) for t in d])
    assert seen[0] == seen[1] == seen[2]


def test_the_memory_is_asked_by_pipe_as_by_call(pipelines, monkeypatch):
    _, tuned = pipelines
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
    rng = np.random.default_rng(columns)
    x = rng.standard_normal((3000, columns), dtype=np.float32)
    w = rng.standard_normal((288, columns), dtype=np.float32)
    ops = NumpyProducts()
    whole = ops.gemm(x, w, trans2=True)
    for rows in [1, 2, 3, 5, 17, MIN_ROWS - 1, MIN_ROWS, MIN_ROWS + 1, 100, 129, 777, 2999]:
        start = int(rng.integers(0, 3000 - rows))
        part = ops.gemm(x[start : start + rows], w, trans2=True)
        assert np.array_equal(part, whole[start : start + rows]), rows


def test_products_are_right_in_every_orientation():
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal((5, 7), dtype=np.float32), rng.standard_normal((7, 3), dtype=np.float32)
    ops, expected = NumpyProducts(), a @ b
    assert np.allclose(ops.gemm(a, b), expected, atol=1e-5)
    assert np.allclose(ops.gemm(a.T.copy(), b, trans1=True), expected, atol=1e-5)
    out = np.empty((5, 3), dtype=np.float32)
    assert ops.gemm(a, b.T.copy(), out=out, trans2=True) is out and np.allclose(out, expected, atol=1e-5)
