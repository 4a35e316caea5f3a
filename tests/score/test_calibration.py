"""The confidence table: smoothed shares, and reliability on articles left out."""

from claimwire.score.calibration import SPEAKERS, SUBJECTS, as_table, confidences, judge, reliability

RIGHT, WRONG = ("named", "none"), ("pronoun", "pronoun")


def judged(articles: int = 4, each: int = 25):
    rows = [(f"a{n}", RIGHT, True) for n in range(articles) for _ in range(each)]
    return rows + [(f"a{n}", WRONG, k % 5 == 0) for n in range(articles) for k in range(each)]


def test_every_cell_has_a_share_and_shares_follow_the_counts():
    shares = confidences(judged())
    assert set(shares) == {(a, b) for a in SUBJECTS for b in SPEAKERS}
    assert all(0 < share < 1 for share in shares.values())
    assert shares[RIGHT] > 0.85
    assert shares[WRONG] < 0.35
    assert shares[WRONG] < shares["other", "none"] < shares[RIGHT]


def test_reliability_counts_every_claim_once():
    rows = reliability(judged())
    assert sum(count for _, count, _, _ in rows) == 200
    assert all(abs(mean - share) < 0.2 for _, _, mean, share in rows)


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
    assert rows == [("d", ("other", "none"), True), ("d", ("other", "none"), False)]


def test_the_table_names_its_columns_and_holds_every_cell():
    lines = [line for line in as_table(judged()).splitlines() if not line.startswith("#")]
    assert lines[0].split("\t") == ["subject", "speaker", "claims", "confidence"]
    assert len(lines) == 1 + len(SUBJECTS) * len(SPEAKERS)
