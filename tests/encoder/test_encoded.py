"""One pass over a text: each paragraph answers for itself, whoever asks first pays, damage is told."""

import gc
import json
import shutil
import weakref

import numpy as np
import pytest
import spacy

from claimwire.encoder import session as sessions
from claimwire.encoder.card import CARD_FILE, VOCABULARY_FILE, WeightsError, read_card, shipped
from claimwire.encoder.session import Session, open_session
from claimwire.layers.encoded import Encoded, encoded_of

FIRST = 'The mill closed on Monday. "We had no choice," said Rita Moss, who ran it.'
SECOND = "Larch Foods bought the site in 2019 and promised 300 jobs."
ARRAYS = ("vectors", "tags", "cues")
BLANK = spacy.blank("en")


@pytest.fixture(scope="module")
def opened() -> Session:
    return open_session(shipped())


def test_a_paragraph_more_changes_nothing_before_it(opened):
    alone, both = Encoded(FIRST, opened), Encoded(f"{FIRST}\n\n{SECOND}", opened)
    size = len(alone.words)
    for name in ARRAYS:
        assert np.array_equal(getattr(alone, name), getattr(both, name)[:size]), name


def test_what_stands_beside_a_text_changes_nothing(opened):
    before = Encoded(SECOND, opened)
    Encoded(FIRST, opened)
    again = Encoded(SECOND, opened)
    for name in ARRAYS:
        assert np.array_equal(getattr(before, name), getattr(again, name)), name


def test_each_cue_has_an_answer_for_each_word_of_its_window(opened):
    encoded = Encoded(f"{FIRST}\n\n{SECOND}", opened)
    place = encoded.places[1]
    cues = [place.first + 3, place.first + 1]
    assert encoded.frames(1, cues, 0).shape == (2, place.stop - place.first, 4)


def test_the_second_that_asks_pays_nothing(opened, monkeypatch):
    doc = BLANK(FIRST)
    first = encoded_of(doc)
    monkeypatch.setattr(sessions.Session, "read", lambda *_: pytest.fail("the text was read again"))
    assert encoded_of(doc) is first


def test_it_goes_with_its_document():
    doc = BLANK(FIRST)
    kept = weakref.ref(encoded_of(doc))
    assert kept() is not None
    del doc
    gc.collect()
    assert kept() is None


@pytest.mark.parametrize("text", ["", "\n\n", "\u200b", "."])
def test_texts_of_next_to_nothing(opened, text):
    encoded = Encoded(text, opened)
    assert len(encoded.tags) == len(encoded.words) == len(encoded.vectors)


def test_words_of_a_span(opened):
    encoded = Encoded("Rita Moss ran it.", opened)
    assert list(encoded.words_in(5, 9)) == [1]
    assert list(encoded.words_in(0, 9)) == [0, 1]


def test_long_paragraphs_answer_for_every_word_once(opened):
    text = " ".join(["Rita Moss said that the mill would close."] * 60)
    encoded = Encoded(text, opened)
    assert len(encoded.places) > 1
    assert len(encoded.tags) == len(list(opened.pieces.words(text)))


def test_absent_weights_are_told(tmp_path):
    with pytest.raises(WeightsError, match="no encoder weights"):
        read_card(tmp_path)


def test_damaged_weights_are_told(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(shipped(), folder)
    with (folder / VOCABULARY_FILE).open("a", encoding="utf-8") as file:
        file.write("x\n")
    with pytest.raises(WeightsError, match="vocab.txt is damaged"):
        read_card(folder)


def test_weights_of_another_version_are_told(tmp_path):
    card = json.loads((shipped() / CARD_FILE).read_text(encoding="utf-8"))
    (tmp_path / CARD_FILE).write_text(json.dumps({**card, "format": 0}), encoding="utf-8")
    with pytest.raises(WeightsError, match="another version"):
        read_card(tmp_path)
