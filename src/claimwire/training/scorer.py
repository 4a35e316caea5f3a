"""The scorer of references, fitted on what encoders that never saw an article say of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimwire.encoder.card import shipped
from claimwire.layers.references.scorer import FILE, FORMAT
from claimwire.training.data import Annotated
from claimwire.training.references import RatedScene, fit_scorer
from claimwire.training.scenes import scenes_of
from claimwire.training.thresholds import Rated, calibration_of, figures_of, least_of, softmax, temperature_of

Tell = Callable[[str], None]


def fit_on_folds(
    articles: Sequence[Annotated], fold: Mapping[str, int], weights: Mapping[int, Path], seed: int, tell: Tell
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The weights of the scorer, and its figures by cross-validation over the same folds.

    weights: fold -> folder of weights whose encoder did not see that fold. Articles of a fold without one are
    learned from with their annotated names only, as all others are beside the names that were found.
    """
    found: dict[int, list[RatedScene]] = defaultdict(list)
    given: dict[int, list[RatedScene]] = defaultdict(list)
    for k in sorted(set(fold.values())):
        some = [a for a in articles if fold[a.group] == k]
        for mine, theirs in read(some, weights.get(k, shipped())):
            given[k] += theirs
            found[k] += mine if k in weights else []
    return fit_scenes({k: found[k] for k in found if found[k]}, given, seed, tell)


def read(articles: Iterable[Annotated], encoder: Path) -> Iterable[tuple[list[RatedScene], list[RatedScene]]]:
    """The scenes of each article, read by the default pipeline with these weights: names found, and given."""
    from claimwire.articles import Article
    from claimwire.pipeline import load, make_doc

    names = ("claimwire_names", "claimwire_attributions", "claimwire_references")
    nlp = load(overrides={f"components.{n}.encoder": str(encoder) for n in names[:2]})
    nlp.remove_pipe(names[2])
    nlp.remove_pipe("claimwire_claims")
    for a in articles:
        doc = nlp(make_doc(nlp, Article(text=a.text, id=a.id, date=a.date)))
        yield scenes_of(doc, a), scenes_of(doc, a, given=True)


def fit_scenes(
    found: Mapping[int, list[RatedScene]], given: Mapping[int, list[RatedScene]], seed: int, tell: Tell
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The weights fitted on all scenes; temperature and thresholds come from found ones of other folds."""
    unseen: list[Rated] = []
    for k in sorted(found):
        rest = [s for part in (found, given) for j, some in part.items() if j != k for s in some]
        net = fit_scorer(rest, seed)
        unseen += list(zip(found[k], net.logits(found[k]), strict=True))
    temperature = temperature_of(unseen)
    rated = [(s, softmax(z / temperature)) for s, z in unseen]
    least = least_of(rated)
    figures = {**figures_of(rated, least), "calibration": calibration_of(rated)}
    for cls, row in figures.items():
        tell(f"references {cls}: {row}")
    net = fit_scorer([s for part in (found, given) for some in part.values() for s in some], seed)
    return {"format": FORMAT, **net.weights(), "temperature": temperature, "least": least}, figures


def write_scorer(weights: dict[str, Any], folder: Path) -> None:
    """Write the scorer's file beside the encoder's."""
    (folder / FILE).write_text(json.dumps(weights) + "\n", encoding="utf-8")
