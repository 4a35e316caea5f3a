"""Who the source of an attribution is: names and references are given by hand."""

import pytest

from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import parse_of
from claimwire.layers.references.inner import name_inner
from claimwire.layers.references.speakers import name_sources
from claimwire.records import Attribution, Entity, Reference, Source, Span


def place(text: str, words: str) -> tuple[int, int, str]:
    start = text.index(words)
    return start, start + len(words), words


def named(nlp, text, source, entities, references=()):
    """The source of a text's one attribution, named. entities: "LABEL name"; references: (words, name)."""
    known = []
    for k, entry in enumerate(entities):
        label, name = entry.split(" ", 1)
        known.append(Entity(*place(text, name), label, name, f"e{k}", confidence=0.9))
    ids = {e.name: e for e in known}
    found = [
        Reference(*place(text, w), n, ids[n].entity, "pronoun", ids[n].label, confidence=0.7)
        for w, n in references
    ]
    who = Source(*place(text, source), source, how="nominal")
    a = Attribution("a1", "indirect", who, None, (Span(*place(text, text[-9:])),))
    return name_sources(Mentions.from_records(parse_of(nlp(text)), known, found), [a])[0].source


@pytest.mark.parametrize(
    ("text", "source", "entities", "name"),
    [
        ("Rita Moss said sales rose.", "Rita Moss", ["PERSON Rita Moss"], "Rita Moss"),
        ("Larch chief Rita Moss said sales rose.", "Larch chief Rita Moss", ["ORG Larch", "PERSON Rita Moss"],
         "Rita Moss"),
        ("A spokesman for the club, Ian Pell, said sales rose.", "A spokesman for the club, Ian Pell",
         ["PERSON Ian Pell"], "Ian Pell"),
        ("Lawyer and activist Ian Pell said sales rose.", "Lawyer and activist Ian Pell", ["PERSON Ian Pell"],
         "Ian Pell"),
        ("Minister for Ports and Fisheries Rita Moss said sales rose.",
         "Minister for Ports and Fisheries Rita Moss", ["PERSON Rita Moss"], "Rita Moss"),
        ("A Larch statement said sales rose.", "A Larch statement", ["ORG Larch"], "Larch"),
    ],
)  # fmt: skip
def test_named_sources(nlp, text, source, entities, name):
    assert named(nlp, text, source, entities).name == name


@pytest.mark.parametrize(
    ("text", "source", "entities"),
    [
        ("The analysts said prices would fall.", "The analysts", []),
        ("A spokeswoman for the firm's founder, Ian Pell, said sales rose.",
         "A spokeswoman for the firm's founder, Ian Pell", ["PERSON Ian Pell"]),
        ("The widow of the driver, Ian Pell, said sales rose.", "The widow of the driver, Ian Pell",
         ["PERSON Ian Pell"]),
        ("A cousin of Ian Pell said sales rose.", "A cousin of Ian Pell", ["PERSON Ian Pell"]),
    ],
)  # fmt: skip
def test_sources_that_are_not_whom_they_name(nlp, text, source, entities):
    found = named(nlp, text, source, entities)
    assert found.label is None
    assert found.entity is None


def test_a_pronoun_is_whom_it_was_resolved_to_and_as_sure(nlp):
    text = "Rita Moss left. Later she said sales rose."
    found = named(nlp, text, "she", ["PERSON Rita Moss"], [("she", "Rita Moss")])
    assert (found.name, found.how, found.confidence) == ("Rita Moss", "pronoun", 0.7)


def test_a_pronoun_that_was_left_open_names_nobody(nlp):
    text = "Rita Moss met Ann Pell. Later she said sales rose."
    found = named(nlp, text, "she", ["PERSON Rita Moss", "PERSON Ann Pell"])
    assert (found.label, found.entity) == (None, None)


def test_the_i_of_a_quotation_is_its_speaker(nlp):
    text = '"I think it works," said Rita Moss.'
    quoted = Span(*place(text, "I think it works"))
    rita = Source(*place(text, "Rita Moss"), "Rita Moss", "PERSON", "e1", how="named")
    outer = Attribution("a1", "direct", rita, None, (quoted,), (quoted,))
    said = Span(*place(text, "it works"))
    inner = Attribution("a2", "direct", Source(*place(text, "I"), "I", how="pronoun"), None, (said,), (said,))
    found = name_inner(parse_of(nlp(text)), [outer, inner], [])
    assert [a.source.name for a in found] == ["Rita Moss", "Rita Moss"]
