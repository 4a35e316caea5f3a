"""Names from tags: marked texts say what the tagger gives; the layer cleans, repeats, labels and joins."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claimwire.layers.names.aliases import is_short_for
from claimwire.layers.names.find import find_names, given_names
from claimwire.layers.parse import Parse
from tests.encoder.fake import FakeEncoded, marked

BLANK = spacy.blank("en")


def names(text: str) -> list[tuple[str, str, str]]:
    """(text, label, canonical name) of each name that a marked text gives."""
    plain, encoded = marked(text)
    return [(e.text, e.label, e.name) for e in find_names(Parse(BLANK(plain)), encoded)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[the Larch Trust|ORG] paid.", "Larch Trust"),
        ("[The Larch Trust|ORG] paid.", "Larch Trust"),
        ("They read [The Larch|ORG].", "The Larch"),
        ("[Mrs Ann Pell|PERSON] left.", "Ann Pell"),
        ("[Mr. Pell|PERSON] left.", "Pell"),
        ("[Larch's|ORG] staff left.", "Larch"),
        ("[Larch,|ORG] which paid.", "Larch"),
    ],
)
def test_edges_come_off(text, found):
    assert [n for n, _, _ in names(text)] == [found]


@pytest.mark.parametrize("text", ["[larch|ORG] grows.", "[2048|PRODUCT] came.", "[VLM.OQ|ORG] rose."])
def test_what_is_no_name_is_left_out(text):
    assert names(text) == []


def test_a_name_passed_over_with_some_doubt_is_found_again():
    text = "[Larch Foods|ORG] grew. Then [Larch Foods|ORG:0.3] shrank. It sold larch foods."
    assert [n for n, _, _ in names(text)] == ["Larch Foods", "Larch Foods"]


def test_one_name_has_one_label():
    text = "[Larch|ORG] grew. [Larch|ORG] paid. [Larch|GPE:0.4] fell."
    assert {label for _, label, _ in names(text)} == {"ORG"}


def test_a_bracketed_short_name_belongs_to_the_long_one():
    text = "The [Bay Area Kelp Cooperative|ORG] ([Bakco|PRODUCT]) grew. [Bakco|ORG] paid."
    assert names(text) == [
        ("Bay Area Kelp Cooperative", "ORG", "Bay Area Kelp Cooperative"),
        ("Bakco", "ORG", "Bay Area Kelp Cooperative"),
        ("Bakco", "ORG", "Bay Area Kelp Cooperative"),
    ]


@pytest.mark.parametrize(
    ("short", "long", "right"),
    [
        ("hsa", ("harbour", "safety", "agency"), True),
        ("bakco", ("bay", "area", "kelp", "cooperative"), True),
        ("hsa", ("safety", "agency"), False),
        ("xyz", ("harbour", "safety", "agency"), False),
    ],
)
def test_letters_of_short_names(short, long, right):
    assert is_short_for(short, long) is right


def test_names_of_another_component_are_joined_too():
    doc = BLANK("Ann Pell resigned. Pell had led it.")
    found = given_names(Parse(doc), [(0, 2, "PERSON"), (4, 5, "PERSON"), (6, 7, "DATE")])
    assert [(e.text, e.name) for e in found] == [("Ann Pell", "Ann Pell"), ("Pell", "Ann Pell")]


@given(
    st.lists(
        st.sampled_from(["Ann", "Pell", "the", "The", "'s", ",", "(", ")", "Mr", ".", "\n"]), max_size=14
    ),
    st.data(),
)
def test_names_stand_in_order_and_in_their_text(words, data):
    text = " ".join(words)
    spans = data.draw(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=3))
    given_spans = [(a, min(a + n, len(text)), "ORG", 0.9) for a, n in spans if a < len(text)]
    encoded = FakeEncoded(text, given_spans)
    found = find_names(Parse(BLANK(text)), encoded)
    assert all(text[e.start : e.end] == e.text and e.text.strip() for e in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(0 <= e.confidence <= 1 for e in found)
