"""Transcripts: whose turn a line is, by its label; lists are none."""

import pytest

from claimwire.layers.attributions.turns import turns_of
from tests.layers.attributions.quoted import view_of, words_of


def turns(text):
    view = view_of(text)
    return [(source, content) for source, _, content in (words_of(view, t) for t in turns_of(view))]


def test_labels_that_alternate_are_turns():
    text = "WEIR: Good evening.\n\nOTT: The dam will hold. We looked.\n\nWEIR: Thank you.\n"
    assert turns(text) == [
        ("WEIR", ["Good evening"]),
        ("OTT", ["The dam will hold. We looked"]),
        ("WEIR", ["Thank you"]),
    ]


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("DR. IDA OTT, GEOLOGIST:", "DR. IDA OTT"),
        ("IDA OTT, HEAD OF THE DAM AUTHORITY, BERGEN:", "IDA OTT"),
        ("OTT (on the phone):", "OTT"),
        ("REP. IDA OTT (D-OR):", "REP. IDA OTT"),
        ("The Acting Chair (Ida Ott):", "Ida Ott"),
        ("The Acting Chair (Ms Ott):", "Ms Ott"),
        ("The Clerk:", "The Clerk"),
    ],
)
def test_a_label_may_describe_its_speaker(label, speaker):
    text = f"WEIR: Good evening.\n\n{label} The dam will hold.\n\nWEIR: Thank you.\n"
    assert turns(text)[1] == (speaker, ["The dam will hold"])


def test_a_first_label_may_hold_the_whole_name():
    text = "Tom Weir: Will it hold?\n\nIda Ott: It will.\n\nWeir: For how long?\n"
    assert [speaker for speaker, _ in turns(text)] == ["Tom Weir", "Ida Ott", "Weir"]


def test_questions_and_answers_have_no_speaker():
    assert turns("Q: Will it hold?\n\nA: It will.\n\nQ: For how long?\n") == [
        (None, ["Will it hold"]),
        (None, ["It will"]),
        (None, ["For how long"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bonds: up 2%.\n\nDollar: down.\n\nGold: flat.\n",
        "WEIR: Good evening.\n\nOTT: The dam will hold.\n",
        "The mayor, Ida Ott, said: No.\n\nThe clerk said: Yes.\n\nThe mayor, Ida Ott, said: No.\n",
    ],
)
def test_lists_and_tags_are_no_transcript(text):
    assert turns(text) == []
