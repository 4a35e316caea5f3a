"""Whole sentences to claims, over the default pipeline."""

import pytest

from claimwire.articles import Article
from claimwire.pipeline import process

SENTENCES = [
    # text, then for each claim: clause, subject, predicate, modality, polarity
    (
        "Acme Corp is planning a new plant in Ohio, which may open next spring.",
        [
            ("Acme Corp is planning a new plant in Ohio", "Acme Corp", "is planning", "planned", "affirmed"),
            ("which may open next spring", "a new plant in Ohio", "may open", "possible", "affirmed"),
        ],
    ),
    (
        "The board will close two factories and sell the brand.",
        [
            ("The board will close two factories", "The board", "will close", "predicted", "affirmed"),
            ("sell the brand", "The board", "sell", "predicted", "affirmed"),
        ],
    ),
    (
        "If the strike continues, the port will lose customers.",
        [
            (
                "If the strike continues, the port will lose customers",
                "the port", "will lose", "conditional", "affirmed",
            )
        ],
    ),
    (
        "The minister did not resign because he had broken no law.",
        [
            ("The minister did not resign", "The minister", "did not resign", "asserted", "negated"),
            ("because he had broken no law", "he", "had broken", "asserted", "negated"),
        ],
    ),
    (
        "The airline failed to pay its staff.",
        [("The airline failed to pay its staff", "The airline", "failed to pay", "asserted", "affirmed")],
    ),
    (
        "It is likely that the bridge needs repairs.",
        [("the bridge needs repairs", "the bridge", "needs", "possible", "affirmed")],
    ),
    (
        "Prices were expected to fall before the harvest began.",
        [
            (
                "Prices were expected to fall before the harvest began",
                "Prices", "were expected to fall", "predicted", "affirmed",
            )
        ],
    ),
    (
        "It's what farmers have asked for since the drought.",
        [("It's what farmers have asked for since the drought", "It", "'s", "asserted", "affirmed")],
    ),
    (
        "The union disputes that figure, and it plans to appeal.",
        [
            ("The union disputes that figure", "The union", "disputes", "asserted", "affirmed"),
            ("it plans to appeal", "it", "plans to appeal", "planned", "affirmed"),
        ],
    ),
    (
        "Were the bill to fail, the governor could call a vote.",
        [
            (
                "Were the bill to fail, the governor could call a vote",
                "the governor", "could call", "conditional", "affirmed",
            )
        ],
    ),
    (
        "The judge ordered that the man be released.",
        [("the man be released", "the man", "be released", "necessary", "affirmed")],
    ),
    (
        "Ms. Lopez does not think that the shop will reopen.",
        [("the shop will reopen", "the shop", "will reopen", "predicted", "negated")],
    ),
    (
        "The firm did not deny that it had paid bribes.",
        [("it had paid bribes", "it", "had paid", "asserted", "affirmed")],
    ),
    (
        "The bill would raise the pension age and cut benefits for high earners.",
        [
            ("The bill would raise the pension age", "The bill", "would raise", "predicted", "affirmed"),
            ("cut benefits for high earners", "The bill", "cut", "predicted", "affirmed"),
        ],
    ),
    (
        "The prize went to Sara Holm of the Norlund Institute, who advised the cabinet.",
        [
            (
                "The prize went to Sara Holm of the Norlund Institute",
                "The prize", "went", "asserted", "affirmed",
            ),
            (
                "who advised the cabinet",
                "Sara Holm of the Norlund Institute", "advised", "asserted", "affirmed",
            ),
        ],
    ),
    (
        "There is no sign that the crash was deliberate.",
        [
            ("There is no sign", "no sign that the crash was deliberate", "is", "asserted", "negated"),
            ("the crash was deliberate", "the crash", "was", "possible", "affirmed"),
        ],
    ),
    (
        "The plan, if approved, would raise fares.",
        [("The plan, if approved, would raise fares", "The plan", "would raise", "conditional", "affirmed")],
    ),
    (
        "By the time help arrived, the fire had spread.",
        [
            (
                "By the time help arrived, the fire had spread",
                "the fire", "had spread", "asserted", "affirmed",
            )
        ],
    ),
    (
        "Neither the club nor the player would comment.",
        [
            (
                "Neither the club nor the player would comment",
                "Neither the club nor the player", "would comment", "predicted", "negated",
            )
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s[0][:30] for s in SENTENCES])
def test_sentence_to_claims(nlp, text, expected):
    document = process(nlp, Article(text, "t"))
    found = [(c.text, c.subject.text, c.predicate.text, c.modality, c.polarity) for c in document.claims]
    assert found == expected


def test_claims_of_what_is_said_carry_the_attribution_and_the_reporting_clause_is_none(nlp):
    document = process(nlp, Article("The mayor said the tunnel was safe.", "t"))
    [claim] = document.claims
    assert claim.text == "the tunnel was safe"
    assert claim.attribution == document.attributions[0]


def test_content_without_a_clause_gives_a_claim_without_predicate(nlp):
    document = process(nlp, Article('The senator called the plan "an expensive mistake".', "t"))
    said = [c for c in document.claims if c.attribution is not None]
    assert all(c.predicate is None and c.text == "an expensive mistake" for c in said)


def test_headline_bears_no_claim(nlp):
    document = process(nlp, Article("Acme closes plant in Ohio\n\nThe plant employed 300 people.", "t"))
    assert [c.text for c in document.claims] == ["The plant employed 300 people"]


def test_same_text_gives_same_ids(nlp):
    article = Article("Acme bought Bolt and sold Nut.", "t")
    ids = [c.id for c in process(nlp, article).claims]
    assert ids == [c.id for c in process(nlp, article).claims]
    assert len(set(ids)) == len(ids) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", '"', "Ha!", "' ' \" ( ] }"])
def test_odd_texts_give_no_claim(nlp, text):
    assert process(nlp, Article(text, "t")).claims == ()


MORE = [
    # text, then for each claim: clause, modality
    (
        "Should prices rise again, the bank will act.",
        [("Should prices rise again, the bank will act", "conditional")],
    ),
    (
        "The plant will stay open provided that the union agrees.",
        [("The plant will stay open provided that the union agrees", "conditional")],
    ),
    ("The mill is due to close in May.", [("The mill is due to close in May", "planned")]),
    ("The goal was to cut waste.", [("The goal was to cut waste", "asserted")]),
    ("The bank expects prices to rise this year.", [("prices to rise this year", "predicted")]),
    ("The firm would probably sell the mill.", [("The firm would probably sell the mill", "predicted")]),
    ("Even if it rains, the match goes ahead.", [("Even if it rains, the match goes ahead", "asserted")]),
    (
        "The new rules ensure that the road is safe.",
        [("The new rules ensure", "asserted"), ("the road is safe", "asserted")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE, ids=[m[0] for m in MORE])
def test_modality_and_extent(nlp, text, expected):
    document = process(nlp, Article(text, "t"))
    assert [(c.text, c.modality) for c in document.claims if c.predicate] == expected


def test_arguments_have_role_and_marker(nlp):
    [claim] = process(nlp, Article("The council sold the land to a builder for $2 million.", "t")).claims
    found = [(a.role, a.marker, a.text) for a in claim.arguments]
    assert ("object", None, "the land") in found
    assert ("oblique", "for", "$2 million") in found


def test_antecedent_is_the_object_of_a_relative_clause(nlp):
    claims = process(nlp, Article("The bridge which the storm destroyed was new.", "t")).claims
    [relative] = [c for c in claims if c.predicate.text == "destroyed"]
    assert ("object", "The bridge") in [(a.role, a.text) for a in relative.arguments]


def test_evidence_points_at_the_words_that_decided(nlp):
    text = "The port may not reopen."
    [claim] = process(nlp, Article(text, "t")).claims
    cues = {e.field: text[e.start : e.end] for e in claim.evidence if e.start is not None}
    assert cues["modality"] == "may"
    assert cues["polarity"] == "not"


def test_docs_without_a_parse_give_no_claim():
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("claimwire_claims")
    assert nlp("The port may not reopen.")._.claimwire_claims == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm neither confirmed nor denied the report.", ["negated", "negated"]),
        ("She has yet to decide.", ["negated"]),
        ("The bridge can no longer carry lorries.", ["negated"]),
        ("The fund did not only lose money.", ["affirmed"]),
        ("No deal was signed.", ["negated"]),
        ("Not everyone was pleased.", ["negated"]),
        ("The minister denied that he had taken the money.", ["negated"]),
        ("The reactor was shut down and will never reopen.", ["affirmed", "negated"]),
    ],
)
def test_polarity(nlp, text, expected):
    claims = process(nlp, Article(text, "t")).claims
    assert [c.polarity for c in claims] == expected


NO_CLAIM_OF_THEIR_OWN = [
    # text, the claims: embedded questions belong to the clause above, frames report or say nothing
    ("It is unclear whether the mill will close.", ["It is unclear whether the mill will close"]),
    ("It is pure luck that nobody was hurt.", ["It is pure luck", "nobody was hurt"]),
    ("It is a fact that the mill closed.", ["the mill closed"]),
    ("The agency quoted the mayor as saying that the mill was safe.", ["the mill was safe"]),
    (
        "OSLO - The mill cut its full-year forecast on Monday.",
        ["The mill cut its full-year forecast on Monday"],
    ),
]


def test_a_second_verb_outside_the_words_reported_has_the_speaker_for_subject(nlp):
    text = "Hanne Friis, the Labour leader, said the bill was unfair, and accused banks of hiding its cost."
    claims = process(nlp, Article(text, "t")).claims
    assert [(c.predicate.text, c.subject.text, c.attribution is None) for c in claims] == [
        ("was", "the bill", False),
        ("accused", "Hanne Friis, the Labour leader", True),
    ]


def test_what_a_claim_tells_is_not_told_twice(nlp):
    claims = process(nlp, Article("The mayor urged residents to stay calm.", "t")).claims
    assert [c.text for c in claims] == ["The mayor urged residents to stay calm"]


@pytest.mark.parametrize(("text", "expected"), NO_CLAIM_OF_THEIR_OWN)
def test_frames_and_embedded_questions(nlp, text, expected):
    claims = process(nlp, Article(text, "t")).claims
    assert [c.text for c in claims if c.predicate] == expected


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("A strike is unlikely.", "possible", "affirmed"),
        ("The team is ready to play.", "asserted", "affirmed"),
        ("The second team did no better.", "asserted", "negated"),
    ],
)
def test_adjectives_and_degrees(nlp, text, modality, polarity):
    [claim] = process(nlp, Article(text, "t")).claims
    assert (claim.modality, claim.polarity) == (modality, polarity)
