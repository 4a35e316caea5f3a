"""Labels that the words around a name decide, and names freed of what is no part of them."""

import pytest

from claimwire.layers import store


def labels(nlp, text):
    """{(mention, label)} of a text."""
    return {(e.text, e.label) for e in store.get(nlp(text), "entities")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Det Insp Carol Whitby said a man had been arrested.", "Carol Whitby"),
        ("Det Ch Insp Noel Barrow appealed for witnesses.", "Noel Barrow"),
        ("A spokesman for Ch Supt Alan Reeve denied it.", "Alan Reeve"),
        ("Lt Gen Mark Osei commanded the troops.", "Mark Osei"),
        ("Prosecutor Jane Penhale said the firm had lied.", "Jane Penhale"),
    ],
)
def test_ranks_and_roles_are_no_part_of_a_name(nlp, text, name):
    people = {t for t, label in labels(nlp, text) if label == "PERSON"}
    assert people == {name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Much of the crop in Delmaran province was lost.", ("Delmaran", "GPE")),
        ("The consultancy Hesketh Lowe predicts slow growth.", ("Hesketh Lowe", "ORG")),
        ("Shares in Quorvane rose 3% after Quorvane's chairman resigned.", ("Quorvane", "ORG")),
        ("Operator Northlink West said it was sorry.", ("Northlink West", "ORG")),
        ("The mayor of Torvane Bay welcomed the plan.", ("Torvane Bay", "GPE")),
        ("The bill was drafted by a Labour-led bloc.", ("Labour", "ORG")),
        ("She flew to the United States of America in May.", ("United States of America", "GPE")),
    ],
)
def test_context_decides_a_label(nlp, text, expected):
    assert expected in labels(nlp, text)


def test_one_entity_has_one_label(nlp):
    text = (
        "Larkmoor profit slips\n\nLarkmoor Foods reported a fall in profit on Monday. Larkmoor's chief "
        "executive, Ann Pell, said Larkmoor would recover. Shares in Larkmoor fell 4%."
    )
    found = [e for e in store.get(nlp(text), "entities") if "Larkmoor" in e.text]
    assert len(found) == 5
    assert {(e.name, e.label) for e in found} == {("Larkmoor Foods", "ORG")}


def test_a_headline_in_title_case_does_not_lengthen_a_name(nlp):
    text = (
        "Hatton Bank Report Exploits Loophole In Tax Rules\n\nThe Hatton Bank said on Friday that it paid "
        "its taxes. Critics of Hatton Bank disagreed."
    )
    assert {e.name for e in store.get(nlp(text), "entities") if "Hatton" in e.text} == {"Hatton Bank"}


def test_a_dateline_is_a_place_and_an_agency(nlp):
    text = "Storm nears coast\n\nCARVELLE, Ohio, May 3 (Plainwire) - A storm neared the coast on Monday."
    assert {("CARVELLE", "GPE"), ("Ohio", "GPE")} <= labels(nlp, text)


def test_common_words_in_capitals_are_no_names(nlp):
    text = "Ferry strike begins\n\nThe last ferry left at noon. Ferry workers said no ferry would leave."
    assert not [t for t, _ in labels(nlp, text) if t == "Ferry"]


def test_an_office_is_no_organisation(nlp):
    text = "The Secretary of State said the talks had failed. The Home Secretary agreed."
    assert not {t for t, _ in labels(nlp, text)} & {"State", "Home"}


@pytest.mark.parametrize(
    "text",
    [
        "Bola Adeyemi came from rival Norden in 2022. Norden, the market leader, has kept its guidance.",
        "Dorvane said on Monday that it had cut 300 jobs. Dorvane has 3,000 workers.",
        "Corvane, which makes tyres, lost money. Corvane has replaced its chairman.",
    ],
)
def test_what_only_a_body_does_decides_for_the_whole_text(nlp, text):
    name = text.split(",")[0].split()[0] if "Bola" not in text else "Norden"
    assert {label for t, label in labels(nlp, text) if t == name} == {"ORG"}


def test_it_stands_for_the_firm_whose_label_the_context_decides(nlp):
    doc = nlp(
        "Bola Adeyemi, who joined from rival Norden in 2022, runs the firm Celtra. Norden, the market "
        "leader, has not changed its guidance. It reports results on Nov. 6."
    )
    assert [r.name for r in store.get(doc, "references") if r.text == "It"] == ["Norden"]


def test_a_share_symbol_is_no_part_of_a_name(nlp):
    doc = nlp("Tarn Foods TRN.L cut its forecast on Monday. Shares of Velmo Inc (VLM.O) rose 4%.")
    assert [e.text for e in store.get(doc, "entities")] == ["Tarn Foods", "Velmo Inc"]
    assert store.get(doc, "claims")[0].subject.name == "Tarn Foods"


def test_no_name_begins_with_a_full_stop(nlp):
    text = "Ministers said taxes would rise. Labour said the plan was wrong."
    assert ("Labour", "ORG") in labels(nlp, text)
