"""Signs of doubt, read from records."""

from dataclasses import replace

import pytest

from claimwire.layers.claims.confidence import confidence, resolved_confidence
from claimwire.layers.claims.doubts import Surroundings, doubts, resolved_doubts
from claimwire.records import Attribution, Claim, Cue, Entity, Predicate, Reference, Source, Span, Subject

TEXT = 'Ann Holm and Per Holm met. "He left," she said.'
CLAIM = Claim(
    "c", 1, 28, 35, "He left", "", "", "He left", Subject(28, 30, "He"), Predicate(31, 35, "left", "leave")
)
PEOPLE = (
    Entity(0, 8, "Ann Holm", "PERSON", "Ann Holm", entity="a"),
    Entity(13, 21, "Per Holm", "PERSON", "Per Holm", entity="p"),
)


def test_a_pronoun_without_name_in_a_quotation_without_speaker():
    signs = doubts(CLAIM, Surroundings(TEXT, PEOPLE))
    assert signs["pronoun unresolved"] == signs["quoted without speaker"] == 1
    assert "attributed" not in signs


@pytest.mark.parametrize(
    ("subject", "sign"),
    [
        ("We", "first person unresolved"),
        ("They", "pronoun unresolved"),
        ("This", "deictic"),
        ("Their company", "kind unresolved"),
        ("the company of the year", "kind unresolved"),
        ("the roof", "definite unresolved"),
        ("a White House aide", "subject with capitals"),
    ],
)
def test_what_a_subject_without_name_may_hide(subject, sign):
    signs = doubts(replace(CLAIM, subject=Subject(28, 30, subject)), Surroundings(TEXT, PEOPLE))
    kinds = {"first person unresolved", "pronoun unresolved", "deictic", "kind unresolved",
             "definite unresolved", "subject with capitals"}  # fmt: skip
    assert signs.keys() & kinds == {sign}


@pytest.mark.parametrize(
    ("source", "sign"),
    [
        (Source(38, 41, "she", "she", None, None, None, "pronoun"), "speaker open"),
        (Source(38, 41, "the company", "the company"), "speaker definite"),
        (Source(38, 41, "Holm", "Holm", "PERSON", "x", None, "named"), "speaker in one word"),
        (Source(38, 41, "analysts", "analysts"), None),
    ],
)
def test_what_a_speaker_may_hide(source, sign):
    said = Attribution("x", "mixed", source, Cue(42, 46, "said", "say", "verb"), (Span(28, 35, "He left"),))
    signs = doubts(replace(CLAIM, attribution=said), Surroundings(TEXT, ()))
    kinds = {"speaker open", "speaker definite", "speaker in one word"}
    assert signs.keys() & kinds == ({sign} if sign else set())
    assert signs["mixed quotation"] == 1


def test_forms_that_are_often_no_claims():
    said = replace(CLAIM, text='Left," he says', predicate=Predicate(38, 42, "says", "say"), subject=None)
    signs = doubts(said, Surroundings(TEXT))
    assert {"verb of saying", "quotation before verb", "no subject"} <= signs.keys()
    assert "base form without subject" not in signs
    base = replace(CLAIM, text="leave", predicate=Predicate(28, 33, "leave", "leave"), subject=None)
    assert "base form without subject" in doubts(base, Surroundings(TEXT))


def test_a_speaker_whose_surname_another_bears():
    source = Source(38, 41, "she", "Ann Holm", "PERSON", "a", None, "pronoun")
    said = Attribution("x", "direct", source, Cue(42, 46, "said", "say", "verb"), (Span(28, 35, "He left"),))
    signs = doubts(replace(CLAIM, attribution=said), Surroundings(TEXT, PEOPLE, (), (said,)))
    assert signs["speaker shared"] == 1
    assert "quoted without speaker" not in signs
    assert "nested" not in signs


def test_the_weakest_name_inside_counts():
    weak = Reference(28, 30, "He", "Per Holm", "p", "pronoun", "PERSON", confidence=0.4)
    known = replace(CLAIM, subject=Subject(28, 30, "He", "Per Holm", "PERSON", "p"))
    assert doubts(known, Surroundings(TEXT, PEOPLE, (weak,)))["subject odds"] < 0
    assert "subject odds" not in doubts(known, Surroundings(TEXT, PEOPLE))


def test_what_is_left_in_a_resolved_text():
    left = replace(CLAIM, resolved="we sold our mill to them")
    signs = resolved_doubts(left, Surroundings(TEXT))
    assert {"first person left", "pronoun first", "pronoun left", "edited"} <= signs.keys()
    whole = replace(CLAIM, resolved="Per Holm left the mill")
    assert {"first person left", "pronoun first", "pronoun left"}.isdisjoint(
        resolved_doubts(whole, Surroundings(TEXT))
    )


def test_no_predicate_no_confidence():
    bare = replace(CLAIM, predicate=None)
    assert confidence(bare, Surroundings(TEXT)) is None
    assert resolved_confidence(bare, Surroundings(TEXT)) is None


def test_confidence_is_a_probability_and_falls_with_doubt():
    left = replace(CLAIM, subject=Subject(28, 30, "We"))
    named = replace(CLAIM, subject=Subject(28, 30, "Per Holm", "Per Holm", "PERSON", "p"))
    plain = Surroundings("")
    assert 0 < confidence(left, plain) < confidence(named, plain) < 1
