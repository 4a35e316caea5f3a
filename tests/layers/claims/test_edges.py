"""Quotations that a clause opens are closed inside it, whatever the parser hung the closing mark on."""

import pytest

from claimwire.layers import store


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said she had "no wish to leave". He left.', 'she had "no wish to leave"'),
        (
            'The mayor said the work would begin "as soon as crews are free".',
            'the work would begin "as soon as crews are free"',
        ),
    ],
)
def test_an_open_quotation_is_closed(nlp, text, expected):
    assert expected in [c.text for c in store.get(nlp(text), "claims")]
