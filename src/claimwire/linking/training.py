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
from claimwire.linking.scorer import likely
from claimwire.linking.sources import from_files
from claimwire.linking.words import WORD

FLOOR, THRESHOLD, STRENGTH = 0.1, 0.35, 0.3
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
            features = pair_features(profiles[a], profiles[b])
            same = np.array([[bool(g & h) for h in held[b]] for g in held[a]]).reshape(features.shape[:2])
            wanted = likely(features)
            xs.append(features[wanted])
            ys.append(same[wanted])
            es.append(np.full(int(wanted.sum()), order[a.rpartition("/")[0]]))
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


def weights_of(e: Examples, without: int | None = None) -> dict[str, Any]:
    """The weights file learned from all events, or from all but one."""
    kept = e.event != without if without is not None else np.ones(len(e.y), bool)
    bias, weights = fit(e.x[kept], e.y[kept])
    name = f"pairs-{int(kept.sum())}-{len(NAMES)}"
    return {"name": name, "bias": round(bias, 5), "threshold": THRESHOLD, "floor": FLOOR, "weights": weights}


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
    given.output.write_text(json.dumps(weights_of(found), indent=1) + "\n", "utf-8")
    if given.folds:
        given.folds.mkdir(parents=True, exist_ok=True)
        for n, event in enumerate(dict.fromkeys(id_.rpartition("/")[0] for id_ in digests)):
            path = given.folds / f"{event}.json"
            path.write_text(json.dumps(weights_of(found, n)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
