"""What two statements have in common, and what is made of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.linking.features import NAMES, pair_features
from claimwire.linking.meeting import meeting
from claimwire.linking.profile import profile_of
from claimwire.linking.scorer import Scorer
from claimwire.linking.trees import Trees, trees
from tests.linking.made import amount, digest, statement


def profile(id_, *statements):
    return profile_of(digest(id_, "2031-05-04", statements))


def features_of(one, other):
    """The features of the only likely pair of two documents, by their names."""
    pairs = pair_features(one, other)
    assert len(pairs.rows) == 1
    return dict(zip(NAMES, pairs.features[0].tolist(), strict=True))


SCRAPED = statement("The Skua scraped a sandbank", verb="scrape", names=["Skua"])
COOKED = statement("Cooks peeled potatoes", verb="peel")


def test_the_same_statement_has_everything_in_common():
    found = features_of(profile("x", SCRAPED, COOKED), profile("y", SCRAPED))
    assert (found["alike"], found["inside"], found["both"]) == pytest.approx((1, 1, 1))
    assert (found["names"], found["verb"], found["names_differ"]) == (1, 1, 0)
    assert found["runs"] == 2, "of five words in a row there are two runs of four"


def test_what_has_nothing_rare_in_common_is_no_pair():
    assert len(pair_features(profile("x", SCRAPED), profile("y", COOKED)).rows) == 0


def test_another_number_of_the_same_thing():
    ten, twelve = (amount(str(n), float(n), "sailors") for n in (10, 12))
    one = statement("10 sailors boarded the Skua", amounts=[ten])
    other = statement("12 sailors boarded the Skua", amounts=[twelve])
    found = features_of(profile("x", one), profile("y", other))
    assert (found["numbers"], found["numbers_differ"], found["counted"], found["other_number"]) == (
        0,
        1,
        1,
        1,
    )


@given(
    st.lists(st.sets(st.sampled_from("abcde")), max_size=4),
    st.lists(st.sets(st.sampled_from("abcde")), max_size=4),
)
def test_common_names_are_counted_for_each_pair(one, other):
    made = [
        profile(i, *(statement("", names=sorted(n)) for n in rows)) for i, rows in (("x", one), ("y", other))
    ]
    counts = meeting(*made).counts("names")
    assert counts.tolist() == [[len(a & b) for b in other] for a in one]


TREE = [["alike", "names", "numbers", *["alike"] * 4], [0.5, 1.5, 0.5, *[9.0] * 4], [1, 0, 2, 0, 4, 0, 8, 0]]


@pytest.mark.parametrize(
    ("alike", "names", "numbers", "leaf"),
    [(0.5, 1, 1, 1), (0.5, 2, 0, 2), (0.6, 2, 0, 4), (0.6, 0, 1, 8)],
)
def test_a_tree_goes_right_above_its_bound(alike, names, numbers, leaf):
    grown = trees({"bias": 0.25, "trees": [TREE, TREE]}, ("alike", "names", "numbers"))
    assert grown(np.array([[alike, names, numbers]], np.float32)).tolist() == [2 * leaf + 0.25]


def test_a_score_is_the_mean_of_both():
    none = Trees(0.0, np.zeros((0, 7), np.int64), np.zeros((0, 7)), np.zeros((0, 8)))
    weights = np.zeros(len(NAMES))
    weights[NAMES.index("names")] = 1.0
    rows = np.zeros((2, len(NAMES)), np.float32)
    rows[:, NAMES.index("names")] = [100, -100]
    found = Scorer("made", 0.0, weights, none, 0.3, 0.1).likelihoods(rows)
    assert found.tolist() == pytest.approx([0.75, 0.0]), "what the regression rules out is not asked further"
