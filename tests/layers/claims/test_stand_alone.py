"""The resolved text of a claim can be read without the sentence around it."""

import pytest

from claimwire.articles import Article
from claimwire.pipeline import process

READINGS = [
    # text, a word of the claim's predicate, its resolved text
    ("Nordea cut its forecast and sold the brand.", "sold", "Nordea sold the brand"),
    ("The board will close two mills and sell the brand.", "sell", "The board will sell the brand"),
    ("The firm did not sign or publish the report.", "publish", "The firm did not publish the report"),
    ("The firm neither confirmed nor denied the report.", "denied", "The firm did not deny the report"),
    ("The song was written in May and sung in June.", "sung", "The song was sung in June"),
    ("Nordea, which owns two mills, lost money.", "owns", "Nordea owns two mills"),
    (
        "Laura Hagen, whose bank lost money, resigned.",
        "lost",
        "Laura Hagen's bank lost money",
    ),
    ("The bridge which the storm destroyed was new.", "destroyed", "the storm destroyed the bridge"),
    ("Police closed the road on which two people died.", "died", "on the road two people died"),
    ("The union rejected the offer that the mill had made.", "made", "the mill had made the offer"),
    ("The man who broke the lock and stole the van is in jail.", "stole", "The man stole the van"),
    (
        "Acme Corp announced a plan last year that will double its sales.",
        "double",
        "a plan will double Acme Corp's sales",
    ),
    ("This is the issue the voters care about.", "care", "the voters care about the issue"),
    ("It rained on the day the mill closed.", "closed", "the mill closed"),
    ("Prices rose because the mill closed.", "closed", "the mill closed"),
    ("Even though the mill closed, prices fell.", "closed", "the mill closed"),
    (
        "The rules ensure that the mill will close.",
        "ensure",
        "The rules ensure that the mill will close",
    ),
    ("The plan rests on the idea that rents fall.", "rests", "The plan rests on the idea that rents fall"),
    (
        "Tests do not indicate that the dam was faulty.",
        "was",
        "Tests do not indicate that the dam was faulty",
    ),
    ("The mayor hopes that fares will fall.", "fall", "The mayor hopes that fares will fall"),
    ("Any firm that breaks the rule pays a fine.", "breaks", "Any firm that breaks the rule pays a fine"),
    ("He lives in the village where the mill closed.", "closed", "in the village the mill closed"),
    (
        "Voters backed a plan that the mayor did not agree with.",
        "agree",
        "the mayor did not agree with a plan",
    ),
    (
        "If the levy fails, the town will close the pool and sell the park.",
        "sell",
        "if the levy fails, the town will sell the park",
    ),
    # a relative clause that tells what kind of thing is meant is read with its noun's own clause
    ("The lab builds cranes that lift ships.", "lift", "The lab builds cranes that lift ships"),
    ("The tower is a crane that lifts ships.", "lifts", "The tower is a crane that lifts ships"),
    (
        "The lab wants to build a crane that lifts ships.",
        "lifts",
        "The lab wants to build a crane that lifts ships",
    ),
    ("He sold the mill he ran with two friends.", "ran", "He sold the mill he ran with two friends"),
    ("The speed he drove at was too high.", "drove", "he drove at the speed"),
    (
        "The plan goes to the board, where it may fail.",
        "fail",
        "The plan goes to the board, where it may fail",
    ),
    ("The lab needs a crane that lifts ships.", "lifts", "The lab needs a crane that lifts ships"),
    (
        "He runs the lab in a way that scares the clerks.",
        "scares",
        "He runs the lab in a way that scares the clerks",
    ),
    ("He saw the library in Bergen, which was old.", "was", "He saw the library in Bergen, which was old"),
    (
        "Rare works that are out of print will be free.",
        "are",
        "Rare works that are out of print will be free",
    ),
    # a pronoun that is left is read with its noun
    (
        "The council rejected the plan and now it must be redrawn.",
        "redrawn",
        "The council rejected the plan and now it must be redrawn",
    ),
    ("The clerks left because they had lost hope.", "lost", "The clerks left because they had lost hope"),
    ("The clerks left because the mill had lost money.", "lost", "the mill had lost money"),
    ("The mayor was hoping fares would fall.", "fall", "The mayor was hoping fares would fall"),
    (
        "The crew of the boats that was jailed in May is free.",
        "jailed",
        "The crew of the boats that was jailed in May is free",
    ),
]


@pytest.mark.parametrize(("text", "verb", "resolved"), READINGS, ids=[r[0][:40] for r in READINGS])
def test_resolved(nlp, text, verb, resolved):
    claims = process(nlp, Article(text, "t")).claims
    assert [c.resolved for c in claims if c.predicate and verb in c.predicate.text] == [resolved]


def test_the_verb_agrees_with_the_name_of_a_shared_subject(nlp):
    text = '"I have closed two yards and want to sell the third," said Laura Hagen.'
    claims = process(nlp, Article(text, "t")).claims
    assert [c.resolved for c in claims] == [
        "Laura Hagen has closed two yards",
        "Laura Hagen wants to sell the third",
    ]


TEXTS = [
    # text, the claims' texts
    ("The lab was built in May and opened in June, part of a wider plan.",
     ["The lab was built in May", "opened in June, part of a wider plan"]),
    ("The bank pledged to hire 20 clerks, train all its staff, and open a branch.",
     ["The bank pledged to hire 20 clerks, train all its staff, and open a branch"]),
    ("What's more, the mill lost money.", ["the mill lost money"]),
    ("The bank pledged to hire clerks, train cooks, and open a school in May.",
     ["The bank pledged to hire clerks, train cooks, and open a school in May"]),
    ("With Ida Ott sidelined by a cold, the team lost.",
     ["With Ida Ott sidelined by a cold, the team lost"]),
    ("It looks like the mill will close.", ["like the mill will close"]),
    ("The mill looked as if it had closed.", ["The mill looked as if it had closed"]),
    ("This means that the mill will close.", ["the mill will close"]),
    ("Guests threw rice as they left the church.", ["Guests threw rice as they left the church"]),
    ("They were led to a barn and guards locked the door.",
     ["They were led to a barn", "guards locked the door"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "clauses"), TEXTS, ids=[t[0][:40] for t in TEXTS])
def test_the_clauses_that_are_claims(nlp, text, clauses):
    assert [c.text for c in process(nlp, Article(text, "t")).claims] == clauses


def test_what_goes_on_behind_the_speaker_is_said_too(nlp):
    text = "The firm will cut 300 jobs, Mr Holm said on Monday, and will close two plants."
    last = process(nlp, Article(text, "t")).claims[-1]
    assert last.resolved == "The firm will close two plants"
    assert last.attribution is not None
