"""What holds for any text: offsets, ids, and that odd input neither crashes nor blows up."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimwire.layers import store

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


@pytest.mark.parametrize("text", ["", " \n\n ", '"', "(", "Mr", "'s", "Mr.", "He", '"We', "The"])
def test_odd_texts_have_no_references(nlp, text):
    assert store.get(nlp(text), "references") == []
