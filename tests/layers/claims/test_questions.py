"""Questions put nothing forward; what only ends with a question mark does."""

import pytest

import claimwire


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Will fares rise next year?", []),
        ("Why did the council close the bridge?", []),
        ("Who paid for the new stadium?", []),
        ("Is that final?", []),
        ("Mayor Lund, when did you know?", []),
        ("Is it true that the bridge will reopen?", []),
        ("Can the firm, which lost $3m last year, survive?", ["which lost $3m last year"]),
        ("The council closed the bridge?", ["The council closed the bridge"]),
        ("The bridge is shut. When will it open?", ["The bridge is shut"]),
        ("Nothing is final.", ["Nothing is final"]),
        ("Only then did the firm pay its staff.", ["Only then did the firm pay its staff"]),
    ],
)
def test_questions(nlp, text, claims):
    assert [c.text for c in claimwire.extract(text, nlp=nlp).claims] == claims


def test_a_question_that_is_quoted_is_asked_by_its_speaker_and_is_no_claim(nlp):
    text = 'The plant shut on Monday. "Why should we trust them now?" said Ruth Ancell.'
    found = claimwire.extract(text, nlp=nlp)
    assert [c.text for c in found.claims] == ["The plant shut on Monday"]
    assert [(a.source.name, a.stance) for a in found.attributions] == [("Ruth Ancell", "asks")]
