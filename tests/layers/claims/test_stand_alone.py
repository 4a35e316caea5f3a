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
]


@pytest.mark.parametrize(("text", "verb", "resolved"), READINGS, ids=[r[0][:40] for r in READINGS])
def test_resolved(nlp, text, verb, resolved):
    claims = process(nlp, Article(text, "t")).claims
    assert [c.resolved for c in claims if c.predicate and verb in c.predicate.text] == [resolved]


def test_the_verb_agrees_with_the_name_of_a_shared_subject(nlp):
    text = (
        '"We have closed two yards and want to sell the third," said Laura Hagen, chief executive of Nordea.'
    )
    claims = process(nlp, Article(text, "t")).claims
    assert [c.resolved for c in claims] == ["Nordea has closed two yards", "Nordea wants to sell the third"]
