"""What is learned from joined statements, on data made for it."""

import json

import msgspec
import numpy as np
import pytest

from claimwire.linking.features import NAMES
from claimwire.linking.scorer import loaded
from tests.linking.made import story

pytest.importorskip("sklearn", reason="needs the extra train")
from claimwire.linking.growing import grow  # noqa: E402
from claimwire.linking.training import Examples, dumped, examples, weights_of, write_folds  # noqa: E402
from claimwire.linking.trees import trees  # noqa: E402

SAME = NAMES.index("names")


def separable():
    """Pairs that state the same where they share a name, of two events."""
    chance = np.random.default_rng(7)
    x = chance.random((400, len(NAMES)), np.float32)
    return Examples(x, x[:, SAME] > 0.5, np.repeat([0, 1], 200))


def test_trees_find_what_tells_pairs_apart():
    made = separable()
    scores = trees(grow(made.x, made.y), NAMES)(made.x)
    assert scores[made.y].min() > 0 > scores[~made.y].max()


def test_a_weights_file_is_read_as_it_was_learned():
    made = separable()
    likely = loaded(dumped(weights_of(made))).likelihoods(made.x)
    assert ((likely > 0.5) == made.y).mean() > 0.95


def test_each_event_is_linked_by_what_the_others_teach(tmp_path):
    events = {"ferry": [story(n) for n in (1, 2, 3)], "again": [story(n) for n in (4, 5, 6)]}
    named = [(f"{event}/{d.id}", d) for event, some in events.items() for d in some]
    digests = {id_: msgspec.structs.replace(d, id=id_) for id_, d in named}
    held = {id_: [frozenset({n}) for n in (1, 2, 3, 10 + own)] for own, id_ in enumerate(digests)}
    write_folds(examples(digests, held), digests, tmp_path)
    groups = [json.loads(line) for line in (tmp_path / "groups.jsonl").read_text("utf-8").splitlines()]
    of = [{m["document"].split("/")[0] for m in g["members"]} for g in groups]
    assert {"ferry"} in of and {"again"} in of and {"ferry", "again"} not in of
    assert (tmp_path / "entities.jsonl").read_text("utf-8")
    assert {p.stem for p in tmp_path.glob("*.json")} == {"ferry", "again"}
