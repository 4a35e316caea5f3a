"""The scorer of references, fitted on what encoders that never saw an article say of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from claimwire.layers.references.scorer import FILE
from claimwire.training.data import Annotated
from claimwire.training.references import RatedScene, fit_scorer, probabilities
from claimwire.training.scenes import scenes_of
from claimwire.training.thresholds import least_of, temperature_of

Tell = Callable[[str], None]


def fit_on_folds(
    articles: Sequence[Annotated], fold: dict[str, int], folder: Path, seed: int, tell: Tell
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The weights of the scorer, and its figures by cross-validation over the same folds.

    folder: holds one folder of weights a fold, `fold0` …, whose encoder did not see that fold.
    """
    scenes: dict[int, list[RatedScene]] = defaultdict(list)
    for k in sorted(set(fold.values())):
        some = [a for a in articles if fold[a.group] == k]
        for found in read(some, folder / f"fold{k}"):
            scenes[k] += found
    return fit_scenes(scenes, seed, tell)


def read(articles: Iterable[Annotated], encoder: Path) -> Iterable[list[RatedScene]]:
    """The scenes of each article, read by the default pipeline with these weights."""
    from claimwire.articles import Article
    from claimwire.pipeline import load, make_doc

    names = ("claimwire_names", "claimwire_attributions", "claimwire_references")
    nlp = load(overrides={f"components.{n}.encoder": str(encoder) for n in names[:2]})
    nlp.remove_pipe(names[2])
    nlp.remove_pipe("claimwire_claims")
    for a in articles:
        doc = nlp(make_doc(nlp, Article(text=a.text, id=a.id, date=a.date)))
        yield scenes_of(doc, a)


def fit_scenes(
    scenes: dict[int, list[RatedScene]], seed: int, tell: Tell
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The weights fitted on all scenes, with temperature and thresholds chosen on scenes of other folds."""
    unseen: list[tuple[RatedScene, Any]] = []
    for k in sorted(scenes):
        net = fit_scorer([s for j, some in scenes.items() if j != k for s in some], seed)
        unseen += [(s, net.together([s])[0][0].detach().numpy()) for s in scenes[k]]
    temperature = temperature_of([z for _, z in unseen], [s for s, _ in unseen])
    rated = [(s, _softmax(z / temperature)) for s, z in unseen]
    least = least_of(rated)
    figures = figures_of(rated, least)
    for cls, row in figures.items():
        tell(f"references {cls}: {row}")
    net = fit_scorer([s for some in scenes.values() for s in some], seed)
    return {**net.weights(), "temperature": temperature, "least": least}, figures


def _softmax(z: Any) -> Any:
    p = np.exp(z - z.max())
    return p / p.sum()


def figures_of(rated: Sequence[tuple[RatedScene, Any]], least: dict[str, float]) -> dict[str, Any]:
    """Class -> precision, recall and count of the right ones, on scenes of other folds."""
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for s, p in rated:
        if not s.known:
            continue
        k = int(p[1:].argmax()) if len(p) > 1 else -1
        taken = k >= 0 and p[k + 1] >= least[s.cls]
        row = count[s.cls]
        row[0] += taken and k in s.right
        row[1] += taken
        row[2] += bool(s.right) or s.hopeless
    return {
        cls: {"P": round(100 * a / max(b, 1), 1), "R": round(100 * a / max(c, 1), 1), "gold": c}
        for cls, (a, b, c) in sorted(count.items())
    }


def write_scorer(weights: dict[str, Any], folder: Path) -> None:
    """Write the scorer's file beside the encoder's."""
    (folder / FILE).write_text(json.dumps(weights) + "\n", encoding="utf-8")


__all__ = ["figures_of", "fit_on_folds", "fit_scenes", "probabilities", "read", "write_scorer"]
