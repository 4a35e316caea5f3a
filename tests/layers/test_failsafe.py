"""A layer that fails costs its own records of that text and nothing else, however the text comes."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from claimwire.articles import Article
from claimwire.layers import store
from claimwire.layers.failsafe import FailsafeLayer, LayerFailed, set_strict
from claimwire.layers.times.component import Times
from claimwire.pipeline import process, process_many

TEXTS = ["It opened in March 2021.", "BROKEN in March 2021.", "It shut in May 2022."]
MESSAGE = "the layer times failed and has no records here: KeyError: 'no such word'"


def break_times(monkeypatch) -> None:
    """Make the layer of times fail on texts with the word BROKEN."""
    whole = Times.__call__

    def broken(self, doc):
        whole(self, doc)
        if "BROKEN" in doc.text:
            raise KeyError("no such word")
        return doc

    monkeypatch.setattr(Times, "__call__", broken)


def failsafe(strict: bool = False) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimwire_quotations")
    nlp.add_pipe("claimwire_times")
    set_strict(nlp, strict)
    return nlp


def values(doc) -> list[str]:
    return [d.value for d in store.get(doc, "times")]


@pytest.mark.parametrize("batch_size", [1, 2, 16])
def test_the_text_goes_on_with_a_warning_alone_and_in_batches(monkeypatch, batch_size):
    break_times(monkeypatch)
    nlp = failsafe()
    for docs in ([nlp(text) for text in TEXTS], list(nlp.pipe(TEXTS, batch_size=batch_size))):
        assert [values(doc) for doc in docs] == [["2021-03"], [], ["2022-05"]]
        assert [[(w.code, w.message) for w in store.warnings_of(doc)] for doc in docs] == [
            [], [("layer_failed:times", MESSAGE)], [],
        ]  # fmt: skip
        assert all(store.has(doc, "quotations") and store.has(doc, "times") for doc in docs)


def test_strict_raises_what_names_the_layer(monkeypatch):
    break_times(monkeypatch)
    nlp = failsafe(strict=True)
    assert values(nlp(TEXTS[0])) == ["2021-03"]
    with pytest.raises(LayerFailed, match="the layer times failed: KeyError: 'no such word'"):
        nlp(TEXTS[1])
    with pytest.raises(LayerFailed):
        list(nlp.pipe(TEXTS))


def test_a_pipeline_that_spacy_saved_and_loaded_goes_on_too(monkeypatch, tmp_path):
    break_times(monkeypatch)
    failsafe(strict=True).to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXTS[1])
    assert values(doc) == [] and [w.message for w in store.warnings_of(doc)] == [MESSAGE]


def test_records_of_a_layer_that_ran_before_are_kept():
    doc = spacy.blank("en")("It opened in March 2021.")
    Times()(doc)

    def second(doc):
        store.put(doc, "times", [])
        raise ValueError

    FailsafeLayer("claimwire_second", second, "claimwire_times")(doc)
    assert values(doc) == ["2021-03"]
    assert [(w.code, w.message) for w in store.warnings_of(doc)] == [
        ("layer_failed:second", "the layer second failed and has no records here: ValueError")
    ]


class Batched:
    """A layer that works on batches, and fails on one with a BROKEN text."""

    def __init__(self):
        self.batches = []

    def __call__(self, doc):
        return next(self.pipe([doc]))

    def pipe(self, stream, *, batch_size=16):
        docs = list(stream)
        self.batches.append(len(docs))
        if any("BROKEN" in doc.text for doc in docs):
            raise OSError
        for doc in docs:
            store.put(doc, "times", [])
        yield from docs


def test_a_batch_that_fails_is_done_again_text_by_text():
    layer = Batched()
    wrapped = FailsafeLayer("claimwire_batched", layer, "claimwire_times")
    make = spacy.blank("en")
    docs = list(wrapped.pipe((make(t) for t in [*TEXTS, *TEXTS[2:], *TEXTS[:1]]), batch_size=3))
    assert layer.batches == [3, 1, 1, 1, 2]
    assert [len(store.warnings_of(doc)) for doc in docs] == [0, 1, 0, 0, 0]


def test_every_layer_of_the_shipped_pipeline_is_wrapped_and_its_settings_are_seen(nlp):
    own = [name for name in nlp.pipe_names if name.startswith("claimwire_")]
    assert own and all(isinstance(nlp.get_pipe(name), FailsafeLayer) for name in own)
    assert nlp.get_pipe("claimwire_times").bare_ages is True


def test_documents_have_the_warning_and_all_other_layers(monkeypatch, nlp):
    break_times(monkeypatch)
    text = 'The BROKEN pier closed in 2021. "We lost 300 jobs," said Mary Kowalski, its manager.'
    article = Article(text=text, id="a")
    for document in (process(nlp, article), *process_many(nlp, [article, article])):
        assert [w.code for w in document.warnings] == ["layer_failed:times"]
        assert not document.dates
        assert document.claims and document.attributions and 300 in [q.value for q in document.quantities]


def test_a_long_text_lacks_only_the_stretch_that_failed(monkeypatch, nlp):
    break_times(monkeypatch)
    monkeypatch.setattr("claimwire.pipeline.MAX_STRETCH", 600)
    filler = "The pier opened.\n\n" * 40
    text = f"It opened in March 2021.\n\n{filler}BROKEN in May 2022.\n\n{filler}It shut in June 2023."
    document = process(nlp, Article(text=text, id="a"))
    assert [d.value for d in document.dates] == ["2021-03", "2023-06"]
    assert [w.code for w in document.warnings] == ["layer_failed:times"]
