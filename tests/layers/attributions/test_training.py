"""Training from a file alone: it learns, it says what it found, and the same seed gives the same weights."""

import json

import numpy as np
import pytest

from claimwire.layers.attributions.train import TrainingError, train
from claimwire.layers.attributions.weights import file_of, load

NAMES = ("Ada Lind", "Bo Ek", "Cleo Marsh", "Dan Holt", "Eve Stone")
THINGS = (
    "the bridge would close",
    "the mill had burnt down",
    "the road was flooded",
    "the school needed money",
)


def article(k):
    """An annotated article of made-up sentences; every attribution is "NAME said CLAUSE"."""
    text, attributions = "It rained for days.\n\n", []
    for j in range(6):
        name, clause = NAMES[(k + j) % 5], THINGS[(k * j) % 4]
        at = len(text)
        text += f"{name} said {clause}. The town bought new boats. People walked home in the dark.\n\n"
        cue, content = at + len(name) + 1, at + len(name) + 6
        attributions.append(
            {
                "source": [[at, at + len(name)]],
                "cue": [[cue, cue + 4]],
                "content": [[content, content + len(clause)]],
            }
        )
    return {"id": str(k), "text": text, "attributions": attributions}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    path = tmp_path_factory.mktemp("train") / "made_up.jsonl"
    path.write_text("\n".join(json.dumps(article(k)) for k in range(15)), encoding="utf-8")
    return path


def test_training_learns_and_reports(data, tmp_path):
    pytest.importorskip("sklearn", reason="needs the extra: train")
    said = []
    scores = train(data, tmp_path / "a", progress=said.append)
    assert scores["wide.attribution_f1"] > 90
    assert scores["guidelines.attribution_f1"] > 90
    assert any("attribution_f1" in line for line in said)
    train(data, tmp_path / "b", progress=said.append)
    for scope in ("wide", "guidelines"):
        with np.load(tmp_path / "a" / file_of(scope)) as a, np.load(tmp_path / "b" / file_of(scope)) as b:
            assert a.files == b.files
            assert all(np.array_equal(a[k], b[k]) for k in a.files)
        assert load(scope, str(tmp_path / "a")).about["articles"] == 15


@pytest.mark.parametrize(
    ("content", "message"),
    [("not json", "JSON Lines"), ('{"id": "1"}', "too few"), ('{"id": "1"}\n' * 6, "line 1 has no text")],
)
def test_data_that_cannot_be_learnt_from_is_named(tmp_path, content, message):
    path = tmp_path / "bad.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TrainingError, match=message):
        train(path, tmp_path, progress=lambda line: None)
