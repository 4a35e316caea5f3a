"""Learn when two statements state the same, from articles whose statements people have joined.

    python -m claimwire.linking.training LINKS.jsonl DOCUMENTS.jsonl -o pairs.json

LINKS: one event a line, {"event", "articles": [{"id", "text"}], "groups": [{"members": [{"article",
"words"}]}]}. DOCUMENTS: the records of its articles, each with the id EVENT/ARTICLE. Scores are by
cross-validation, an event left out at a time. Needs scikit-learn (`pip install claimwire[train]`).
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimwire.linking.digest import Digest
from claimwire.linking.features import NAMES, pair_features
from claimwire.linking.profile import profile_of
from claimwire.linking.sources import from_files
from claimwire.linking.trees import DEPTH
from claimwire.linking.words import WORD

FLOOR, THRESHOLD, STRENGTH = 0.1, 0.25, 0.3
TREES, RATE = 200, 0.04
Labels = dict[str, list[frozenset[int]]]


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs of statements: features, whether they state the same, and the number of their event."""

    x: NDArray[np.float32]
    y: NDArray[np.bool_]
    event: NDArray[np.int64]


def labels(events: Iterable[dict[str, Any]], digests: dict[str, Digest]) -> Labels:
    """For each statement of each document the numbers of the gold groups that it stands for."""
    found: Labels = {}
    number = 0
    for event in events:
        spans: dict[str, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        texts = {a["id"]: a["text"] for a in event["articles"]}
        for group in event["groups"]:
            number += 1
            for m in group["members"]:
                text = texts[m["article"]]
                start = text.index(m["words"])
                spans[m["article"]].append((number, _words(text, start, start + len(m["words"]))))
        for article, text in texts.items():
            id_ = f"{event['event']}/{article}"
            if id_ in digests:
                found[id_] = [_groups(text, s.start, s.end, spans[article]) for s in digests[id_].statements]
    return found


def _words(text: str, start: int, end: int) -> frozenset[int]:
    return frozenset(m.start() + start for m in WORD.finditer(text[start:end]))


def _groups(text: str, start: int, end: int, spans: Sequence[tuple[int, frozenset[int]]]) -> frozenset[int]:
    """A statement stands for what shares half of the shorter one's words."""
    mine = _words(text, start, end)
    return frozenset(n for n, words in spans if mine and 2 * len(mine & words) >= min(len(mine), len(words)))


def examples(digests: dict[str, Digest], held: Labels) -> Examples:
    """All likely pairs of two documents of one event."""
    profiles = {id_: profile_of(d) for id_, d in digests.items()}
    order = {e: n for n, e in enumerate(dict.fromkeys(id_.rpartition("/")[0] for id_ in digests))}
    xs, ys, es = [], [], []
    for a, b in combinations(held, 2):
        if a.rpartition("/")[0] == b.rpartition("/")[0]:
            pairs = pair_features(profiles[a], profiles[b])
            places = zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True)
            xs.append(pairs.features)
            ys.append(np.array([bool(held[a][i] & held[b][j]) for i, j in places], dtype=bool))
            es.append(np.full(len(pairs.rows), order[a.rpartition("/")[0]]))
    return Examples(np.concatenate(xs), np.concatenate(ys), np.concatenate(es))


def fit(x: NDArray[np.float32], y: NDArray[np.bool_]) -> tuple[float, dict[str, float]]:
    """Bias and weights of a logistic regression, for features as they are."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(scaler.transform(x), y)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - weights @ scaler.mean_)
    return bias, {name: round(float(w), 5) for name, w in zip(NAMES, weights, strict=True)}


def grow(x: NDArray[np.float32], y: NDArray[np.bool_]) -> dict[str, Any]:
    """Boosted trees for the log of the odds, as `claimwire.linking.trees` reads them."""
    from sklearn.ensemble import GradientBoostingClassifier

    model = GradientBoostingClassifier(
        n_estimators=TREES, max_depth=DEPTH, subsample=0.5, max_features=0.25, learning_rate=RATE,
        min_samples_leaf=20, random_state=0,
    ).fit(x, y)  # fmt: skip
    share = float(y.mean())
    grown = [_complete(tree.tree_) for tree in model.estimators_[:, 0]]
    return {"bias": round(float(np.log(share / (1 - share))), 5), "trees": grown}


def _complete(tree: Any) -> list[list[Any]]:
    """A tree as [names, bounds, leaves], complete: a leaf that stands higher stands for all below it."""
    names: list[str] = [NAMES[0]] * (2**DEPTH - 1)
    bounds, leaves = [0.0] * (2**DEPTH - 1), [0.0] * 2**DEPTH

    def put(place: int, node: int) -> None:
        if place >= 2**DEPTH - 1:
            leaves[place - (2**DEPTH - 1)] = round(RATE * float(tree.value[node][0][0]), 5)
            return
        split = tree.children_left[node] != -1
        if split:
            names[place], bounds[place] = NAMES[tree.feature[node]], round(float(tree.threshold[node]), 5)
        put(2 * place + 1, tree.children_left[node] if split else node)
        put(2 * place + 2, tree.children_right[node] if split else node)

    put(0, 0)
    return [names, bounds, leaves]


def weights_of(e: Examples, without: int | None = None) -> dict[str, Any]:
    """The weights file learned from all events, or from all but one."""
    kept = e.event != without if without is not None else np.ones(len(e.y), bool)
    bias, weights = fit(e.x[kept], e.y[kept])
    return {
        "name": f"pairs-{int(kept.sum())}-{len(NAMES)}-{TREES}", "bias": round(bias, 5),
        "threshold": THRESHOLD, "floor": FLOOR, "weights": weights, "trees": grow(e.x[kept], e.y[kept]),
    }  # fmt: skip


def dumped(weights: dict[str, Any]) -> str:
    """The weights file: one weight or tree a line, so that two of them can be compared."""
    held = weights["trees"]
    grown = ",\n  ".join(json.dumps(tree, separators=(",", ":")) for tree in held["trees"])
    rest = json.dumps({k: v for k, v in weights.items() if k != "trees"}, indent=1)
    return f'{rest[:-2]},\n "trees": {{"bias": {held["bias"]}, "trees": [\n  {grown}\n ]}}\n}}'


def main() -> None:
    """Write the weights; with --folds also those that leave each event out, for honest scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("links", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--folds", type=Path, help="folder for the weights that leave one event out each")
    given = parser.parse_args()
    events = [json.loads(line) for line in given.links.read_text("utf-8").splitlines() if line.strip()]
    digests = {d.id: d for d in from_files([given.documents], [])}
    found = examples(digests, labels(events, digests))
    given.output.write_text(dumped(weights_of(found)) + "\n", "utf-8")
    if given.folds:
        given.folds.mkdir(parents=True, exist_ok=True)
        for n, event in enumerate(dict.fromkeys(id_.rpartition("/")[0] for id_ in digests)):
            path = given.folds / f"{event}.json"
            path.write_text(dumped(weights_of(found, n)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
