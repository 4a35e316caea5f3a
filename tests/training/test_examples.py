"""Annotated articles as labelled windows: marked by hand, cut as at run time."""

import json
import random

import pytest

from claimwire.encoder.labels import ROLES, TAGS
from claimwire.encoder.pieces import LETTER, TITLE, UPPER, WordPieces
from claimwire.training.augment import recased
from claimwire.training.data import Annotated, Frame, Name, folds, read_gold, read_silver, with_silver
from claimwire.training.examples import examples
from tests.fixture_gold import FIXTURES, GOLD

SMALL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "rita", "moss", "said", "the", "mill", "closed", "."]
PIECES = WordPieces(SMALL)
TEXT = "Rita Moss said the mill closed.\n\nThe mill closed."


def at(words: str, start: int = 0) -> tuple[int, int]:
    k = TEXT.index(words, start)
    return k, k + len(words)


def article(**layers) -> Annotated:
    return Annotated("a", TEXT, "g", **layers)


def test_names_become_tags_of_words():
    first, second = examples([article(names=(Name(*at("Rita Moss"), "PERSON", "Rita Moss"),))], PIECES)
    assert [TAGS[t] for t in first.tags] == ["B-PERSON", "I-PERSON", "O", "O", "O", "O", "O"]
    assert [TAGS[t] for t in second.tags] == ["O"] * 4


def test_an_attribution_becomes_a_cue_and_the_roles_that_it_gives():
    frame = Frame((at("said"),), (at("Rita Moss"),), (at("the mill closed"),))
    first, second = examples([article(frames=(frame,))], PIECES)
    assert first.cues == [0, 0, 1, 0, 0, 0, 0]
    ((cue, roles),) = first.frames
    assert cue == 2
    assert [ROLES[r] for r in roles] == ["source", "source", "cue", "content", "content", "content", "other"]
    assert second.frames == []


def test_a_layer_that_nobody_annotated_has_no_labels():
    (first, _) = examples([article(names=())], PIECES)
    assert first.cues is None
    assert first.tags is not None


def test_other_case_changes_shapes_alone():
    (example, _) = examples([article(names=())], PIECES)
    seen = set()
    for seed in range(20):
        other = recased(example, random.Random(seed), share=1.0)
        assert [w.pieces for w in other.window.words] == [w.pieces for w in example.window.words]
        assert other.tags == example.tags
        seen.add(other.window.words[3].shape)
    assert seen <= {TITLE, UPPER, LETTER, example.window.words[3].shape}
    assert UPPER in seen


def test_articles_of_a_group_share_a_fold():
    found = folds([Annotated("a", "", "g"), Annotated("b", "", "g"), Annotated("c", "", "h")], 3)
    assert set(found) == {"g", "h"}
    assert all(0 <= k < 3 for k in found.values())


def test_the_fixtures_gold_is_read_whole():
    found = {a.id: a for a in read_gold(FIXTURES.glob("*.gold.json"))}
    assert set(found) == set(GOLD)
    for name, gold in GOLD.items():
        assert len(found[name].names) == len(gold["entities"])
        assert len(found[name].frames) == len(gold["attributions"])
        assert found[name].guided


@pytest.mark.slow
def test_a_small_network_learns_and_is_written_as_it_is(tmp_path):
    torch = pytest.importorskip("torch", reason="training needs the extra `train`")
    pytest.importorskip("onnx", reason="training needs the extra `train`")
    np = pytest.importorskip("numpy")
    import onnxruntime

    from claimwire.training.export import ENCODER, export
    from claimwire.training.fit import Recipe, fit, loss_of
    from claimwire.training.net import Net, Size

    torch.manual_seed(0)
    frame = Frame((at("said"),), (at("Rita Moss"),), (at("the mill closed"),))
    found = examples(
        [article(names=(Name(*at("Rita Moss"), "PERSON", "Rita Moss"),), frames=(frame,))], PIECES
    )
    net = Net(Size(width=32, layers=2, heads=4, inner=64, vocabulary=len(SMALL)))
    before = float(loss_of(net, found, PIECES))
    recipe = Recipe(epochs=30, encoder_rate=3e-3, head_rate=3e-3)
    fit(net, lambda *_: [found], recipe, lambda b: loss_of(net, b, PIECES), tell=lambda _: None)
    assert float(loss_of(net, found, PIECES)) < before / 2
    export(net, tmp_path, quantise=False)
    session = onnxruntime.InferenceSession(str(tmp_path / ENCODER))
    ids = np.array([2, 4, 5, 6, 3])
    zeros = np.zeros(5, dtype=np.int64)
    (vectors, *_) = session.run(
        None, {"pieces": ids, "shapes": zeros, "quoted": zeros, "first": np.arange(1, 4)}
    )
    with torch.no_grad():
        net.eval()
        t = torch.from_numpy
        want = net.encoder(t(ids)[None], t(zeros)[None], t(zeros)[None])[0, 1:4].numpy()
    assert np.abs(vectors - want).max() < 1e-4


def person(end: int, name: str) -> dict:
    return {"start": 0, "end": end, "label": "PERSON", "name": name}


def test_silver_gives_names_to_the_article_of_its_id_and_text_only(tmp_path):
    lines = [
        {
            "id": "a",
            "text": TEXT,
            "entities": [{"start": 0, "end": 9, "label": "PERSON", "name": "Rita Moss"}],
        },
        {"id": "b", "text": "Other.", "entities": [{"start": 0, "end": 5, "label": "DATE", "name": "Other"}]},
        {
            "id": "c",
            "text": "Ann left.",
            "entities": [{"start": 0, "end": 3, "label": "PERSON", "name": "Ann"}],
        },
    ]
    path = tmp_path / "silver.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines))
    attributed = [article(frames=()), Annotated("b", "Another text.", "b", frames=())]
    found = with_silver(attributed, read_silver(path))
    assert [a.id for a in found] == ["a", "b", "c"]
    assert found[0].names == (Name(0, 9, "PERSON", "Rita Moss"),) and found[0].frames == ()
    assert found[1].names is None
    assert found[2].frames is None
