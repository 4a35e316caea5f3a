"""Marked sentences: each quantity stands in [brackets] with what is expected of it behind a bar."""

from __future__ import annotations

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.layers.parse import Parse
from claimwire.layers.quantities.component import find_quantities
from claimwire.layers.quantities.find import find

BLANK = spacy.blank("en")
MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")

MARKED = [
    "The firm paid [$1.13bn|1.13e9 $] for the chain.",
    "It cost [A$40|40 AUD] or [about US$30 million|3e7 USD approx].",
    "A fine of [2.4 billion euros|2.4e9 EUR] was due.",
    "Shares stood at [138p|1.38 GBP].",
    "They paid [600m pounds|6e8 $pound] and [7.5 million Danish crowns|7.5e6 DKK].",
    "Rent rose to [€900|900 EUR] a month and [£8|8 GBP] per head.",
    "The rate was [6-6.5%|6..6.5 percent] then.",
    "A range of [$3 billion to $5 billion|3e9..5e9 $] is likely.",
    "Prices go between [$62 and $68|62..68 $] per share.",
    "Rates moved by [25 basis points|25 basis point] to [4.2 per cent|4.2 percent].",
    "Growth was [-0.4%|-0.4 percent] again.",
    "The road is [12.5 km|12.5 kilometre] and the hall [570 sq m|570 square metre].",
    "Winds of [40 to 50 miles per hour|40..50 mile per hour] blew.",
    "It pumps [18.2 million tonnes|18.2e6 tonne] of ore.",
    "[Nearly half|0.5 fraction less_than] of the voters and [two-thirds|0.6667 fraction] of members agreed.",
    "[One in 10|0.1 fraction] adults smoke.",
    "A [quarter-point|0.25 percentage_point] cut, or [half a percent|0.5 percent], is seen.",
    "[One in 12|0.08333 fraction] voters and [one of every nine|0.1111 fraction] buyers agreed.",
    "Between [a fifth and a third|0.2..0.3333 fraction] of it is lost.",
    "It makes [48 tonnes|48 tonne] a year and runs at [60 miles an hour|60 mile per hour].",
    "It rose by [3%|3 percent] a year, by [2.5 degrees Celsius|2.5 degree Celsius].",
    "It would raise prices by [9% to 14%|9..14 percent]; sales rose [3%|3 percent] to [$5m|5e6 $].",
    "She weighs [130 pounds|130 pound] and lifts [40 pounds|40 pound] of sand.",
    "Its output grew [sixfold|6 fold], [four times|4 fold] more than planned.",
    "They spent [millions of dollars|1e6 $ more_than] on it.",
    "The plant needs [at least 300 kW|300 kilowatt at_least].",
    "It is [100 km or more|100 kilometre at_least] away.",
    "Costs of [up to £5m|5e6 GBP at_most] are seen.",
    "The bag holds [40 grams|40 gram] of tea.",
    "The bill was [£10 (|10 GBP]about [$13|13 $ approx]) in all.",
]
NONE = [
    "The plant opened in 2019 and shut on May 14.",
    "United won 2-1 and lost the vote 52-48.",
    "The blast came at 10.45pm on 3 March.",
    "Talks took five hours over three days.",
    "It was the 22nd Flight of Covid-19 tests.",
    "See No. 12 and call 5551234567 now.",
    "At one point it stood still.",
    "Call 0800 555 111, +44 20 7946 0123 or (555) 123-4567.",
    "See https://example.com/a/P3q/12, @user33 and #top10.",
    "The Group of 20 summit met.",
    "She ran to gate 14B and the rocket stood on pad 27A.",
    "Dial 0345 6 707 707 at once.",
    "The film 40 Grams was dull and long.",
    "It was near ground zero, at absolute zero.",
    "It opens from 0800, with 70's music.",
    "Reach 1:36.6 on version 2.10.3 at 10.0.0.1:80.",
]


def unmark(marked: str) -> tuple[str, list[tuple[int, str]]]:
    """The plain sentence, and for each mark the offset where it begins with what is expected."""
    text, expected, last = "", [], 0
    for m in MARK.finditer(marked):
        text += marked[last : m.start()]
        expected.append((len(text), m[2]))
        text += m[1]
        last = m.end()
    return text + marked[last:], expected


def plain(value: float) -> str:
    return f"{value:.4g}"


