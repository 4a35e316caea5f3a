from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.layers.quantities.numbers import read_number

CASES = [
    ("7", 7), ("30,000 staff", 30000), ("1,00,000", 100000), ("6.5%", 6.5), ("1.13bn", 1.13e9),
    ("12 million", 12e6), ("4 hundred", 400), ("25m", 25e6), ("3k", 3000), ("2 lakh", 200000),
    ("half a million", 5e5), ("three and a half million", 3.5e6), ("a million and a half", 1.5e6),
    ("two hundred and fifty", 250), ("twenty-seven", 27), ("one hundred thousand", 1e5),
    ("two thousand five hundred", 2500), ("two dozen", 24), ("half a dozen", 6), ("2 1/2", 2.5), ("1/2", 0.5),
    ("2½", 2.5), ("three quarters of a billion", 7.5e8), ("a hundred", 100), ("1.5 x 10^3", 1500),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), CASES)
def test_a_number_is_read_at_its_full_scale(text, value):
    assert read_number(text, 0).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value"), [("thousands of", 1000), ("hundreds of thousands", 1e5), ("several hundred", 100)]
)
def test_a_vague_plural_is_its_lowest_value(text, value):
    number = read_number(text, 0)
    assert (number.value, number.vague) == (value, True)


@pytest.mark.parametrize("text", ["and", "a day", "hundredfold nothing", "", "-", "x9"])
def test_what_is_no_number_is_not_read(text):
    assert read_number(text, 0) is None


def test_a_list_of_numbers_is_not_added_up():
    assert read_number("two three", 0).value == 2
    assert read_number("five and six", 0).value == 5


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_separators_give_their_value(n):
    assert read_number(f"{n:,}", 0).value == n


@given(st.text(alphabet="0123456789,.½/-x×10 andhlfmibtwo", max_size=40), st.integers(0, 40))
def test_a_number_lies_inside_its_text(text, at):
    number = read_number(text, min(at, len(text)))
    if number:
        assert min(at, len(text)) == number.start < number.end <= len(text)
