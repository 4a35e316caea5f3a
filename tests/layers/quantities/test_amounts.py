"""How amounts are written: clause borders, grouped digits, wrapped lines, spoken decimals, codes, rates."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.component import find_quantities
from claimwire.layers.quantities.numbers import read_number
from claimwire.layers.quantities.plain import plain
from claimwire.layers.quantities.rates import read_rate
from claimwire.records import Quantity

BLANK = spacy.blank("en")


def read(text: str) -> list[Quantity]:
    return find_quantities(BLANK(text))


def values(text: str) -> list[tuple[float | None, str | None]]:
    return [(q.value, q.unit) for q in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnover fell to 14, and €2m was lost.", [(14, None), (2e6, "EUR")]),
        ("He sold 3 and £5m was repaid.", [(3, None), (5e6, "GBP")]),
        ("He took 5, and 12% switched off.", [(5, None), (12, "percent")]),
        ("About 31 million, or 48%, agreed.", [(31e6, None), (48, "percent")]),
        ("Of 7,105 voters or 13.5% of them.", [(7105, None), (13.5, "percent")]),
        ("It was 3 or 4 percent.", [(3, "percent"), (4, "percent")]),
        ("Rates of 6, 7, and 8 per cent.", [(6, "percent"), (7, "percent"), (8, "percent")]),
        ("It lent 5, 6 or 7 million euros.", [(5e6, "EUR"), (6e6, "EUR"), (7e6, "EUR")]),
    ],
)
def test_a_number_takes_no_unit_or_magnitude_over_the_border_of_a_clause(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 000", 12000), ("12 500 pupils", 12500), ("3\xa0400", 3400), ("2 750 000 tins", 2750000),
        ("1'250'000", 1250000), ("4.300.000", 4300000), ("85 300.50", 85300.5),
    ],
)  # fmt: skip
def test_groups_of_three_digits_are_one_number(text, value):
    assert read_number(text, 0).value == value


@pytest.mark.parametrize(
    ("text", "first"),
    [("Airbus 320 200 flew", 320), ("On June 4 500 fled", 4), ("of 3 40 left", 3), ("6 120 22 8", 6)],
)
def test_digits_of_a_name_a_date_or_a_table_are_not_joined(text, first):
    at = next(i for i, c in enumerate(text) if c.isdecimal())
    assert read_number(text, at).value == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs $45\nbillion.", (45e9, "USD")),
        ("It rose 60\n   percent.", (60, "percent")),
        ("It has 7\u202f300 seats.", (7300, None)),
        ("It has 7\u2009300 seats.", (7300, None)),
        ("It grew by 6\u200b% then.", (6, "percent")),
        ("It cost €\u200b9\u200b00.", (900, "EUR")),
        ("It cost $8  million.", (8e6, "USD")),
    ],
)
def test_wrapped_lines_thin_spaces_and_invisible_characters(text, expected):
    (found,) = read(text)
    assert (found.value, found.unit) == expected
    assert text[found.start : found.end] == found.text


def test_a_new_paragraph_or_sentence_is_no_wrapped_line():
    assert values("It paid $3\n\nmillion was the word.")[0] == (3, "USD")
    assert values("It paid $3\nMillion was the word.")[0] == (3, "USD")


@given(st.text(alphabet="3 \n%am\u200b\u00ad\u2009\xa0.$", max_size=40))
def test_every_stretch_of_the_plain_text_leads_back_to_its_characters(text):
    parse = Parse(BLANK(text))
    read_as, offsets = plain(parse)
    for i, c in enumerate(read_as.text):
        start, end = offsets.back(i, i + 1)
        assert offsets.there(start) == i
        assert c == text[start] or c in " \xa0"
        assert end > start


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("four point seven trillion", 4.7e12), ("nought point three", 0.3), ("three point one four", 3.14),
        ("two hundred and six point five million", 206.5e6), ("six and a half", 6.5), ("8 and a half", 8.5),
        ("four and two-thirds", 4 + 2 / 3), ("two and three-quarter", 2.75), ("one and one-half", 1.5),
        ("zero point oh five", 0.05), ("3 point 5 million", 3.5e6),
    ],
)  # fmt: skip
def test_spoken_decimals_and_mixed_numbers(text, value):
    assert read_number(text, 0).value == pytest.approx(value)


def test_a_moment_is_no_decimal():
    assert values("At one point two men left.") == [(2, None)]
    assert values("From that point five of them ran.") == [(5, None)]
    assert values("Growth was point eight per cent.") == [(0.8, "percent")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("One-fourth of the farms closed.", 0.25, "fraction"),
        ("Three fourths of them left.", 0.75, "fraction"),
        ("A twelfth of the fleet sank.", 1 / 12, "fraction"),
        ("1/5 of workers left.", 0.2, "fraction"),
        ("A fifth of a mile of road fell.", 0.2, "mile"),
        ("Two-thirds of an acre burned.", 2 / 3, "acre"),
        ("Half a tonne of tea came.", 0.5, "tonne"),
        ("A quarter of an inch fell.", 0.25, "inch"),
        ("It is 1/4 mile away.", 0.25, "mile"),
    ],
)
def test_fractions_of_things_and_of_units(text, value, unit):
    found = read(text)[0]
    assert (found.value, found.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("She paid two hundred pounds for it.", "GBP"),
        ("The prize is seven thousand pounds.", "GBP"),
        ("Thousands of pounds were stolen.", "GBP"),
        ("They gave millions of pounds of public money.", "GBP"),
        ("The bomb weighed 500 pounds.", "pound"),
        ("They recalled 2.5 million pounds of beef.", "pound"),
        ("She lost 20 pounds on the diet.", "pound"),
        ("A 300-pound bear came.", "pound"),
        ("It pushed with 900 pounds of thrust.", "pound"),
    ],
)
def test_pounds_are_money_or_a_weight_by_the_words_around_them(text, unit):
    assert read(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal was MSEK 340.", (340e6, "SEK")),
        ("It got 31 MEUR.", (31e6, "EUR")),
        ("It got TSEK 500.", (500e3, "SEK")),
        ("It paid EURm 12.5.", (12.5e6, "EUR")),
        ("It cost five dollars and 20 cents.", (5.2, "USD")),
        ("It cost two pounds fifty.", (2.5, "GBP")),
        ("A result of $(1.2) billion.", (-1.2e9, "USD")),
        ("It was 15 degrees below zero.", (-15, "degree")),
        ("It was 12 below zero.", (-12, "degree")),
    ],
)
def test_codes_with_magnitudes_cents_and_values_below_zero(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "P2P lending and R2D2.", "The PS5 sold out.", "50 Cent sang.", "3M's plant and shares of 3M.",
        "It made $6.5bn trillion.", "A 4x4 car.", "Six Flags and Maroon 5 came.",
        "They met at Nine Lakes Lodge.",
        "It was 900,000 degrees below zero.",
    ],
)  # fmt: skip
def test_names_and_values_beyond_reason_are_no_quantities(text):
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    ["She called 999.", "Ann Lee, 52 of Hull, left.", "It is in J Med. 2011; 14: 55.", "Two seasons went."],
)
def test_telephone_numbers_ages_volumes_and_seasons_are_no_quantities(nlp, text):
    assert [q.text for q in find_quantities(nlp(text))] == []


def test_a_range_of_thousands_is_written_short(nlp):
    (found,) = find_quantities(nlp("About 4-7,000 people came."))
    assert (found.low, found.high) == (4000, 7000)


def test_digits_with_a_capital_are_an_amount_where_no_name_acts():
    assert values("Sales rose to 3M units.") == [(3e6, None)]
    assert values("The site has 2M readers.") == [(2e6, None)]
    assert values("The P fell to P50 in Manila.") == [(50, "PHP")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 2560 x 1440 pixels.", [(2560, "pixel"), (1440, "pixel")]),
        ("A 3 x 4 metre room.", [(3, "metre"), (4, "metre")]),
        ("The 4 x 200m relay.", [(200, "metre")]),
        ("The 800m hurdles heats.", [(800, "metre")]),
        ("It took 1.5 x 10^3 volts.", [(1500, "volt")]),
    ],
)
def test_factors_of_a_size_and_lengths_of_races(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("Oil rose to $80 a barrel.", "USD", "barrel"),
        ("The fare is €3 per trip.", "EUR", "trip"),
        ("It costs £4/kg.", "GBP", "kilogram"),
        ("It grew by 5% a year.", "percent", "year"),
        ("It grew by 5% a year ago.", "percent", None),
        ("They see 300 a day.", None, "day"),
        ("It makes 9 tonnes of tea a week.", "tonne", "week"),
        ("It runs at 60 km per hour.", "kilometre per hour", None),
        ("It earns €90 per megawatt hour.", "EUR", "megawatt hour"),
        ("It pays $2 each month.", "USD", "month"),
    ],
)
def test_what_a_rate_is_per(text, unit, per):
    (found,) = read(text)
    assert (found.unit, found.per) == (unit, per)


def test_a_rate_of_many_holds_their_number():
    rate = read_rate("9 per 1,000 births", 1)
    assert (rate.per, rate.end) == ("1,000 births", len("9 per 1,000 births"))
    assert [(q.value, q.per) for q in read("It has 9 per 1,000 births.")] == [(9, "1,000 births")]


def test_a_conversion_stands_between_an_amount_and_what_it_is_per():
    assert [(q.value, q.per) for q in read("Rent is £20 ($38) a month.")] == [(20, "month"), (38, "month")]


def test_words_that_are_currencies_elsewhere_are_money_only_there():
    assert values("Of 9 bids 5 won and 2 real tries failed.")[1] == (5, None)
    assert values("Seoul paid 500 won.") == [(500, "KRW")]
    assert values("It gave 5bn won.") == [(5e9, "KRW")]


def test_letters_of_models_and_streets_are_no_units():
    assert [q.unit for q in read("The 4S and 5C phones came.")] == []
    assert [q.unit for q in read("It was 15C there.")] == ["degree Celsius"]


def test_a_dollar_marked_by_its_country_is_not_the_bare_one():
    text = "Singapore. The firm of Singapore pays S$5m in Singapore and $4bn in New York."
    assert values(text) == [(5e6, "SGD"), (4e9, "USD")]
