"""Explanations read the evidence of a claim record, with no pipeline."""

from claimwire.records import Argument, Attribution, Claim, Cue, Evidence, Predicate, Source, Span, Subject
from claimwire.view.explain import explain

TEXT = "The mill will not reopen"


def claim(**changes) -> Claim:
    fields = {
        "id": "0" * 16, "sentence": 0, "start": 9, "end": 33, "text": TEXT, "prefix": "", "suffix": "",
        "resolved": TEXT, "subject": Subject(9, 17, "The mill"),
        "predicate": Predicate(18, 33, "will not reopen", "reopen"),
        "modality": "predicted", "polarity": "negated",
        "evidence": (
            Evidence("clause", "complement", 27, 33), Evidence("subject", "own", 9, 17),
            Evidence("modality", "aux:will", 18, 22), Evidence("polarity", "word:not", 23, 26),
        ),
    }  # fmt: skip
    return Claim(**{**fields, **changes})


def test_names_the_cue_and_its_place_for_each_decided_field():
    lines = explain(claim()).splitlines()
    assert 'modality     predicted: because of the auxiliary "will" [18-22]' in lines
    assert 'polarity     negated: because of the word "not" [23-26]' in lines
    assert 'subject      "The mill": the verb\'s own subject' in lines


def test_says_who_said_it():
    said = Attribution(
        "a1",
        "indirect",
        Source(0, 3, "She", "Ada Low"),
        Cue(4, 8, "said", "say", "verb"),
        (Span(9, 33, TEXT),),
    )
    assert 'attribution  indirect: "She" (Ada Low), cue "said" [4-8]' in explain(claim(attribution=said))


def test_defaults_are_named_as_such():
    plain = claim(evidence=(Evidence("modality", "default"),), modality="asserted", polarity="affirmed")
    assert "modality     asserted: nothing says otherwise" in explain(plain)


def test_claim_without_predicate_and_subject():
    text = explain(claim(predicate=None, subject=None, evidence=()))
    assert "predicate    none" in text
    assert "subject      none found" in text


def test_says_how_sure_a_decision_was_and_what_came_second():
    evidence = (
        Evidence("polarity", "word:not", 23, 26, probability=0.914, rival="affirmed"),
        Evidence("subject", "own", 9, 17, rival="Ada Low"),
    )
    lines = explain(claim(evidence=evidence)).splitlines()
    assert 'polarity     negated: because of the word "not" [23-26] (0.91; else affirmed)' in lines
    assert 'subject      "The mill": the verb\'s own subject (else Ada Low)' in lines


def test_says_what_the_source_does_with_the_claim_and_who_vouches_for_it():
    asked = Attribution(
        "a1", "indirect", None, Cue(0, 5, "asked", "ask", "verb"), (Span(9, 33, TEXT),), stance="asks"
    )
    evidence = (Evidence("evidential", "adverb:reportedly", 12, 22),)
    text = explain(claim(attribution=asked, evidence=evidence, evidential="reported"))
    assert "stance       asks: the source asks, does not say so" in text
    assert 'evidential   reported: because of the adverb "reportedly" [12-22]' in text
    assert "stance" not in explain(claim()) and "evidential" not in explain(claim())


def test_arguments_and_confidence():
    text = explain(claim(arguments=(Argument(34, 38, "June", "oblique", "before"),), confidence=0.8))
    assert 'argument     oblique: before | "June"' in text
    assert "0.80: about 80 in 100" in text