@pytest.mark.parametrize("marked", MARKED)
def test_values_units_and_modifiers(marked):
    text, expected = unmark(marked)
    got = find(Parse(BLANK(text)))
    assert len(got) == len(expected)
    for found, (start, want) in zip(got, expected, strict=True):
        number, _, rest = want.partition(" ")
        ends = [plain(float(x)) for x in number.split("..")]
        values = [found.value] if found.value is not None else [found.low, found.high]
        assert [plain(v) for v in values] == ends
        unit, _, modifier = rest.rpartition(" ")
        known = modifier in ("approx", "less_than", "more_than", "at_least", "at_most")
        assert found.unit == (unit if known else rest)
        if known:
            assert found.modifier == modifier
        assert found.start <= start + 6


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_quantity(text):
    assert [text[f.start : f.end] for f in find(Parse(BLANK(text))) if f.unit or f.value != 2] == []


def test_a_conversion_shares_the_modifier():
    converted = find(Parse(BLANK("It paid about £5m ($9m) in all.")))
    assert [(f.value, f.modifier, f.like) for f in converted] == [(5e6, "approx", None), (9e6, "approx", 0)]
    behind = find(Parse(BLANK("It costs $75 (£39) or above.")))
    assert [f.modifier for f in behind] == ["at_least", "at_least"]


def test_times_and_names_are_left_out():
    text = "In 1999 fans of Blink 182 bought 5 cars."
    at, name = text.index("1999"), text.index("Blink 182")
    found = find(Parse(BLANK(text)), blocked=[(at, at + 4)], named=[(name, name + 9)])
    assert [f.value for f in found] == [5]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Manila. The firm paid 40m pesos.", "PHP"),
        ("The firm paid 40m pesos.", "MXN"),
        ("Pakistan's army got 20m rupees.", "PKR"),
        ("A dam for 30bn crowns is planned near Oslo.", "NOK"),
        ("Cairo banks lent 5m pounds.", "EGP"),
        ("The bank lent 5m pounds.", "GBP"),
    ],
)
def test_a_currency_of_many_countries_is_read_by_the_article(text, unit):
    assert [q.unit for q in find_quantities(BLANK(text))] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("She leads him by 4 points in the poll.", "percentage_point"),
        ("He is 2 points ahead. Voters chose him in the election.", "percentage_point"),
        ("The index lost 40 points, or 3 percent.", "point"),
        ("The team won by 12 points.", None),
        ("Rates rose 50 basis points.", "basis point"),
    ],
)
def test_points_are_those_of_shares_or_of_indices_and_are_counted_in_games(text, unit):
    assert find_quantities(BLANK(text))[0].unit == unit


def test_cents_join_the_currency_of_the_article():
    euros = find_quantities(BLANK("It earned €5m ($6m) and pays 85 cents a share."))
    assert [(q.value, q.unit) for q in euros] == [(5e6, "EUR"), (6e6, "USD"), (0.85, "EUR")]
    assert [(q.value, q.unit) for q in find_quantities(BLANK("It pays 85 cents."))] == [(85, "cent")]


def test_a_bare_number_takes_the_unit_of_what_it_is_compared_with():
    found = find_quantities(BLANK("It raised its target to $55 a share from 49."))
    assert [(q.value, q.unit) for q in found] == [(55, "USD"), (49, "USD")]


def test_the_dollar_is_read_by_the_articles_country():
    home = "Sydney. The Australian bank in Melbourne said Australia would pay $5m."
    assert find_quantities(BLANK(home))[0].unit == "AUD"
    assert find_quantities(BLANK("The Australian bank paid $5m."))[0].unit == "USD"
    marked = "The Toronto bank paid US$5m, or $7m."
    assert [q.unit for q in find_quantities(BLANK(marked))] == ["USD", "CAD"]


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "5", "$", '"', "(", "half", "-5-", '"5" (', "a " * 500 + "million"]
)
def test_odd_texts_do_not_crash(text):
    for q in find_quantities(BLANK(text)):
        assert text[q.start : q.end] == q.text


ALPHABET = "0123456789 ,.-–$£€%()'\"/:kmbnp½ortwhalfundesif"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60))
def test_spans_are_slices_in_order_with_one_value_or_a_range(text):
    found = find_quantities(BLANK(text))
    assert [q.start for q in found] == sorted(q.start for q in found)
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert text[q.start : q.end] == q.text
        assert (q.value is None) == (q.low is not None) == (q.high is not None)
        assert q.low is None or q.high is None or q.low <= q.high
        assert q.rule
        if q.counted:
            assert text[q.counted.start : q.counted.end] == q.counted.text
