"""Who can be meant at all, and what nameless noun may be meant sooner."""

import pytest

from claimwire.layers.layout.blocks import blocks
from claimwire.layers.parse import parse_of
from claimwire.layers.references.anaphors import anaphors
from claimwire.layers.references.candidates import candidates, is_called
from claimwire.layers.references.classes import fit_of, taken_up_by
from claimwire.layers.references.discourse import Actor, Discourse
from claimwire.layers.references.grammar import number_told
from claimwire.layers.references.memory import Memory
from claimwire.layers.references.resolve import resolve
from claimwire.layers.references.rivals import Rivals
from claimwire.records import Entity


def discourse(nlp, text, names):
    entities = []
    for k, (name, label) in enumerate(names.items()):
        start = text.index(name)
        entities.append(Entity(start, start + len(name), name, label, name, f"e{k}"))
    return Discourse(parse_of(nlp(text)), blocks(text), entities, ())


def asked(nlp, text, names):
    """What each anaphor of a text may stand for, while nothing is resolved."""
    found = {}

    def decide(scene):
        found[text[d.parse.start[scene.anaphor.token] :].split()[0]] = [c.name for c in scene.candidates]

    d = discourse(nlp, text, names)
    resolve(d, decide)
    return found


@pytest.mark.parametrize(
    ("cls", "found"),
    [("he", ["driver"]), ("she", ["driver", "girl"]), ("it", ["van"]), ("they", ["officers"]), ("I", [])],
)
def test_nameless_nouns_that_agree(nlp, cls, found):
    parse = parse_of(nlp("The driver left a van. A girl saw the officers. He fled."))
    rivals = Rivals(parse, set()).between(0, len(parse), cls, ())
    assert [parse.lower[r.token] for r in rivals] == found


def test_a_noun_that_stands_for_a_name_is_no_rival(nlp):
    parse = parse_of(nlp("The driver left. He fled."))
    rivals = Rivals(parse, set())
    assert [r.token for r in rivals.between(0, len(parse), "he", ())] == [1]
    assert rivals.between(0, len(parse), "he", {1}) == []
    assert Rivals(parse, {1}).between(0, len(parse), "he", ()) == []


def test_labels_decide_who_can_be_meant(nlp):
    names = {"Ann Pell": "PERSON", "Larch Foods": "ORG", "Oslo": "GPE"}
    found = asked(nlp, "Ann Pell of Larch Foods came to Oslo. She left. It closed.", names)
    assert found["She"] == ["Ann Pell"]
    assert set(found["It"]) == {"Larch Foods", "Oslo"}


def test_who_was_called_so_counts_at_any_distance(nlp):
    text = "Mayor Ann Pell spoke. " + "Snow fell. " * 20 + "The mayor left."
    d = discourse(nlp, text, {"Ann Pell": "PERSON"})
    (actor,) = d.actors.values()
    actor.kinds.add("mayor")
    actor.seen(actor.ahead[0])
    (a,) = [a for a in anaphors(d.parse, d.at) if a.first > 10]
    memory = Memory(Rivals(d.parse, d.at))
    assert candidates(a, d, memory) == [actor]
    actor.kinds.clear()
    assert candidates(a, d, memory) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Robin Marsh met Laura Hagen. She left.", ["Laura Hagen"]),
        ("Laura Hagen spoke. Robin Marsh left. She waved.", ["Robin Marsh", "Laura Hagen"]),
        ("Robin Marsh left. She waved.", ["Robin Marsh"]),
    ],
)
def test_who_is_known_to_agree_goes_before_who_may(nlp, text, found):
    names = {n: "PERSON" for n in ("Robin Marsh", "Laura Hagen") if n in text}
    assert asked(nlp, text, names)["She"] == found


def test_a_minister_is_nobody_of_whom_nothing_was_told(nlp):
    assert asked(nlp, "Karl Moss left. The minister spoke.", {"Karl Moss": "PERSON"}) == {"minister": []}
    assert asked(nlp, "Karl Moss left. The man spoke.", {"Karl Moss": "PERSON"}) == {"man": ["Karl Moss"]}


def test_what_is_named_in_the_phrase_is_not_what_it_means(nlp):
    names = {"Larch Foods": "ORG", "Elm Bank": "ORG"}
    found = asked(nlp, "Elm Bank sank. The Larch Foods rival won.", names)
    assert found == {"rival": ["Elm Bank"]}


@pytest.mark.parametrize(
    ("noun", "name", "label", "fit"),
    [
        ("airline", "Elm Airways", "ORG", 1),
        ("ministry", "Elm Airways", "ORG", -1),
        ("airline", "Elm", "ORG", 0),
        ("country", "Norway", "GPE", 1),
        ("city", "Norway", "GPE", -1),
        ("state", "Ohio", "GPE", 1),
        ("man", "Ann Pell", "PERSON", 0),
    ],
)
def test_what_a_name_shows_itself_to_be(noun, name, label, fit):
    actor = Actor("e1", name, label, words=frozenset(name.lower().split()))
    assert fit_of(noun, actor) == fit


def test_called_by_the_text_or_by_its_name():
    actor = Actor("e1", "Elm Bank", "ORG", words=frozenset({"elm", "bank"}), kinds={"lender"})
    assert is_called(actor, "lender")
    assert is_called(actor, "bank")
    assert not is_called(actor, "firm")


def test_a_senator_is_a_lawmaker():
    assert "lawmaker" in taken_up_by()["sen"]
    assert all(nouns for nouns in taken_up_by().values())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Larch have closed.", 1),
        ("Larch were late.", 1),
        ("Larch has closed.", -1),
        ("Larch closes.", -1),
        ("Larch closed.", 0),
        ("They saw Larch.", 0),
    ],
)
def test_number_told_by_the_verb(nlp, text, number):
    parse = parse_of(nlp(text))
    assert number_told(parse, [parse.orth[i] for i in range(len(parse))].index("Larch")) == number
