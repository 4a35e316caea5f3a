"""Exported models score as the library they were trained with does, and survive the way through a file."""

import json

import numpy as np
import pytest

from claimwire.layers.attributions import calibrate
from claimwire.layers.attributions.linear import Linear
from claimwire.layers.attributions.trees import Trees, export
from claimwire.layers.attributions.weights import load, save


def test_a_linear_model_sums_the_weights_of_known_signs():
    model = Linear({"a": 1.0, "b": -0.5}, 0.25)
    assert model.score(["a", "b", "unknown"]) == 0.75


def test_a_linear_model_survives_arrays_even_with_line_breaks_in_signs():
    model = Linear({"word=\n": 1.0, "é": 2.0}, -1.0)
    again = Linear.from_arrays(model.arrays("m"), "m")
    assert again.weights == model.weights
    assert again.bias == model.bias


def test_exported_trees_predict_what_scikit_learn_predicts():
    ensemble = pytest.importorskip("sklearn.ensemble", reason="needs the extra: train")
    draw = np.random.default_rng(0)
    x = draw.normal(size=(400, 6)).astype(np.float32)
    y = np.sin(x[:, 0]) + x[:, 1] * (x[:, 2] > 0)
    model = ensemble.HistGradientBoostingRegressor(max_iter=20, random_state=0).fit(x, y)
    trees = Trees.from_arrays(export(model, "t"), "t")
    assert np.allclose(trees.predict(x), model.predict(x), atol=1e-4)
    assert trees.predict(x[:0]).shape == (0,)


def test_weights_of_another_format_are_refused(tmp_path):
    save(tmp_path, "wide", {}, {})
    path = tmp_path / "wide.npz"
    about = np.frombuffer(json.dumps({"format": 0}).encode(), dtype=np.uint8)
    np.savez(path, about=about)
    with pytest.raises(ValueError, match="format"):
        load("wide", str(tmp_path))


def test_weights_that_are_not_there_are_named(tmp_path):
    with pytest.raises(ValueError, match="no weights in"):
        load("wide", str(tmp_path / "nowhere"))


def test_shipped_weights_are_small_and_hold_no_pickles():
    from claimwire.layers.attributions import weights

    for scope in ("wide", "guidelines"):
        path = weights.Path(weights.__file__).parent / weights.file_of(scope)
        assert path.stat().st_size < 5_000_000
        with np.load(path, allow_pickle=False) as held:
            assert all(held[k].dtype != object for k in held.files)


@pytest.mark.parametrize("scope", ["wide", "guidelines"])
def test_confidence_grows_with_the_score_and_stays_between_0_and_1(scope):
    knots = load(scope).calibration
    confidence = calibrate.curve(knots)
    values = [confidence(x) for x in np.linspace(-8, 8, 50)]
    assert values == sorted(values)
    assert 0 <= values[0] < values[-1] <= 1


def test_reliability_counts_each_finding_once():
    rows = calibrate.reliability([0.05, 0.95, 1.0, 0.93], [False, True, True, False])
    assert [(low, n) for low, _, _, n in rows] == [(0.0, 1), (0.9, 3)]
    assert rows[1][2] == pytest.approx(2 / 3)
