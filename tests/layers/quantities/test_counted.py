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
    ("The firm wiped $2bn off its value.", "its value"),
    ("The town unveiled a bus on Monday that costs £90,000.", "a bus"),
    ("Half the seats are taken.", "the seats"),
    ("The fine is twice the damage.", "the damage"),
    ("Debt stood at 1.9 times core earnings.", "core earnings"),
    ("The 6.1-magnitude quake woke the town.", "quake"),
    ("The deal brought $5m a year in royalties.", "royalties"),
    ("The governor led her rival by 5 points in the poll.", "The governor"),
    ("Among women, 54% agree.", "women"),
    ("About $5m was spent on the bridge.", "the bridge"),
    ("The house is offered for $90,000 in bitcoin.", "The house"),
    ("The firm got a $45-a-share offer.", "offer"),
    ("The tank holds 900 gallons.", "The tank"),
    ("The city runs nine hydro and tidal plants in Wales.", "hydro and tidal plants"),
    ("The club paid £4m, a record, for the striker.", "the striker"),
    ("It paid $3m to settle the case.", "the case"),
    ("Rents have risen threefold.", "Rents"),
    ("The state spent a record $3bn on roads.", "roads"),
    ("Between a fifth and a third of the trees died.", "the trees"),
    ("They published an 80-page study.", "study"),
    ("Police held 14 men and women.", "men and women"),
    ("Revenue rose 8% year on year.", "Revenue"),
    ("The team leads the league by 9 points.", "points"),
    ("She is a three-times champion.", "champion"),
    ("The fire led to 30 of their workers being sent home.", "their workers"),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_the_counted_phrase(nlp, text, counted):
    (found,) = [q for q in find_quantities(nlp(text)) if q.counted]
    assert found.counted.text == counted


UNCOUNTED = [
    "The union wants 15%.",
    "She raised $8m.",
    "The group received $3m from the fund.",
    "The bus left the road at 30mph.",
    "We drove 30 miles to the coast.",
    "The jury awarded the family $4m.",
    "The storm left 41 dead.",
    "They found him about 12 km south of the town.",
]


@pytest.mark.parametrize("text", UNCOUNTED)
def test_who_gets_or_does_something_is_not_counted(nlp, text):
    assert [q.counted for q in find_quantities(nlp(text))] == [None]


SHARED = [
    ("Shares closed at $45, down 25 cents.", "Shares"),
    ("One in five women agreed, and one in eight did not.", "women"),
    ("The state spent A$3bn on pay, up from A$2bn in 2018.", "pay"),
    ("The mayor won 52% of the vote to 47% for his rival.", "the vote"),
    ("The fare goes from $95 to $120.", "The fare"),
    ("Two-thirds of members, or 66%, agreed.", "members"),
    ("The fare was raised 5% to $21.", "The fare"),
    ("The motion passed by 288 votes to 232.", "votes"),
    ("Floods killed 126 people and hurt 188 more.", "people"),
    ("About 60% of nurses agreed and a quarter were undecided.", "nurses"),
    ("Silver added 1.4% to $32 an ounce.", "Silver"),
    ("Shares fell as much as 9% before closing 4% lower.", "Shares"),
]


@pytest.mark.parametrize(("text", "counted"), SHARED)
def test_two_quantities_of_one_thing(nlp, text, counted):
    assert [q.counted and q.counted.text for q in find_quantities(nlp(text))] == [counted] * 2


def test_a_level__and_its_change_count_the_same(nlp):
    found = find_quantities(nlp("Sales fell 8% to 4.7bn rupees ($60m)."))
    assert [q.counted.text for q in found] == ["Sales"] * 3
    assert [q.change for q in found][0] == "decrease"


CHANGES = [
    ("Profit rose 12%.", "increase"),
    ("Rates were cut by 25 basis points.", "decrease"),
    ("The index was up 5%.", "increase"),
    ("The stock closed 2% higher.", "increase"),
    ("She hit 40 off 22 balls.", None),
    ("It cut deaths by a third over five years.", "decrease"),
    ("It could cut fares by as much as a fifth.", "decrease"),
    ("The index was up at 96.1 points.", None),
    ("The fund gained a 5% stake in the mill.", None),
    ("A 4% rise in rents hurt tenants.", None),
    ("The party has a 4% share of votes.", None),
    ("Unemployment stood at 4.2 percent.", None),
    ("The party signed up 500 members.", None),
]


@pytest.mark.parametrize(("text", "change"), CHANGES)
def test_the_direction_of_a_change(nlp, text, change):
    assert {q.change for q in find_quantities(nlp(text))} == {change}


def test_m_behind_a_count_in_millions_is_no_metre(nlp):
    found = find_quantities(nlp("The zoo drew 6 million visitors, up from 5.8m in 2023."))
    assert [(q.value, q.unit) for q in found] == [(6e6, None), (5.8e6, None)]
    found = find_quantities(nlp("Some 2 million people saw a 6m wave."))
    assert [(q.value, q.unit) for q in found] == [(2e6, None), (6, "metre")]


NOMINAL_CHANGES = [
    ("A 4% rise in rents hurt tenants.", "rise in rents"),
    ("Mills reported a 12% drop in orders.", "drop in orders"),
]


@pytest.mark.parametrize(("text", "counted"), NOMINAL_CHANGES)
def test_the_direction_of_a_nominal_change_is_in_what_is_counted(nlp, text, counted):
    assert [(q.change, q.counted.text) for q in find_quantities(nlp(text))] == [(None, counted)]


def test_the_records_stay_on_the_doc(nlp):
    doc = nlp("The firm has 300 workers and paid $5m in fines.")
    kept = doc._.claimwire_quantities
    assert [(q["value"], q["unit"], q["counted"]["text"]) for q in kept] == [
        (300, None, "workers"),
        (5e6, "USD", "fines"),
    ]


def test_a_conversion_is_no_part_of_what_an_amount_modifies(nlp):
    found = find_quantities(nlp("The group made a £2m ($3m) bid."))
    assert [q.counted.text for q in found if q.counted] == ["bid", "bid"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Gold shed $9 to $410.", ["Gold", "Gold"]),
        ("The yard got £2m ($3m) in grants.", ["grants", "grants"]),
        ("He ran a personal best of 9.82.", ["a personal best"]),
        ("The post lost 4 million e-mails.", ["e-mails"]),
        # no quantity: what is rated
        ("The shop sells 18-rated films.", []),
    ],
)
def test_counted_phrases_of_several(nlp, text, counted):
    assert [q.counted and q.counted.text for q in find_quantities(nlp(text))] == counted
