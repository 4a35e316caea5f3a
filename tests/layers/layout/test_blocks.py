"""Paragraphs, list items and headlines, from line breaks alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimwire
from claimwire.layers.layout.blocks import blocks, headlines

LIST = """Council backs bridge

The plan at a glance:
• The bridge will cost $4m
- Work starts in May
2. Two lanes will close

The vote was close.
© 2024 The Quayside Post. All rights reserved."""


def words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[s:e] for s, e in spans]


def test_items_begin_behind_their_marks():
    assert words(LIST, blocks(LIST))[2:5] == [
        "The bridge will cost $4m",
        "Work starts in May",
        "Two lanes will close",
    ]


def test_items_are_no_headlines_and_rights_claim_nothing():
    assert words(LIST, headlines(LIST)) == [
        "Council backs bridge",
        "© 2024 The Quayside Post. All rights reserved.",
    ]


@pytest.mark.parametrize(
    "line", ["-5 degrees in the north", "1.5 million sign", "2024 in pictures", "*", "•", "-", "1."]
)
def test_what_only_looks_like_a_mark_stays(line):
    text = f"{line}\n\nThe vote was close."
    assert words(text, blocks(text))[0] == line


def test_lines_of_a_list_are_not_wrapped_text():
    said = "Ida Holm also said:"
    text = f"{said}\n- The quay must stay\n- Fares will not rise\n- Boats carry 90 men\n\nIt rained."
    wanted = [said, "The quay must stay", "Fares will not rise", "Boats carry 90 men"]
    assert words(text, blocks(text)) == [*wanted, "It rained."]


def test_items_make_claims(nlp):
    claims = [c.text for c in claimwire.extract(LIST, date="2024-04-03", nlp=nlp).claims]
    assert claims == [
        "The bridge will cost $4m",
        "Work starts in May",
        "Two lanes will close",
        "The vote was close",
    ]


@given(st.text(alphabet="Aa1.-•*() \n\t", max_size=60))
def test_blocks_are_in_order_and_hold_all_but_space_and_marks(text):
    spans = blocks(text)
    assert all(0 <= s < e <= len(text) and text[s:e] == text[s:e].strip() for s, e in spans)
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
