"""What stands at the edges of a claim: quotation marks, brackets, punctuation."""

import pytest

from claimwire.articles import Article
from claimwire.pipeline import process

EDGES = [
    # text, the claim, its resolved text
    ('She said she had "no wish to leave". He left.', 'she had "no wish to leave"', None),
    (
        'The mayor said the work would begin "as soon as crews are free".',
        'the work would begin "as soon as crews are free"',
        None,
    ),
    (
        'The cup went to the team\'s "steady crew." He left.',
        "the team's \"steady crew",
        '"',
    ),
    ("The cup went to the ``steady crew.'' He left.", "to the ``steady crew", "''"),
    ('"The mill must close," she said.', "The mill must close", None),
    ("``The mill must close!'' she said. ``It leaks.''", "The mill must close", None),
    ("(The mill closed in May.) The town mourned.", "The mill closed in May", None),
    ("The mill (in Ohio) closed (in May).", "The mill (in Ohio) closed (in May)", None),
]


@pytest.mark.parametrize(("text", "claim", "tail"), EDGES, ids=[e[0][:40] for e in EDGES])
def test_edges(nlp, text, claim, tail):
    found = [c for c in process(nlp, Article(text, "t")).claims if c.text.endswith(claim)]
    assert len(found) == 1
    assert tail is None or found[0].resolved == found[0].text + tail
