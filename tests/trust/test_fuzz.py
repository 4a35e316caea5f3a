"""CI's share of the fuzzing, and hostile shapes that must take linear time."""

import time

import pytest

import claimwire
from tests.trust import fuzz


def test_mutated_fixtures_break_nothing(nlp):
    assert fuzz.run(nlp, count=5_000, seed=11) == []


def test_the_checker_sees_faults():
    good = {"start": 0, "end": 3, "text": "one"}
    assert list(fuzz.faults({"claims": [good]}, "one two")) == []
    assert list(fuzz.faults({"claims": [good | {"end": 4}]}, "one two")) != []


def seconds(nlp, text: str) -> float:
    started = time.process_time()
    claimwire.extract(text, nlp=nlp)
    return time.process_time() - started


def test_time_is_linear_in_the_length_of_hostile_texts(nlp):
    shapes = {
        "odd quotation marks": 'He said "no and "yes and "no. ',
        "nested quotation marks": "“‘“‘“‘ she said that ",
        "one paragraph of reports": "The firm said that sales rose 5% to $3bn, and it may hire more. ",
        "numbers": "1,000 to 2,000 or 3.5% of $4bn, ",
        "times": "last Monday or the third quarter of 2024 or two days ago, ",
        "names": "Mara Quist, John Smith, Ann Smith and Quist Marine Ltd. of Ohio, ",
    }
    for name, shape in shapes.items():
        short = seconds(nlp, shape * (6_000 // len(shape)))
        long = seconds(nlp, shape * (60_000 // len(shape)))
        assert long < 25 * max(short, 0.05), (
            f"{name}: {short:.2f} s for 6,000 characters, {long:.2f} s for 60,000"
        )


def test_texts_without_a_word(nlp):
    for text in ("", " ", "\n\n\n", "\x00", "\u202e", '"', "…", "\t" * 5_000):
        assert fuzz.check(nlp, text) == []


def test_text_that_no_encoding_holds_is_refused_by_name(nlp):
    with pytest.raises(ValueError, match="surrogate"):
        claimwire.extract("a lone \ud800", nlp=nlp)
