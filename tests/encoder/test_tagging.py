"""From logits to names: hand-written probabilities, legal sequences only."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from claimwire.encoder.labels import TAG_IDS, TAGS
from claimwire.encoder.tagging import _viterbi, best_tags, log_softmax, tagged


def logits(*tags: str) -> np.ndarray:
    """A row a word that favours one tag by 5."""
    out = np.zeros((len(tags), len(TAGS)), dtype=np.float32)
    for k, tag in enumerate(tags):
        out[k, TAG_IDS[tag]] = 5.0
    return out


def test_names_are_runs_of_tags():
    found = tagged(logits("B-PERSON", "I-PERSON", "O", "B-ORG", "B-ORG", "I-ORG"), offset=10)
    assert [(t.first, t.stop, t.label) for t in found] == [
        (10, 12, "PERSON"), (13, 14, "ORG"), (14, 16, "ORG"),
    ]  # fmt: skip


def test_an_inner_tag_begins_no_name():
    found = tagged(logits("O", "I-GPE", "I-GPE"))
    assert all(t.label == "GPE" for t in found)
    assert [TAGS[t] for t in best_tags(log_softmax(logits("I-GPE")))][0][:2] != "I-"


def test_a_name_keeps_one_label():
    rows = logits("B-ORG", "I-ORG", "I-ORG")
    rows[1, TAG_IDS["I-ORG"]] = 1.0
    rows[1, TAG_IDS["I-GPE"]] = 2.0
    assert [(t.first, t.stop, t.label) for t in tagged(rows)] == [(0, 3, "ORG")]


def test_probability_and_rival_come_from_the_same_words():
    rows = np.full((1, len(TAGS)), -20.0, dtype=np.float32)
    rows[0, TAG_IDS["B-ORG"]], rows[0, TAG_IDS["B-GPE"]] = np.log(0.7), np.log(0.3)
    (found,) = tagged(rows)
    assert round(found.probability, 3) == 0.7
    assert found.rival[0] == "GPE"
    assert round(found.rival[1], 3) == 0.3


@given(
    arrays.arrays(
        np.float32, st.tuples(st.integers(0, 12), st.just(len(TAGS))), elements=st.floats(-9, 9, width=32)
    )
)
def test_only_legal_sequences_come_out(rows):
    tags = [TAGS[t] for t in best_tags(log_softmax(rows) if len(rows) else rows)]
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


@given(
    arrays.arrays(
        np.float32, st.tuples(st.integers(1, 8), st.just(len(TAGS))), elements=st.sampled_from([-8, -4, 0, 4])
    )
)
def test_what_is_legal_at_once_is_what_a_search_finds(rows):
    scores = log_softmax(rows + np.linspace(0, 1, len(TAGS), dtype=np.float32))  # no two tags alike
    assert best_tags(scores) == _viterbi(scores)
