"""The figures are those of the reference scorer, on gold that is spoilt at random."""

import copy
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from claimwire.score import evaluate, read_gold

SHARED = Path(__file__).parents[3] / "shared"


def as_prediction(gold: dict, rng: random.Random) -> dict:
    """A document record as a system might have made it: gold with items dropped, moved and mistaken."""
    doc = copy.deepcopy(gold)
    for layer in ("entities", "quantities", "dates", "attributions", "claims"):
        doc[layer] = [spoilt(item, rng) for item in doc[layer] if rng.random() > 0.15]
    by_id = {i["id"]: i for layer in ("attributions", "quantities", "dates") for i in doc[layer]}
    for attribution in doc["attributions"]:
        source = attribution["source"]
        if source:
            start, end = source if isinstance(source, list) else (source["start"], source["end"])
            attribution["source"] = {"start": start, "end": end, "name": attribution["name"]}
    for claim in doc["claims"]:
        claim["attribution"] = by_id.get(claim["attribution"])
        for layer in ("quantities", "dates"):
            claim[layer] = [by_id[k] for k in claim[layer] if k in by_id]
        if claim["subject"]:
            start, end = claim["subject"] if isinstance(claim["subject"], list) else claim["subject"].values()
            claim["subject"] = {"start": start, "end": end, "name": claim["subject_name"]}
    return doc


def spoilt(item: dict, rng: random.Random) -> dict:
    if "start" in item and rng.random() < 0.2:
        item["start"] += rng.choice([1, 4, 9])
        item["end"] += rng.choice([0, 7, 20])
    for key, others in {
        "label": ["ORG", "PERSON"],
        "name": ["Nobody", None],
        "value": [None, "2020", 7.0],
        "modifier": ["approx", None],
        "mod": ["MID", None],
        "type": ["DATE", "direct"],
        "modality": ["planned"],
        "polarity": ["negated"],
    }.items():
        if key in item and rng.random() < 0.1:
            wrong = rng.choice(others)
            is_number = isinstance(item[key], float | int)
            if key != "value" or is_number == isinstance(wrong, float):
                item[key] = wrong
    return item


@pytest.mark.shared
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_same_figures_as_the_reference(tmp_path, seed):
    scorer = SHARED / "bench" / "score_gold.py"
    if not scorer.exists():
        pytest.skip("needs ../shared: the reference scorer")
    folders = [str(SHARED / "gold"), str(SHARED / "gold" / "dev")]
    gold = read_gold(folders)
    rng = random.Random(seed)
    predictions = [as_prediction(g, rng) for g in gold]
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(json.dumps(p) + "\n" for p in predictions), "utf-8")
    texts = ["--texts", folders[0], "--predictions", str(path), "--json"]
    done = subprocess.run([sys.executable, str(scorer), *folders, *texts], capture_output=True, check=True)
    reference = json.loads(done.stdout)
    assert evaluate(gold, {p["id"]: p for p in predictions}) == reference
    assert 20 < reference["claims.full"]["F1"] < 90  # the spoiling left something right and something wrong
