"""CI's share of the fuzzing, and hostile shapes that must take linear time."""

import pytest

import claimwire
from tests.steps import growth
from tests.trust import fuzz


@pytest.mark.slow
def test_mutated_fixtures_break_nothing(nlp):
    assert fuzz.run(nlp, count=5_000, seed=11) == []


# Digits that int() reads, and that it does not: superscripts, a fraction, a circled and a Roman numeral.
DIGITS = ["١٢", "²²44", "5²", "½", "①", "Ⅳ"]
AROUND = [
    "Reza Tavakoli, {0}, told Parsnews. He is {0} ({0}).",
    "It rose {0}% to ${0}m on May {0}, 2024, or {0} years ago.",
    "At {0}:30 on 2024-{0}-03, in the {0}0s, in Q{0}, for the {0}th time, {0} km from a {0}-year-old.",
    "{0}/4 of the {0} people won {0}-3; between {0} and {0}; {0}p.",
]


@pytest.mark.parametrize("digits", DIGITS)
def test_foreign_digits_break_nothing(nlp, digits):
    assert [fuzz.check(nlp, text.format(digits)) for text in AROUND] == [[]] * len(AROUND)


def test_the_checker_sees_faults():
    good = {"start": 0, "end": 3, "text": "one"}
    assert list(fuzz.faults({"claims": [good]}, "one two")) == []
    assert list(fuzz.faults({"claims": [good | {"end": 4}]}, "one two")) != []


@pytest.mark.slow
def test_work_is_linear_in_the_length_of_hostile_texts(nlp):
    shapes = {
        "odd quotation marks": 'He said "no and "yes and "no. ',
        "nested quotation marks": "“‘“‘“‘ she said that ",
        "one paragraph of reports": "The firm said that sales rose 5% to $3bn, and it may hire more. ",
        "numbers": "1,000 to 2,000 or 3.5% of $4bn, ",
        "times": "last Monday or the third quarter of 2024 or two days ago, ",
        "names": "Mara Quist, John Smith, Ann Smith and Quist Marine Ltd. of Ohio, ",
    }
    for name, shape in shapes.items():
        times = 1_500 // len(shape)
        assert growth(lambda n, s=shape: lambda: claimwire.extract(s * n, nlp=nlp), times, 8 * times) < 2, (
            name
        )


def test_texts_without_a_word(nlp):
    for text in ("", " ", "\n\n\n", "\x00", "\u202e", '"', "…", "\t" * 5_000):
        assert fuzz.check(nlp, text) == []


def test_text_that_no_encoding_holds_is_refused_by_name(nlp):
    with pytest.raises(ValueError, match="surrogate"):
        claimwire.extract("a lone \ud800", nlp=nlp)
