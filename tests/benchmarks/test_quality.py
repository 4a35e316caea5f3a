"""CI fails below a floor."""

import pytest

from tests.benchmarks import quality


@pytest.mark.slow
@pytest.mark.parametrize("name", ["fixtures", *quality.SETS])
def test_no_measure_is_below_its_floor(name):
    if name not in quality.sets_at_hand():
        pytest.skip(f"needs ../shared: the data of {name!r} are not beside this checkout")
    figures, data = quality.figures_of(name)
    assert quality.below(name, figures, data) == []


def test_lowering_a_floor_is_refused_without_a_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(quality, "FLOORS", tmp_path / "floors.json")
    assert quality.pin("x", {"f": 80.0}, "data", None) == []
    assert quality.pin("x", {"f": 70.0}, "data", None) == ["x: f would fall from 80.0 to 70.0; give --reason"]
    assert quality.read_floors()["x"]["floors"] == {"f": 80.0}
    assert quality.pin("x", {"f": 70.0}, "data", "the guideline changed") == []
    assert quality.read_floors()["x"]["lowered"][0]["reason"] == "the guideline changed"
    assert quality.below("x", {"f": 68.0}, "data") == ["x: f is 68.0, below its floor 70.0"]
    assert quality.below("x", {"f": 71.0}, "other data") != []


def test_the_readme_shows_the_pinned_figures():
    readme = (quality.ROOT / "README.md").read_text(encoding="utf-8")
    assert quality.table() in readme
