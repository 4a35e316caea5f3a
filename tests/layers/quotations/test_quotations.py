"""Quotation marks paired: every style, nesting, paragraphs, and texts whose marks do not add up."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claimwire.layers import store
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.quotations.component import Quotations
from claimwire.layers.quotations.pair import quotations
from tests.steps import growth


def find(text):
    return quotations(text, blocks(text))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('She said "the mill is shut" on Monday.', ["the mill is shut"]),
        ("She said “the mill is shut” on Monday.", ["the mill is shut"]),
        ("She said ‘the mill is shut’ on Monday.", ["the mill is shut"]),
        ("She said 'the mill is shut' on Monday.", ["the mill is shut"]),
        ("She said ``the mill is shut'' on Monday.", ["the mill is shut"]),
        ("She said ''the mill is shut'' on Monday.", ["the mill is shut"]),
        ("She said «the mill is shut» on Monday.", ["the mill is shut"]),
        ('"It rained," he said, "all week."', ["It rained,", "all week."]),
        ('He called it "odd," "wet" and "dark".', ["odd,", "wet", "dark"]),
        ("It's the owners' view, don't you think?", []),
        ("Back in the '90s and '80s they'd rock 'n' roll.", []),
        ("He's 6' 2\" tall.", []),
        ("‘We saw the boys’ room,’ she said.", ["We saw the boys’ room,"]),
        ("A plain line.", []),
        ("", []),
        (" \n ", []),
    ],
)
def test_marks_of_every_style(text, inside):
    assert [s.text for q in find(text) for s in q.spans] == inside


def test_a_quotation_in_a_quotation_has_its_own_depth():
    outer, inner = find("“They told me ‘never again’ twice,” Ada said.")
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.spans[0].text == "never again"


def test_a_quotation_opened_again_at_each_paragraph_is_one():
    (found,) = find("“We met.\n\n“We talked.\n\n“We parted,” she said.\n\nIt rained.")
    assert [s.text for s in found.spans] == ["We met.", "We talked.", "We parted,"]
    assert found.closed


def test_a_quotation_may_run_over_paragraphs_with_one_mark_at_each_end():
    (found,) = find('He wrote: "We met.\n\nWe talked." It rained.')
    assert [s.text for s in found.spans] == ["We met.", "We talked."]


def test_an_unclosed_quotation_ends_with_its_paragraph():
    (found,) = find('He wrote: "We met and talked.\n\nIt rained.')
    assert (found.text, found.closed) == ('"We met and talked.', False)


def test_an_odd_mark_does_not_swallow_the_next_quotation():
    found = find('The "first one was lost. He said "we won" and left.')
    assert found[-1].spans[0].text == "we won"


def test_the_component_stores_what_was_found():
    doc = Quotations()(spacy.blank("en")('She said "yes" twice.'))
    assert [q.spans[0].text for q in store.get(doc, "quotations")] == ["yes"]


@given(st.text(alphabet="ab .\n\"'“”‘’«»`", max_size=80))
def test_offsets_hold_for_any_text(text):
    for q in find(text):
        assert text[q.start : q.end] == q.text
        assert q.spans
        for s in q.spans:
            assert text[s.start : s.end] == s.text == s.text.strip()
            assert q.start <= s.start < s.end <= q.end


@pytest.mark.parametrize("unit", ['"', "“", "“a ", "'a ", 'a " b ', "“a\n\n", "“a ” “"])
def test_work_is_linear_in_the_number_of_marks(unit):
    assert growth(lambda n: lambda: find(unit * n), 500, 4_000) < 1.5


def test_two_hundred_nested_marks_give_a_result():
    found = find("“" * 200 + "deep" + "”" * 200)
    assert found[0].start == 0 and found[0].end == 404
