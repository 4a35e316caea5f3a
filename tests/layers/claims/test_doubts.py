"""Signs of doubt, read from records."""

from dataclasses import replace

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
    assert "subject named" not in signs


def test_a_speaker_whose_surname_another_bears():
    source = Source(38, 41, "she", "Ann Holm", "PERSON", "a", None, "pronoun")
    said = Attribution("x", "direct", source, Cue(42, 46, "said", "say", "verb"), (Span(28, 35, "He left"),))
    signs = doubts(replace(CLAIM, attribution=said), Surroundings(TEXT, PEOPLE, (), (said,)))
    assert signs["speaker shared"] == signs["speaker pronoun"] == signs["speaker rivals"] == 1
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
    named = replace(CLAIM, subject=Subject(28, 30, "Per Holm", "Per Holm", "PERSON", "p"))
    plain = Surroundings("")
    assert 0 < confidence(CLAIM, plain) < confidence(named, plain) < 1
