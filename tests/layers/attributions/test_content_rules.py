"""Where contents end, frames that name their speaker, split quotations, and what reports nothing."""

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import claimwire
from claimwire.layers import store
from tests.steps import growth


@pytest.fixture(scope="module")
def news():
    return claimwire.load("news")


def rows(nlp, text):
    return [
        (a.source.text if a.source else None, a.cue.text, [c.text for c in a.content])
        for a in store.get(nlp(text), "attributions")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the speaker's next verb ends the content
        (
            "The mayor said the bridge was safe and invited residents to walk over it.",
            ("The mayor", "said", ["the bridge was safe"]),
        ),
        (
            "Analysts at the bank said the shares look cheap and kept their rating.",
            ("Analysts at the bank", "said", ["the shares look cheap"]),
        ),
        (
            "The rebels said 40 people had died, a figure that could not be independently verified.",
            ("The rebels", "said", ["40 people had died"]),
        ),
        (
            "A friend said she planned to leave, while two others insisted that no move was planned.",
            ("A friend", "said", ["she planned to leave"]),
        ),
        (
            "The group said it would appeal, calling the ruling “a disgrace”.",
            ("The group", "said", ["it would appeal"]),
        ),
        (
            "The firm said it was sorry and promised that it would pay.",
            ("The firm", "said", ["it was sorry"]),
        ),
        # another verb of the reported subject does not
        (
            "The police said the man left the house and drove to the port.",
            ("The police", "said", ["the man left the house and drove to the port"]),
        ),
        (
            "The company said sales rose 5% in May and fell 2% in June.",
            ("The company", "said", ["sales rose 5% in May and fell 2% in June"]),
        ),
        # a present verb under a past cue goes on with the content
        (
            "“The ferry is old,” she said, and hopes to buy a new one next year.",
            ("she", "said", ["The ferry is old", "hopes to buy a new one next year"]),
        ),
    ],
)
def test_ends_of_contents(news, text, expected):
    assert expected in rows(news, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "State radio quoted the mayor as saying that the bridge was closed.",
            ("the mayor", "saying", ["the bridge was closed"]),
        ),
        (
            "Reuters, citing a police official, said the bridge was closed.",
            ("a police official", "citing", ["the bridge was closed"]),
        ),
        (
            "The minister said in a speech that voters had spoken.",
            ("The minister", "said", ["voters had spoken"]),
        ),
        (
            "“He likes boats and believes that demand will grow,” Keane said.",
            ("He", "believes", ["demand will grow"]),
        ),
        ("Keane called the ruling “deeply flawed”.", ("Keane", "called", ["deeply flawed"])),
        (
            "The plan, which Olsen described as “a gift to the rich”, was dropped.",
            ("Olsen", "described", ["a gift to the rich"]),
        ),
        (
            "Moe drove at 90mph through the town, Leeds Crown Court heard on Monday.",
            ("Leeds Crown Court", "heard", ["Moe drove at 90mph through the town"]),
        ),
        (
            "It is also believed that the fire began in the kitchen.",
            (None, "believed", ["the fire began in the kitchen"]),
        ),
    ],
)
def test_frames(news, text, expected):
    assert expected in rows(news, text)


def test_who_is_quoted_by_a_medium_is_the_only_speaker(news):
    found = rows(news, "The Daily Post quoted Olsen as saying: “The bridge is closed.”")
    assert found == [("Olsen", "saying", ["The bridge is closed"])]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“Passengers forgive a lot,” said Olsen, “but not this.”",
            ["Passengers forgive a lot", "but not this"],
        ),
        ("“When I saw the fire,” Keane said, “I ran.”", ["When I saw the fire", "I ran"]),
    ],
)
def test_split_quotations_are_one(news, text, content):
    assert content in [c for _, _, c in rows(news, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman declined to say how many people were hurt.",
        "She would not say whether the bridge was safe.",
        "It appears that the bridge was safe.",
        "Residents were asked to suggest what the bridge should look like.",
        "Residents saw the bridge fall into the river.",
    ],
)
def test_what_reports_nothing(news, text):
    assert rows(news, text) == []


def test_a_claim_that_is_rejected_is_its_maker_s(news):
    found = rows(news, "The council rejected the firm's claim that the bridge was safe.")
    assert [cue for _, cue, _ in found] == ["claim"]


def test_a_speaker_s_second_verb_of_reporting_is_an_attribution(news):
    found = rows(news, "The agency said that the river had risen and warned that more rain was coming.")
    assert ("The agency", "said", ["the river had risen"]) in found
    assert ("The agency", "warned", ["more rain was coming"]) in found


def test_what_is_asked_is_not_put_forward(news):
    found = rows(news, "“Do you think the ferry will run again?” Olsen asked.")
    assert [source for source, _, _ in found] == ["Olsen"]


def test_the_whole_subject_is_the_source(news):
    found = rows(news, "An internal memo at the firm showed the ferry was old.")
    assert [source for source, _, _ in found] == ["An internal memo at the firm"]


def test_the_relative_pronoun_is_no_part_of_the_source(news):
    found = rows(news, "It was sent by Ada Lind, an expert at the institute, who said: “The ferry is old.”")
    assert found and not any(source.endswith("who") for source, _, _ in found)


INTERVIEW = (
    "Interview: the hearing\n\nKEANE: Why was the bridge closed?\n\nOLSEN: It was old. We had no choice.\n\n"
    "KEANE: When will it open?\n\nOLSEN: It will open in May.\n\nThe hearing ended at noon.\n"
)


def test_turns_of_a_transcript(news):
    found = [(s, c) for s, cue, c in rows(news, INTERVIEW) if cue == ":"]
    assert found == [
        ("KEANE", ["Why was the bridge closed"]),
        ("OLSEN", ["It was old", "We had no choice"]),
        ("KEANE", ["When will it open"]),
        ("OLSEN", ["It will open in May"]),
    ]


def test_questions_and_answers_name_nobody(news):
    text = "Q: Why was it closed?\nA: It was old.\nQ: When will it open?\nA: It will open in May.\n"
    assert [s for s, cue, _ in rows(news, text) if cue == ":"] == [None] * 4


def test_a_list_is_no_transcript(news):
    text = "Prices\n\nBonds: They rose by 2%.\n\nShares: They fell by 1%.\n\nOil: It rose by 3%.\n"
    assert rows(news, text) == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["“", "”", '"', "said", "Ada", "quoted", "as", "saying", ",", "and", "."])))
def test_odd_sequences_give_slices_of_the_text(words):
    text = " ".join(words)
    for a in store.get(_rules()(text), "attributions"):
        spans = [a.cue, *a.content, *([a.source] if a.source else [])]
        assert all(text[s.start : s.end] == s.text for s in spans)


@cache
def _rules():
    return claimwire.load("rules")


def test_work_grows_with_the_length_of_the_text(news):
    unit = "Ada said it would close, while “it is old,” said Bo Ek, “but we like it,” and called it “bad”. "
    layer = news.get_pipe("claimwire_attributions")

    def find(times: int):
        doc = news(unit * times)
        return lambda: layer(doc)

    assert growth(find, 8, 64) < 1.5


def test_a_doc_without_a_parse_gets_an_empty_layer():
    nlp = spacy.blank("en")
    nlp.add_pipe("claimwire_attributions")
    assert store.get(nlp("State radio quoted Ada as saying it rained."), "attributions") == []
