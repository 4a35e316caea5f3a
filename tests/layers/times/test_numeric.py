"""Dates in figures and rarer full forms: found by the grammar, read in the article's own order."""

import pytest
import spacy

from claimwire.layers.times.component import find_times

BLANK = spacy.blank("en")


def values(text: str) -> list[tuple[str, str]]:
    doc = BLANK(text)
    doc._.claimwire_date = "2026-01-23"
    return [(d.text, d.value) for d in find_times(doc)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The permit is dated 12.05.2004 and stamped.", "12.05.2004", "2004-05-12"),
        ("It was filed on 05/12/2004 in Ohio.", "05/12/2004", "2004-05-12"),
        ("It was filed on 25/12/2004 there.", "25/12/2004", "2004-12-25"),
        ("LEEDS mill paid £4m on 05/12/2004.", "05/12/2004", "2004-12-05"),
        ("A rise of 4 per cent came on 05/12/04.", "05/12/04", "2004-12-05"),
        ("LONDON (Wire) - It closed on 05/12/2004.", "05/12/2004", "2004-12-05"),
        ("It paid £4m on 05/12/2004, not 05/25/2004.", "05/12/2004", "2004-05-12"),
        ("Opened 2004/05/12, it thrives.", "2004/05/12", "2004-05-12"),
        ("The 4th of July 2020 was wet.", "The 4th of July 2020", "2020-07-04"),
        ("They wed on Jan. 3rd, '99, in Reno.", "Jan. 3rd, '99", "1999-01-03"),
        ("The lease began 12-May-2004.", "12-May-2004", "2004-05-12"),
    ],
)
def test_full_dates(text, words, value):
    assert values(text)[0] == (words, value)


NO_DATES = ["The host is 10.12.10.2004 here.", "See 31/04/2004.", "Version 12.99.2004 is out."]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_no_calendar_has_is_no_date(text):
    assert not [v for _, v in values(text) if "-" in v]
