"""Of what a quantity is the number, price or change, and whether it rose or fell, on the default pipeline."""

from __future__ import annotations

import pytest

from claimwire.layers.quantities.component import find_quantities

COUNTED = [
    ("About 300 office workers of the bank lost their jobs.", "office workers"),
    ("Nearly 10% of the firm's staff left the company.", "the firm's staff"),
    ("The ministry expects growth of 6% next year.", "growth"),
    ("The bank agreed a $2bn deal with its rival.", "deal with its rival"),
    ("Sales fell 8% last year.", "Sales"),
    ("The bank cut its forecast to 6%.", "its forecast"),
    ("The council paid £2m for the site.", "the site"),
    ("Thousands of angry protesters filled the square.", "angry protesters"),
    ("The firm holds bonds worth $4bn.", "bonds"),
    ("Profits doubled.", "Profits"),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_the_counted_phrase(nlp, text, counted):
    (found,) = [q for q in find_quantities(nlp(text)) if q.counted]
    assert found.counted.text == counted


def test_a_level_and_its_change_count_the_same(nlp):
    found = find_quantities(nlp("Sales fell 8% to 4.7bn rupees ($60m)."))
    assert [q.counted.text for q in found] == ["Sales"] * 3
    assert [q.change for q in found][0] == "decrease"


CHANGES = [
    ("Profit rose 12%.", "increase"),
    ("Rates were cut by 25 basis points.", "decrease"),
    ("The index was up 5%.", "increase"),
    ("The stock closed 2% higher.", "increase"),
    ("Unemployment stood at 4.2 percent.", None),
    ("The party signed up 500 members.", None),
]


@pytest.mark.parametrize(("text", "change"), CHANGES)
def test_the_direction_of_a_change(nlp, text, change):
    assert [q.change for q in find_quantities(nlp(text))] == [change]


def test_the_records_stay_on_the_doc(nlp):
    doc = nlp("The firm has 300 workers and paid $5m in fines.")
    kept = doc._.claimwire_quantities
    assert [(q["value"], q["unit"], q["counted"]["text"]) for q in kept] == [
        (300, None, "workers"),
        (5e6, "USD", "fines"),
    ]
