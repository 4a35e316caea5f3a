"""Who is "he"? Marked texts: in [he=Ann Lee] the word stands for the name; [it=] must stay unresolved."""

import re

import pytest

from claimwire.layers import store

_MARK = re.compile(r"\[([^=\]]+)=([^\]]*)\]")

RESOLVED = [
    "Laura Hagen resigned on Monday. [She=Laura Hagen] had led the bank for six years.",
    "Paul Brandt met Laura Hagen in Berlin. [He=Paul Brandt] told [her=Laura Hagen] that the deal was off.",
    "Larch Foods cut [its=Larch Foods] forecast after sales fell.",
    "Larch Foods said [it=Larch Foods] would close two plants.",
    "Mrs Chris Dahl runs the firm. [She=Chris Dahl] joined in 1999.",
    "Larch Foods closed a plant in Leeds. [The company=Larch Foods] gave no reason.",
    "Carmaker Ford Motor raised prices. [The carmaker=Ford Motor] blamed the cost of steel.",
    "Prime Minister Anna Berg spoke in Oslo. [The prime minister=Anna Berg] promised new schools.",
    "Apple sued Samsung last year. [The iPhone maker=Apple] won.",
    "In [her=Laura Hagen] speech, Laura Hagen praised the troops.",
    "Larch Foods may close two plants, as [the food and drink group=Larch Foods] cuts its costs.",
    "WINNIPEG, Manitoba, Oct 20 - Nurses walked out. They want more pay. Talks failed. A minister said "
    "[the province=Manitoba] would act.",
    "Kieran Brandt crashed. Brandt's passenger, a 17-year-old girl, broke her wrist. [He=Kieran Brandt] ran.",
    "[A man=Mark Olsen] was killed on Sunday. Police identified [the man=Mark Olsen] as Mark Olsen.",
    "Hillary Brandt won on Monday. [She=Hillary Brandt] thanked the voters.",
    "[The governor=Maria Ortiz] signed the bill on Monday. Gov. Maria Ortiz said it would help.",
    "[A federal judge=Alan Reeve] blocked the rule. District Judge Alan Reeve said it was too vague.",
    "[The driver=Mark Olsen] fled. [The driver=Mark Olsen], identified as Mark Olsen, was drunk.",
]
UNRESOLVED = [
    "Larch Foods said its union had refused. [The union=] has 300 members.",
    "Ann Pell of Hale School was charged with theft. She denied [it=].",
    "Larch Foods cut jobs. [The finance ministry=] expects growth. [The board=] met on Monday.",
    "[The senator=] voted no. Sen. John Hale and Sen. Ann Pell spoke.",
    "[The finance minister=] resigned. Prime Minister Anna Berg said she was sorry.",
    "For workers hurt in the fire, Larch Foods said [they=] would be paid in full.",
    "[It=] is likely that Larch Foods will close.",
    "Larch Foods closed. [It=] rained all day in Leeds.",
    "[He=] was there before anybody was named.",
]
SPEAKERS = [
    '"[I=Laura Hagen] am sorry," said Laura Hagen, chief executive of Larch Foods. '
    '"[We=Larch Foods] made mistakes and [our=Larch Foods] customers paid."',
    'Larch Foods said: "[We=Larch Foods] regret the delay."',
    '"[We=Harbour Trust] need more money," said Ann Pell, who chairs the Harbour Trust.',
]


def run(nlp, marked):
    """(text, {(start, end): name} expected, the same found for the marked spans)."""
    text, expected, at = "", {}, 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        expected[len(text), len(text) + len(m[1])] = m[2] or None
        text += m[1]
        at = m.end()
    text += marked[at:]
    found = {(r.start, r.end): r.name for r in store.get(nlp(text), "references")}
    return expected, {k: found.get(k) for k in expected}


@pytest.mark.parametrize("marked", RESOLVED + SPEAKERS)
def test_resolved(nlp, marked):
    expected, found = run(nlp, marked)
    assert found == expected


@pytest.mark.parametrize("marked", UNRESOLVED)
def test_unsure_is_nobody(nlp, marked):
    expected, found = run(nlp, marked)
    assert found == expected


def test_references_carry_the_id_of_their_entity(nlp):
    doc = nlp("Laura Hagen resigned. She gave no reason.")
    ids = {e.entity for e in store.get(doc, "entities")}
    assert {r.entity for r in store.get(doc, "references")} == ids


def test_a_speaker_is_named_with_role(nlp):
    doc = nlp('Chief executive Laura Hagen resigned. "It was time," she said.')
    sources = [a.source for a in store.get(doc, "attributions") if a.source]
    assert [(s.text, s.name, s.role, s.how) for s in sources] == [
        ("she", "Laura Hagen", "Chief executive", "pronoun")
    ]


def test_a_speaker_without_name_keeps_the_noun_phrase(nlp):
    doc = nlp("The analysts said prices would fall.")
    sources = [a.source for a in store.get(doc, "attributions") if a.source]
    assert [(s.name, s.label, s.how) for s in sources] == [("analysts", None, "nominal")]


def test_an_organisation_speaks_through_its_statement(nlp):
    doc = nlp("Larch Foods closed a plant. A Larch Foods statement said that demand had fallen.")
    sources = [a.source for a in store.get(doc, "attributions") if a.source]
    assert [(s.name, s.label) for s in sources] == [("Larch Foods", "ORG")]


def test_a_survey_taken_up_again_is_that_of_its_maker(nlp):
    doc = nlp("A study by the Nordic Institute found that rents had doubled. The study said wages had not.")
    names = [a.source.name for a in store.get(doc, "attributions") if a.source]
    assert names == ["Nordic Institute", "Nordic Institute"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"I don\'t think the plan works," said Maria Lopez.', {"Maria Lopez"}),
        ('"I think the plan works," a nurse said.', {"A nurse", "a nurse", "nurse"}),
        ('"We believe the judge was wrong," said Laura Hagen, chief executive of Larch Foods.',
         {"Larch Foods", "Laura Hagen"}),
    ],
)  # fmt: skip
def test_who_speaks_inside_a_quotation_is_named_after_the_speaker(nlp, text, names):
    sources = [a.source for a in store.get(nlp(text), "attributions") if a.source]
    assert len(sources) == 2
    assert {s.name for s in sources} <= names


def test_a_noun_behind_the_name_of_a_body_is_that_body(nlp):
    doc = nlp("Norden, the market leader, cut its outlook. The IG Nahrung union said the plan was wrong.")
    names = [a.source.name for a in store.get(doc, "attributions") if a.source]
    assert names == ["IG Nahrung"]


def test_whom_a_quotation_speaks_of_does_not_speak_it(nlp):
    doc = nlp(
        "Prosecutor Alan Webb told the court that Dennis Harrow wrote 112 cheques to himself. "
        '"He thought no one would check," he said.'
    )
    sources = {a.source.text: a.source.name for a in store.get(doc, "attributions") if a.source}
    assert sources["he"] == "Alan Webb" and sources["He"] == "Dennis Harrow"
