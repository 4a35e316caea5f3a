"""Between them the fixtures have what news reports do; one that goes missing is noticed here."""

import re
from collections import Counter

import pytest

from tests.fixture_gold import MODALITIES, MODIFIERS, OWN, each, hull, said


def test_enough_articles_of_a_news_length():
    assert len(OWN) >= 13
    lengths = {name: len(gold["text"].split()) for name, gold in OWN.items()}
    assert {name: n for name, n in lengths.items() if not 120 <= n <= 460} == {}


def test_money_in_many_currencies_and_scales():
    money = [(t[r["start"] : r["end"]], r["unit"]) for t, r in each("quantities", OWN)]
    assert len({unit for _, unit in money if re.fullmatch(r"[A-Z]{3}", unit or "")}) >= 4
    for scale in ("m", "bn", "tn"):
        assert any(re.search(rf"\d{scale}\b", words) for words, _ in money), scale


@pytest.mark.parametrize("unit", ["percent", "percentage_point", "fraction", "fold", "basis point", None])
def test_units(unit):
    assert [r for _, r in each("quantities", OWN) if r["unit"] == unit]


def test_ranges_and_modifiers():
    assert sum(r["value"] is None for _, r in each("quantities", OWN)) >= 5
    assert {r["modifier"] for _, r in each("quantities", OWN)} == MODIFIERS


@pytest.mark.parametrize(
    "pattern",
    [r"\d{3}", r"\d{4}-Q[1-4]", r"\d{4}-H[12]", r"\d{4}-W\d\d(-WE)?", r"\d{4}-S[UP]", r"PRESENT_REF"],
    ids=["decade", "quarter", "half", "week", "season", "now"],
)
def test_date_values(pattern):
    assert [r for _, r in each("dates", OWN) if r["type"] == "DATE" and re.fullmatch(pattern, r["value"])]


def test_types_of_times():
    assert {r["type"] for _, r in each("dates", OWN)} == {"DATE", "TIME", "DURATION", "SET"}


@pytest.mark.parametrize("words", [r"a year earlier", r".*\b(fiscal|financial year)\b.*", r".* later"])
def test_words_of_time(words):
    assert [r for t, r in each("dates", OWN) if re.fullmatch(words, t[r["start"] : r["end"]])]


def test_modalities_and_polarity():
    claims = [r for _, r in each("claims", OWN)]
    assert {r["modality"] for r in claims} == MODALITIES
    assert min(Counter(r["modality"] for r in claims).values()) >= 2
    assert sum(r["polarity"] == "negated" for r in claims) >= 20


@pytest.mark.parametrize("verb", ["rose", "fell", "dropped", "jumped", "narrowed"])
def test_rises_and_falls(verb):
    assert verb in {said(t, r["predicate"]) for t, r in each("claims", OWN)}


def test_types_of_attribution():
    assert {r["type"] for _, r in each("attributions", OWN)} == {"direct", "mixed", "indirect"}


@pytest.mark.parametrize("cue", ["according to", "claim", "assertion", "—"])
def test_cues_that_are_no_verbs(cue):
    assert cue in {said(t, r["cue"]).lower() for t, r in each("attributions", OWN)}


def test_nested_attributions():
    nested = [
        (a["id"], b["id"])
        for gold in OWN.values()
        for a in gold["attributions"]
        for b in gold["attributions"]
        if a is not b and hull(a["content"])[0] <= b["cue"][0] and b["cue"][1] <= hull(a["content"])[1]
        if b["content"][0][0] >= hull(a["content"])[0] and a["cue"] != b["cue"]
    ]
    assert len(nested) >= 5


def test_speakers_of_one_surname_in_an_article():
    shared = []
    for name, gold in OWN.items():
        people = {a["name"] for a in gold["attributions"] if a["label"] == "PERSON"}
        if len({person.split()[-1] for person in people}) < len(people):
            shared.append(name)
    assert len(shared) >= 3


@pytest.mark.parametrize("pronoun", ["i", "we"])
def test_first_person_subjects_in_quotes(pronoun):
    quoted = [
        r["subject_name"]
        for t, r in each("claims", OWN)
        if r["subject"] and r["attribution"] and said(t, r["subject"]).lower() == pronoun
    ]
    assert len(quoted) >= 5 and any(quoted)


def test_cue_before_between_and_behind_its_content():
    places = Counter()
    for _, row in each("attributions", OWN):
        start, end = hull(row["content"])
        cue = row["cue"][0]
        places["before" if cue < start else "behind" if cue >= end else "between"] += 1
    assert min(places["before"], places["between"], places["behind"]) >= 3


def test_inverted_cue_and_speaker():
    spoken = [r for _, r in each("attributions", OWN) if r["source"]]
    assert [r for r in spoken if r["content"][-1][1] < r["cue"][0] < r["source"][0]]
    assert [r for r in spoken if r["content"][0][1] < r["cue"][0] < r["source"][0]]


@pytest.mark.parametrize("marks", ['"', "“", "'"])
def test_quotation_marks(marks):
    opened = [r for t, r in each("attributions", OWN) if t[r["content"][0][0] - 1] == marks]
    assert opened


def test_quote_over_two_paragraphs():
    assert [
        r
        for t, r in each("attributions", OWN)
        for (_, end), (start, _) in zip(r["content"], r["content"][1:], strict=False)
        if re.fullmatch(r'\.\n\n["“]', t[end:start])
    ]


def test_quote_that_is_never_closed():
    """The last quoted sentence ends its paragraph without a mark, and no further paragraph continues it."""
    direct = [(t, r) for t, r in each("attributions", OWN) if r["type"] == "direct"]
    assert [r for t, r in direct if re.match(r"[.!?]?(\n\n[^\"“']|$)", t[r["content"][-1][1] :])]
