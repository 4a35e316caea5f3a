"""Learn when two statements state the same, from articles whose statements people have joined.

    python -m claimwire.linking.training LINKS.jsonl DOCUMENTS.jsonl -o pairs.json

LINKS: one event a line, {"event", "articles": [{"id", "text"}], "groups": [{"members": [{"article",
"words"}]}]}. DOCUMENTS: the records of its articles, each with the id EVENT/ARTICLE. With --folds
FOLDER each event is linked by weights learned from the others, and FOLDER holds these weights and what came
out, groups.jsonl and entities.jsonl, to be compared with LINKS. Needs scikit-learn (`pip install
claimwire[train]`).
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

from claimwire.linking.database import open_database
from claimwire.linking.digest import Digest
from claimwire.linking.features import NAMES, pair_features
from claimwire.linking.growing import TREES, grow
from claimwire.linking.link import ENTITIES, GROUPS
from claimwire.linking.profile import profile_of
from claimwire.linking.reading import entities, groups
from claimwire.linking.scorer import loaded
from claimwire.linking.sources import from_files
from claimwire.linking.update import Links
from claimwire.linking.words import WORD
from claimwire.sinks.jsonl import encode

FLOOR, THRESHOLD, STRENGTH = 0.1, 0.25, 0.3
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


def write_folds(found: Examples, digests: dict[str, Digest], folder: Path) -> None:
    """For each event the weights learned from the others, and the groups and entities they make of it."""
    folder.mkdir(parents=True, exist_ok=True)
    written: dict[str, list[bytes]] = {GROUPS: [], ENTITIES: []}
    for n, event in enumerate(dict.fromkeys(id_.rpartition("/")[0] for id_ in digests)):
        held = dumped(weights_of(found, n))
        (folder / f"{event}.json").write_text(held + "\n", "utf-8")
        database = open_database("sqlite:///:memory:")
        of_event = [d for id_, d in digests.items() if id_.rpartition("/")[0] == event]
        Links(database, score=loaded(held)).update(of_event)
        written[GROUPS] += map(encode, groups(database))
        written[ENTITIES] += map(encode, entities(database))
        database.close()
    for name, lines in written.items():
        (folder / name).write_bytes(b"".join(line + b"\n" for line in lines))


def main() -> None:
    """Write the weights; with --folds also those that leave each event out, and what they link."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("links", type=Path)
    parser.add_argument("documents", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument(
        "--folds", type=Path, help="folder for what is linked by weights that have not seen its event"
    )
    given = parser.parse_args()
    events = [json.loads(line) for line in given.links.read_text("utf-8").splitlines() if line.strip()]
    digests = {d.id: d for d in from_files([given.documents], [])}
    found = examples(digests, labels(events, digests))
    given.output.write_text(dumped(weights_of(found)) + "\n", "utf-8")
    if given.folds:
        write_folds(found, digests, given.folds)


if __name__ == "__main__":
    main()
