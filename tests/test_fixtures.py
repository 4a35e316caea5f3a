"""The gold of the fixtures keeps the rules of fixtures/GUIDELINES.md."""

import calendar
import datetime
import re
from collections import Counter

import pytest

from tests.fixture_gold import FIXTURES, GOLD, MODALITIES, MODIFIERS, each, inside, said, slices

LAYERS = ("quantities", "dates", "attributions", "claims")
LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
MODS = {None, "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}
DATE_VALUE = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|\d{2,4}|\d{4}-(\d\d(-\d\d)?|Q[1-4]|H[12]|SP|SU|FA|WI|W\d\d(-WE)?)"
)
TIME_VALUE = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\dZ?|MO|MI|AF|EV|NI)")
DURATION_VALUE = re.compile(r"P(T)?(X|\d+(\.\d+)?)(?(1)[HMS]|(Y|M|W|D|DE|CE))")
SET_VALUE = re.compile(r"PT?\d+[HYMWD]|XXXX-WXX-[1-7]")
VALUES = {"DATE": DATE_VALUE, "TIME": TIME_VALUE, "DURATION": DURATION_VALUE, "SET": SET_VALUE}
SCALES = {"m": 1e6, "bn": 1e9, "tn": 1e12, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES |= {"lakh": 1e5, "crore": 1e7}
MONTHS = list(calendar.month_name)[1:]
DAYS = list(calendar.day_name)


class TestForm:
    """Each rule on the gold of every fixture."""

    def test_text_is_that_of_the_txt_file(self):
        for gold in GOLD.values():
            path = FIXTURES / f"{gold['id']}.txt"
            assert path.read_bytes().decode("utf-8") == gold["text"]

    def test_date_is_a_day(self):
        for gold in GOLD.values():
            assert datetime.date.fromisoformat(gold["date"])

    def test_spans_are_words_of_the_text(self):
        for gold in GOLD.values():
            text = gold["text"]
            for name, (start, end) in slices(gold):
                assert 0 <= start < end <= len(text), (name, start, end)
                words = text[start:end]
                assert words == words.strip(), (name, words)
                assert not (text[start - 1 : start].isalnum() and words[0].isalnum()), (name, words)
                glued = words[-1].isalpha() and text[end : end + 1].isalpha()
                assert not glued, (name, words)

    def test_ids_are_unique(self):
        for gold in GOLD.values():
            ids = [row["id"] for layer in LAYERS for row in gold[layer]]
            assert [i for i, n in Counter(ids).items() if n > 1] == []

    def test_entities(self):
        for gold in GOLD.values():
            last = 0
            for row in gold["entities"]:
                assert row["label"] in LABELS
                assert row["name"]
                assert row["start"] >= last, "entities overlap"
                assert not re.search(r"['’]s$", gold["text"][row["start"] : row["end"]])
                last = row["end"]

    def test_canonical_names_stand_in_the_text(self):
        for gold in GOLD.values():
            missing = {row["name"] for row in gold["entities"]} - {
                gold["text"][row["start"] : row["end"]] for row in gold["entities"]
            }
            assert not missing

    def test_quantities_have_a_value_or_two_ends(self):
        for gold in GOLD.values():
            for row in gold["quantities"]:
                assert row["modifier"] in MODIFIERS
                if row["value"] is None:
                    assert row["low"] < row["high"]
                else:
                    assert row.get("low") is row.get("high") is None

    def test_dates(self):
        for gold in GOLD.values():
            for row in gold["dates"]:
                assert VALUES[row["type"]].fullmatch(row["value"]), row
                assert row["mod"] in MODS

    def test_attributions(self):
        for gold in GOLD.values():
            dates = {row["id"] for row in gold["dates"]}
            for row in gold["attributions"]:
                assert row["type"] in {"direct", "mixed", "indirect"}
                assert row["label"] in {None, "PERSON", "ORG", "GPE"}
                assert row["content"] == sorted(row["content"]) != []
                assert set(row["dates"]) <= dates
                assert (row["source"] is None) == (row["name"] is None)

    def test_named_speakers_are_entities(self):
        for gold in GOLD.values():
            named = {row["name"] for row in gold["entities"]}
            assert {row["name"] for row in gold["attributions"] if row["label"]} <= named

    def test_claims(self):
        for gold in GOLD.values():
            named = {row["name"] for row in gold["entities"]}
            for row in gold["claims"]:
                assert row["polarity"] in {"affirmed", "negated"}
                assert row["modality"] in MODALITIES
                assert row["start"] <= row["predicate"][0] and row["predicate"][1] <= row["end"]
                assert row["subject_name"] is None or row["subject_name"] in named
                assert row["subject_name"] is None or row["subject"] is not None

    def test_claims_hold_what_lies_in_their_span(self):
        for gold in GOLD.values():
            for row in gold["claims"]:
                for layer in ("quantities", "dates"):
                    held = {x["id"] for x in gold[layer] if inside(x, (row["start"], row["end"]))}
                    assert set(row[layer]) == held, (row["id"], layer)

    def test_claims_carry_the_innermost_attribution(self):
        for gold in GOLD.values():
            for row in gold["claims"]:
                held = [
                    (sum(end - start for start, end in a["content"]), a["id"])
                    for a in gold["attributions"]
                    if any(s <= row["predicate"][0] and row["predicate"][1] <= e for s, e in a["content"])
                ]
                assert row["attribution"] == (min(held)[1] if held else None), row["id"]


class TestArithmetic:
    """What can be worked out from the words in another way than by reading."""

    def test_money_and_shares_in_figures(self):
        checked = 0
        for text, row in each("quantities"):
            words = text[row["start"] : row["end"]]
            figures = re.findall(r"(\d[\d,]*(?:\.\d+)?)(?:\s?(million|billion|bn|tn|m|lakh|crore)\b)?", words)
            if row["unit"] == "fraction" or len(figures) != 1 or re.search(r"^minus|p$|cents?$", words):
                continue
            number, scale = figures[0]
            value = float(number.replace(",", "")) * SCALES.get(scale, 1)
            assert value == pytest.approx(row["value"]), words
            checked += 1
        assert checked > 80

    def test_weekdays_fall_on_their_day(self):
        found = [
            (said(t, [r["start"], r["end"]]), r) for t, r in each("dates") if r["type"] in {"DATE", "TIME"}
        ]
        weekdays = [(day, r) for words, r in found for day in DAYS if re.search(rf"\b{day}\b", words)]
        for day, row in weekdays:
            assert datetime.date.fromisoformat(row["value"][:10]).weekday() == DAYS.index(day), row
        assert len(weekdays) >= 15

    def test_months_are_those_named(self):
        checked = 0
        for text, row in each("dates"):
            words = text[row["start"] : row["end"]]
            for number, month in enumerate(MONTHS, 1):
                if re.search(rf"\b{month[:3]}(\.|\b|{month[3:]}\b)", words):
                    assert re.fullmatch(rf"\d{{4}}-{number:02d}(-\d\d(T\d\d:\d\d)?)?", row["value"]), words
                    checked += 1
        assert checked >= 15

    def test_direct_speech_stands_between_marks(self):
        for text, row in each("attributions"):
            if row["type"] == "mixed":
                assert re.search(r"[\"“'‘]", " ".join(said(text, span) for span in row["content"]))
            if row["type"] == "direct":
                assert re.search(r"[\"“'‘]", text[: row["content"][0][0]])

    def test_negated_claims_have_a_negative_word(self):
        negative = re.compile(r"\b(no|nor|not|nobody|neither|never|cannot)\b|n['’]t\b", re.I)
        for text, row in each("claims"):
            if row["polarity"] == "negated":
                assert negative.search(text[row["start"] : row["end"]])

    def test_conditional_claims_have_a_condition(self):
        for text, row in each("claims"):
            if row["modality"] == "conditional":
                assert re.search(r"\b(if|unless)\b", text[row["start"] : row["end"]], re.I)
