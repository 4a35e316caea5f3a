"""Train the attribution layer from annotated articles (JSON Lines) and write its weights.

Each line: {"id", "text", "attributions": [{"source", "cue", "content": [[start, end], …]}]}, offsets in code
points, roles possibly of several pieces or empty. Needs scikit-learn (`pip install claimwire[train]`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from claimwire.errors import UserError
from claimwire.layers.attributions import calibrate
from claimwire.layers.attributions.find import SCOPES
from claimwire.layers.attributions.fitting import FOLDS
from claimwire.layers.attributions.gold import gold_of
from claimwire.layers.attributions.stages import (
    SERVED_FLOOR,
    Article,
    accept_stage,
    content_stage,
    cue_stage,
    known_nouns,
    source_stage,
)
from claimwire.layers.attributions.trees import export
from claimwire.layers.attributions.view import View
from claimwire.layers.attributions.weights import save
from claimwire.layers.layout.blocks import blocks, headlines
from claimwire.layers.parse import parse_of
from claimwire.layers.quotations.pair import quotations
from claimwire.records import Span

Progress = Callable[[str], None]


class TrainingError(UserError, ValueError):
    """Training data that cannot be read or learnt from; the message says what is wrong."""


def train(
    path: str | Path,
    out: str | Path,
    seed: int = 0,
    pipeline: str = "wide",
    progress: Progress = print,
    docs: Iterable[Doc] | None = None,
) -> dict[str, float]:
    """Learn from a file of annotated articles and write the weights to the folder `out`.

    pipeline: whose model parses the texts. docs: the parsed texts in the file's order, where they are at hand
    already. Returns scores by five-fold cross-validation over articles, "scope.measure" each (percentages;
    `threshold` is a logit), and reports them through `progress`. The same data, seed and library versions
    give the same weights. Raises TrainingError.
    """
    if find_spec("sklearn") is None:
        raise TrainingError('needs scikit-learn; install it with: pip install "claimwire[train]"')
    rows = _read(Path(path))
    progress(f"{len(rows)} articles, {sum(len(r['attributions']) for r in rows)} attributions")
    parsed = list(docs if docs is not None else _parse(rows, pipeline, progress))
    order = np.random.default_rng(seed).permutation(len(rows)) % FOLDS
    scores: dict[str, float] = {}
    for scope in SCOPES:
        progress(f"scope {scope}")
        nested = scope != "wide"
        articles = [
            _article(doc, row, int(k), nested) for doc, row, k in zip(parsed, rows, order, strict=True)
        ]
        found, path = _learn(articles, Path(out), scope, seed, progress)
        for name, value in found.items():
            progress(f"{name:20s} {value:6.1f}")
        progress(f"weights in {path}")
        scores |= {f"{scope}.{name}": value for name, value in found.items()}
    return scores


def _learn(
    articles: list[Article], out: Path, scope: str, seed: int, progress: Progress
) -> tuple[dict[str, float], Path]:
    """Learn one scope and write its weights; returns its scores and the file."""
    progress("cues")
    nouns = known_nouns(articles)
    cue = cue_stage(articles, nouns)
    progress("sources")
    source, picked = source_stage(articles)
    progress("contents")
    linear, content, found = content_stage(articles, picked, lambda: _regressor(seed))
    progress("acceptance")
    accept, logits, right = accept_stage(articles, lambda: _classifier(seed))
    total = sum(len(a.wanted) for a in articles) if scope != "wide" else sum(len(a.gold) for a in articles)
    threshold, scores = _best_threshold(logits, right, total)
    arrays = cue.arrays("cue") | source.arrays("source") | linear.arrays("content_linear")
    arrays |= export(content, "content") | export(accept, "accept")
    scores |= {k: round(100 * v, 1) for k, v in found.items()}
    about = {
        "nouns": sorted(nouns), "floor": SERVED_FLOOR, "seed": seed, "scope": scope,
        "articles": len(articles), "attributions": total, "threshold": threshold,
        "calibration": calibrate.fit(logits, right, threshold - 1.0), "scores": scores,
    }  # fmt: skip
    return scores, save(out, scope, arrays, about)


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
    except OSError as error:
        raise TrainingError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:
        raise TrainingError(f"{path}: cannot be read as JSON Lines: {error}") from error
    if len(rows) < FOLDS:
        raise TrainingError(f"{path}: {len(rows)} articles are too few, {FOLDS} is the least")
    for k, row in enumerate(rows, 1):
        if not isinstance(row, dict) or "text" not in row or "attributions" not in row:
            raise TrainingError(f"{path}: line {k} has no text and attributions")
    return rows


def _parse(rows: list[dict[str, Any]], pipeline: str, progress: Progress) -> Iterator[Doc]:
    from claimwire.pipeline import load

    nlp = load(pipeline)
    for name in list(nlp.pipe_names):
        if name.startswith("claimwire_") and name != "claimwire_layout" or name == "ner":
            nlp.remove_pipe(name)
    for k, doc in enumerate(nlp.pipe(r["text"] for r in rows)):
        if k % 100 == 0:
            progress(f"parsed {k} of {len(rows)}")
        yield doc


def view_of(doc: Doc, nested: bool) -> View:
    """The view of a parsed Doc, its quotations and headlines found anew."""
    text, paragraphs = doc.text, blocks(doc.text)
    titles = [Span(s, e, text[s:e]) for s, e in headlines(text)]
    return View(parse_of(doc), quotations(text, paragraphs), paragraphs, titles, nested)


def _article(doc: Doc, row: dict[str, Any], fold: int, nested: bool) -> Article:
    view = view_of(doc, nested)
    return Article(view, gold_of(view, row["attributions"]), fold)


def _regressor(seed: int) -> Any:
    from sklearn.ensemble import HistGradientBoostingRegressor

    return HistGradientBoostingRegressor(
        max_iter=120, max_leaf_nodes=24, learning_rate=0.12, max_depth=6, min_samples_leaf=40,
        early_stopping=False, random_state=seed,
    )  # fmt: skip


def _classifier(seed: int) -> Any:
    from sklearn.ensemble import HistGradientBoostingClassifier

    return HistGradientBoostingClassifier(
        max_iter=200, max_leaf_nodes=15, learning_rate=0.06, max_depth=6, min_samples_leaf=30,
        early_stopping=False, random_state=seed,
    )  # fmt: skip


def _best_threshold(logits: np.ndarray, right: np.ndarray, total: int) -> tuple[float, dict[str, float]]:
    """The logit that gives the best F1 against all gold attributions, and the scores there."""
    order = np.argsort(-logits, kind="stable")
    hits, tried = np.cumsum(right[order]), np.arange(1, len(order) + 1)
    k = int((2 * hits / (tried + total)).argmax())
    p, r = hits[k] / tried[k], hits[k] / total
    scores = {"attribution_p": 100 * p, "attribution_r": 100 * r, "attribution_f1": 200 * p * r / (p + r)}
    threshold = round(float(logits[order[k]]), 4)
    return threshold, {k: round(float(v), 1) for k, v in scores.items()} | {"threshold": threshold}
