"""What the links keep of a claim."""

import pytest

from claimwire.linking.digest import digest_of
from claimwire.records import ClaimRecord, Document, DocumentKey, Quantity, Run

DOCUMENT = Document(id="d", source="d.txt", sha256="0" * 64, run=Run("1", "news", "none"))


def claim(text, number, modifier=None):
    """A claim of this text with one number in it, of which the words are given."""
    start = text.index(number)
    quantity = Quantity(start=start, end=start + len(number), text=number, value=300.0, modifier=modifier)
    return ClaimRecord(
        id="c", document=DocumentKey("d", "d.txt", "0" * 64, None), sentence=0, start=0, end=len(text),
        text=text, prefix="", suffix="", resolved=text, subject=None, predicate=None, polarity="affirmed",
        modality="asserted",
        quantities=(quantity,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number", "modifier", "change"),
    [
        ("The yard hired 300 welders", "300 welders", None, None),
        ("The yard hired an additional 300 welders", "300 welders", None, "increase"),
        ("The yard hired a further roughly 300 welders", "300 welders", "approx", "increase"),
        ("The yard hired 300 more welders", "300 more welders", None, "increase"),
        ("The yard hired more than 300 welders", "more than 300 welders", "more_than", None),
    ],
)
def test_a_number_that_comes_on_top_is_an_increase(text, number, modifier, change):
    (statement,) = digest_of(DOCUMENT, [claim(text, number, modifier)]).statements
    assert statement.amounts[0].change == change
