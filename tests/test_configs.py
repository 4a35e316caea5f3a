"""A pipeline's config is spaCy's own: assembled by spaCy, or saved and loaded, it makes the same records."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pytest
import spacy

from claimwire.layers import store
from claimwire.pipeline import load, pipelines

TEXT = (
    'Norlund said on Monday it would cut 300 jobs. "We had no choice," said Ann Holt, its chief executive. '
    "She expects sales of about $2bn next year."
)


def records(nlp) -> list[list]:
    doc = nlp(TEXT)
    return [store.get(doc, layer) for layer in ("claims", "attributions", "quantities", "times")]


def test_a_saved_pipeline_is_loaded_by_spacy_and_by_claimwire(nlp, tmp_path):
    nlp.to_disk(tmp_path / "saved")
    expected = records(nlp)
    assert records(spacy.load(tmp_path / "saved")) == expected and all(expected)
    again = load(str(tmp_path / "saved"))
    assert records(again) == expected and again.meta["claimwire"] == nlp.meta["claimwire"]


@pytest.mark.slow
def test_spacy_assembles_the_shipped_config(nlp, tmp_path):
    config, out = pipelines()["news"], tmp_path / "assembled"
    done = run([sys.executable, "-m", "spacy", "assemble", config, out], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assembled = spacy.load(out)
    assert assembled.pipe_names == nlp.pipe_names and records(assembled) == records(nlp)


@pytest.mark.slow
def test_components_stand_in_the_order_of_the_config(tmp_path):
    """Also those of one's own between those of the model."""
    text = Path(pipelines()["news"]).read_text("utf-8")
    assert '"parser",' in text
    own = '\n[components.mine]\nfactory = "doc_cleaner"\nattrs = {"user_data": {}}\n\n[components.tok2vec]'
    text = text.replace('"parser",', '"parser","mine",').replace("\n[components.tok2vec]", own)
    (tmp_path / "mine.cfg").write_text(text)
    names = load(str(tmp_path / "mine.cfg")).pipe_names
    assert names[names.index("mine") - 1] == "parser" and names[0] == "claimwire_layout"
