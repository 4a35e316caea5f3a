"""What holds for any text: offsets, ids, and that odd input neither crashes nor blows up."""

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimwire.layers import store
from claimwire.layers.claims.resolved import NameWriter
from claimwire.layers.entities.layer import find_entities
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import parse_of
from claimwire.layers.references.layer import find_references
from tests.steps import growth

WORDS = ["Laura", "Hagen", "Larch", "Foods", "he", "She", "its", "the company", "said", "Mr", "(LF)", "we",
         '"', ".", ",", "\n\n", "'s", "of", "and", "President", "I'm", "U.S.", " ", "—"]  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), max_size=30))
def test_offsets_and_ids(nlp, words):
    text = " ".join(words)
    doc = nlp(text)
    entities, references = store.get(doc, "entities"), store.get(doc, "references")
    assert all(text[m.start : m.end] == m.text and m.text.strip() == m.text for m in [*entities, *references])
    assert all(a.end <= b.start for a, b in zip(entities, entities[1:], strict=False))
    ids = {e.entity: e.name for e in entities}
    assert all(ids[r.entity] == r.name for r in references)
    assert all(ids[e.entity] == e.name for e in entities)
    assert isinstance(NameWriter(Mentions(doc)).text(0, len(text)), str)


@pytest.mark.parametrize("text", ["", " \n\n ", '"', "(", "Mr", "'s", "Mr.", "He", '"We', "The"])
def test_odd_texts(nlp, text):
    doc = nlp(text)
    assert NameWriter(Mentions(doc)).text(0, len(text)) == text


def test_without_a_parse():
    doc = spacy.blank("en")("Mr Hagen said he would go (MH). The company left.")
    parse = parse_of(doc)
    entities = find_entities(parse, [(1, 2, "PERSON")])
    assert [e.text for e in entities] == ["Hagen"]
    references, attributions = find_references(parse, entities, [])
    assert attributions == []
    assert all(r.name == "Hagen" for r in references)


@pytest.mark.parametrize("unit", ["Mr Hagen of Larch said he liked its plan , ", '"', "Ann and ", "( "])
def test_work_is_linear_in_length(unit):
    blank = spacy.blank("en")

    def find(times: int):
        parse = parse_of(blank(unit * times))
        spans = [(i, i + 1, "ORG") for i in range(len(parse)) if parse.orth[i] in ("Larch", "Ann")]
        return lambda: find_references(parse, find_entities(parse, spans), [])

    assert growth(find, 50, 400) < 1.5
