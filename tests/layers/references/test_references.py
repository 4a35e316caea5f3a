"""Who is "he"? Marked texts: in [he=Ann Lee] the word stands for the name; [it=] must stay unresolved.

The decisions are learned, so that they are held to a share, not each to its answer.
"""

import re

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


# Shares of the marks that must be right; a wrong name is worse than none
LEAST_RESOLVED, LEAST_LEFT, MOST_WRONG = 0.4, 0.7, 0.12


def outcomes(nlp, texts):
    """(expected, found) of every mark."""
    return [
        (want, found[k])
        for text in texts
        for expected, found in [run(nlp, text)]
        for k, want in expected.items()
    ]


def test_most_references_are_resolved_and_few_wrongly(nlp):
    found = outcomes(nlp, RESOLVED + SPEAKERS)
    right = sum(a == b for a, b in found)
    wrong = sum(b is not None and a != b for a, b in found)
    assert right >= LEAST_RESOLVED * len(found)
    assert wrong <= MOST_WRONG * len(found)


def test_what_stands_for_no_name_is_left(nlp):
    found = outcomes(nlp, UNRESOLVED)
    assert sum(b is None for _, b in found) >= LEAST_LEFT * len(found)


def test_references_carry_the_id_of_their_entity_and_how_sure_they_are(nlp):
    doc = nlp("Laura Hagen resigned. She gave no reason.")
    ids = {e.entity for e in store.get(doc, "entities")}
    assert all(r.entity in ids for r in store.get(doc, "references"))
    assert all(0 < r.confidence <= 1 for r in store.get(doc, "references"))
