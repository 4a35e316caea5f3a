"""Names found, labelled and joined in whole texts; same-name traps above all."""

import pytest

from claimwire.layers import store


def entities(nlp, text):
    return store.get(nlp(text), "entities")


def named(nlp, text):
    """{(mention, canonical name, label)} of a text."""
    return {(e.text, e.name, e.label) for e in entities(nlp, text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The National Weather Service (NWS) issued a warning. The NWS expects snow.",
            {
                ("National Weather Service", "National Weather Service", "ORG"),
                ("NWS", "National Weather Service", "ORG"),
            },
        ),
        (
            "Mr Halvorsen resigned on Monday. Erik Halvorsen had led the bank since 2009.",
            {("Halvorsen", "Erik Halvorsen", "PERSON"), ("Erik Halvorsen", "Erik Halvorsen", "PERSON")},
        ),
        (
            "The firm said AI would cut costs at its offices in Paris.",
            {("Paris", "Paris", "GPE")},
        ),
    ],
)
def test_names(nlp, text, expected):
    assert named(nlp, text) == expected


def test_titles_roles_articles_and_possessives_stay_outside(nlp):
    text = "Chief executive Laura Hagen met Dr. Paul Brandt. The United Nations backed Mr Brandt's plan."
    assert {e.text for e in entities(nlp, text)} == {"Laura Hagen", "Paul Brandt", "United Nations", "Brandt"}


def test_a_role_belongs_to_the_person_not_to_one_mention(nlp):
    found = entities(nlp, "Chief executive Laura Hagen resigned. Hagen gave no reason.")
    assert [e.role for e in found] == ["Chief executive", "Chief executive"]


def test_an_apposition_gives_a_role(nlp):
    found = entities(nlp, "Lars Holm, director of the Nordic Institute, welcomed the vote.")
    assert {e.text: e.role for e in found}["Lars Holm"] == "director"


def test_two_smiths(nlp):
    text = (
        "Mary Smith sued her former partner, John Smith. Mrs Smith wants half of the house. Mr Smith objects."
    )
    found = [(e.text, e.name) for e in entities(nlp, text)]
    assert ("Smith", "Mary Smith") in found
    assert ("Smith", "John Smith") in found


def test_ford_the_man_and_ford_the_maker(nlp):
    text = (
        "Henry Ford built his first car in Detroit. Shares in Ford rose 3% on Tuesday, and Ford said sales "
        "had grown in Europe."
    )
    found = entities(nlp, text)
    ids = {e.text: e.entity for e in found}
    assert ids["Henry Ford"] != ids["Ford"]
    assert {e.label for e in found if e.text == "Ford"} == {"ORG"}


def test_washington_the_city_the_man_and_the_paper(nlp):
    text = (
        "The Washington Post reported on Friday that officials in Washington had met Denzel Washington. "
        "The talks in Washington lasted an hour."
    )
    ids = {}
    for e in entities(nlp, text):
        ids.setdefault(e.text, set()).add(e.entity)
    assert all(len(v) == 1 for v in ids.values())
    assert len({next(iter(ids[k])) for k in ("Washington Post", "Washington", "Denzel Washington")}) == 3


def test_father_and_son(nlp):
    text = "George H. W. Bush raised taxes in 1990. His son, George W. Bush, cut them a decade later."
    ids = {e.name: e.entity for e in entities(nlp, text) if e.label == "PERSON"}
    assert len(ids) == 2


def test_ids_follow_the_order_of_the_text(nlp):
    found = entities(nlp, "Italy beat Spain in Rome. Spain had beaten Italy in Madrid.")
    seen = list(dict.fromkeys(e.entity for e in found))
    assert seen == [f"e{k}" for k in range(1, len(seen) + 1)]
