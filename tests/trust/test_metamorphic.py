"""Changes of a text that must not change its claims, or must change them in a known way."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import claimwire
from claimwire.articles import Article
from claimwire.pipeline import process_many
from claimwire.records import Claim, Document

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
GOLD = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(FIXTURES.glob("*.gold.json"))]
SAME = 0.95


def extracted(nlp, texts: list[str]) -> list[Document]:
    rows = zip(GOLD, texts, strict=True)
    return list(process_many(nlp, [Article(text=t, id=g["id"], date=g["date"]) for g, t in rows]))


@pytest.fixture(scope="module")
def plain(nlp) -> list[Document]:
    return extracted(nlp, [g["text"] for g in GOLD])


def essence(claim: Claim) -> tuple:
    """What a claim says, without its place and wording."""
    source = claim.attribution.source if claim.attribution else None
    return (
        claim.predicate.text if claim.predicate else None,
        claim.subject.text if claim.subject else None,
        claim.modality,
        claim.polarity,
        source.name if source else None,
        tuple((q.value, q.low, q.high, q.unit, q.modifier) for q in claim.quantities),
        tuple(d.value for d in claim.dates),
    )


def share_kept(before: list[Document], after: list[Document], change=lambda text: text) -> float:
    """Share of the claims before that are there after, with `change` done to all their words."""
    kept = total = 0
    for old, new in zip(before, after, strict=True):
        have = [essence(c) for c in new.claims]
        for claim in old.claims:
            wanted = tuple(change(x) if isinstance(x, str) else x for x in essence(claim))
            total += 1
            if wanted in have:
                kept += 1
                have.remove(wanted)
    return kept / total


def test_a_paragraph_more_leaves_the_claims_before_it(nlp, plain):
    more = "\n\nThe town council will meet again in the autumn to discuss its parking rules."
    after = extracted(nlp, [g["text"] + more for g in GOLD])
    for old, new in zip(plain, after, strict=True):
        spans = [(c.start, c.end, c.modality, c.polarity) for c in old.claims]
        assert [(c.start, c.end, c.modality, c.polarity) for c in new.claims][: len(spans)] == spans


def test_order_and_batch_size_change_nothing(nlp, plain):
    articles = [Article(text=g["text"], id=g["id"], date=g["date"]) for g in GOLD]
    turned = list(process_many(nlp, articles[::-1], batch_size=3))
    assert [d.claims for d in turned[::-1]] == [d.claims for d in plain]


def test_running_twice_gives_the_same_ids(nlp, plain):
    again = claimwire.extract(GOLD[0]["text"], date=GOLD[0]["date"], id=GOLD[0]["id"], nlp=nlp)
    assert [c.id for c in again.claims] == [c.id for c in plain[0].claims]


def straight(text: str) -> str:
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})


def test_straight_quotes_give_the_claims_of_curly_ones(nlp, plain):
    after = extracted(nlp, [straight(g["text"]) for g in GOLD])
    assert share_kept(plain, after, straight) >= SAME


def surname_swap(gold: dict) -> tuple[str, str] | None:
    """The surname of the person most often named (one only of that name), and another for it."""
    people = [e["name"].split()[-1] for e in gold["entities"] if e["label"] == "PERSON" and " " in e["name"]]
    full = {e["name"] for e in gold["entities"]}
    single = [p for p in people if sum(re.search(rf"\b{p}\b", n) is not None for n in full) == 1]
    return (max(single, key=single.count), "Marsden") if single else None


def test_another_surname_gives_the_same_claims_with_that_name(nlp, plain):
    swaps = [surname_swap(g) for g in GOLD]
    assert sum(s is not None for s in swaps) >= 8

    def changed(text: str, swap: tuple[str, str] | None) -> str:
        return re.sub(rf"\b{swap[0]}\b", swap[1], text) if swap else text

    after = extracted(nlp, [changed(g["text"], s) for g, s in zip(GOLD, swaps, strict=True)])
    kept = [
        (share_kept([old], [new], lambda t, s=swap: changed(t, s)), len(old.claims))
        for old, new, swap in zip(plain, after, swaps, strict=True)
        if swap
    ]
    assert sum(k * n for k, n in kept) / sum(n for _, n in kept) >= SAME


def long_magnitudes(text: str) -> str:
    text = re.sub(r"(?<=\d)bn\b", " billion", text)
    text = re.sub(r"(?<=\d)m\b(?! [a-z]+ high)", " million", text)
    text = re.sub(r"\bper cent\b", "percent", text)
    return re.sub(r"(?<=\d)%", " percent", text)


def test_other_number_formats_give_the_same_claims(nlp, plain):
    after = extracted(nlp, [long_magnitudes(g["text"]) for g in GOLD])
    assert share_kept(plain, after, long_magnitudes) >= SAME
