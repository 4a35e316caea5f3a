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


def test_a_question_that_is_quoted_is_kept_with_its_speaker(nlp):
    text = 'The plant shut on Monday. "Why should we trust them now?" said Ruth Ancell.'
    claims = claimwire.extract(text, nlp=nlp).claims
    assert [(c.text, c.predicate and c.predicate.text) for c in claims] == [
        ("The plant shut on Monday", "shut"),
        ("Why should we trust them now", None),
    ]
    assert claims[1].attribution.source.name == "Ruth Ancell"
