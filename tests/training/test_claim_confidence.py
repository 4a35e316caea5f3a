"""Weights of confidence: fitted on signs of doubt, checked on articles left out."""

import json

from claimwire.score.reliability import auc, calibration_error
from claimwire.training.claim_confidence import Judged, as_json, fit, judge, judge_resolved, left_out


def judged(articles: int = 6, each: int = 20):
    """Claims with the sign "doubtful" are right in one of five, those without in four of five."""
    rows = [Judged(f"a{n}", {}, k % 5 != 0) for n in range(articles) for k in range(each)]
    return rows + [
        Judged(f"a{n}", {"doubtful": 1.0}, k % 5 == 0) for n in range(articles) for k in range(each)
    ]


def test_the_weights_follow_the_shares():
    fitted = fit(judged())
    assert 0.7 < fitted.probability({}) < 0.8  # a ridge draws shares to the middle
    assert 0.2 < fitted.probability({"doubtful": 1.0}) < 0.3


def test_a_sign_of_few_claims_has_no_weight():
    rare = [Judged("a0", {"rare": 1.0}, False) for _ in range(3)]
    assert set(fit([*judged(), *rare]).weights) == {"doubtful"}


def test_each_claim_is_rated_once_by_the_others():
    rated = left_out(judged())
    assert len(rated) == 240
    assert calibration_error(rated) < 10
    assert auc(rated) > 0.75


def test_the_file_says_what_it_was_made_of():
    made = json.loads(as_json(fit(judged()), judged()))
    assert (made["claims"], made["articles"], set(made["weights"])) == (240, 6, {"doubtful"})


def test_a_resolved_text_that_changed_is_not_judged():
    claim = {
        "id": "c", "sentence": 0, "start": 0, "end": 8, "text": "She left", "prefix": "", "suffix": "",
        "resolved": "Ann left", "subject": None,
        "predicate": {"start": 4, "end": 8, "text": "left", "lemma": "leave"},
    }  # fmt: skip
    verdict = {"doc": "d", "start": 0, "end": 8, "resolved": "Ann left", "resolved_ok": True}
    documents = {"d": {"claims": [claim], "text": "She left"}}
    [found] = judge_resolved([verdict], documents)
    assert (found.article, found.right) == ("d", True)
    assert judge_resolved([{**verdict, "resolved": "Eve left"}], documents) == []


def test_a_claim_is_right_only_if_all_its_fields_are():
    text = "Ann left. Bob stayed."
    gold = {
        "id": "d", "text": text, "attributions": [], "quantities": [], "dates": [],
        "claims": [
            {"start": 0, "end": 8, "predicate": [4, 8], "subject": [0, 3],
             "subject_name": None, "polarity": "affirmed", "modality": "asserted", "attribution": None,
             "quantities": [], "dates": []},
            {"start": 10, "end": 20, "predicate": [14, 20], "subject": [10, 13],
             "subject_name": None, "polarity": "negated", "modality": "asserted", "attribution": None,
             "quantities": [], "dates": []},
        ],
    }  # fmt: skip
    found = [
        {
            "id": ident, "sentence": 0, "start": s, "end": e, "text": text[s:e], "prefix": "", "suffix": "",
            "resolved": text[s:e], "subject": {"start": s, "end": s + 3, "text": text[s : s + 3]},
            "predicate": {"start": s + 4, "end": e, "text": text[s + 4 : e], "lemma": "be"},
            "polarity": "affirmed", "modality": "asserted",
        }
        for ident, s, e in (("c1", 0, 8), ("c2", 10, 20))
    ]  # fmt: skip
    rows = judge([gold], {"d": {"claims": found}})
    assert [(row.article, row.right) for row in rows] == [("d", True), ("d", False)]
