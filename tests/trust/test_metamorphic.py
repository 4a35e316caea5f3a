"""Changes of a text that must not change its claims, or must change them in a known way."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

import claimwire
from claimwire.articles import Article
from claimwire.pipeline import process_many
from claimwire.records import Claim, Document
from tests.fixture_gold import GOLD
from tests.pipelines import fixture_documents, loaded

SAME = 0.95


class Some:
    """Fixtures, with what is extracted from them as they are."""

    def __init__(self, step: int) -> None:
        self.gold = list(GOLD.values())[::step]
        self.documents = fixture_documents()[::step]

    def changed(self, change: Callable[[str], str]) -> list[Document]:
        """What is extracted from the changed texts."""
        return self.of([change(g["text"]) for g in self.gold])

    def of(self, texts: list[str]) -> list[Document]:
        rows = zip(self.gold, texts, strict=True)
        return list(process_many(loaded(), [Article(t, g["id"], date=g["date"]) for g, t in rows]))


@pytest.fixture(params=[pytest.param(5, id="some"), pytest.param(1, id="all", marks=pytest.mark.slow)])
def some(request) -> Some:
    return Some(request.param)


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


def share_kept(before: Sequence[Document], after: Sequence[Document], change=lambda text: text) -> float:
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


def test_a_paragraph_more_leaves_the_claims_before_it(some):
    more = "\n\nThe town council will meet again in the autumn to discuss its parking rules."
    after = some.changed(lambda text: text + more)
    for old, new in zip(some.documents, after, strict=True):
        spans = [(c.start, c.end, c.modality, c.polarity) for c in old.claims]
        assert [(c.start, c.end, c.modality, c.polarity) for c in new.claims][: len(spans)] == spans


def test_order_and_batch_size_change_nothing(some):
    articles = [Article(text=g["text"], id=g["id"], date=g["date"]) for g in some.gold]
    turned = list(process_many(loaded(), articles[::-1], batch_size=3))
    assert [d.claims for d in turned[::-1]] == [d.claims for d in some.documents]


def test_running_twice_gives_the_same_ids(nlp):
    first, *_ = GOLD.values()
    again = claimwire.extract(first["text"], date=first["date"], id=first["id"], nlp=nlp)
    assert [c.id for c in again.claims] == [c.id for c in fixture_documents()[0].claims]


def straight(text: str) -> str:
    return text.translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"})


def test_straight_quotes_give_the_claims_of_curly_ones(some):
    assert share_kept(some.documents, some.changed(straight), straight) >= SAME


def surname_swap(gold: dict) -> tuple[str, str] | None:
    """The surname of the person most often named (one only of that name), and another for it."""
    people = [e["name"].split()[-1] for e in gold["entities"] if e["label"] == "PERSON" and " " in e["name"]]
    full = {e["name"] for e in gold["entities"]}
    single = [p for p in people if sum(re.search(rf"\b{p}\b", n) is not None for n in full) == 1]
    return (max(single, key=single.count), "Marsden") if single else None


def test_another_surname_gives_the_same_claims_with_that_name(some):
    swaps = [surname_swap(g) for g in some.gold]
    assert sum(s is not None for s in swaps) >= len(swaps) // 3

    def changed(text: str, swap: tuple[str, str] | None) -> str:
        return re.sub(rf"\b{swap[0]}\b", swap[1], text) if swap else text

    after = some.of([changed(g["text"], s) for g, s in zip(some.gold, swaps, strict=True)])
    kept = [
        (share_kept([old], [new], lambda t, s=swap: changed(t, s)), len(old.claims))
        for old, new, swap in zip(some.documents, after, swaps, strict=True)
        if swap
    ]
    assert sum(k * n for k, n in kept) / sum(n for _, n in kept) >= SAME


def long_magnitudes(text: str) -> str:
    text = re.sub(r"(?<=\d)bn\b", " billion", text)
    text = re.sub(r"(?<=\d)m\b(?! [a-z]+ high)", " million", text)
    text = re.sub(r"\bper cent\b", "percent", text)
    return re.sub(r"(?<=\d)%", " percent", text)


def test_other_number_formats_give_the_same_claims(some):
    assert share_kept(some.documents, some.changed(long_magnitudes), long_magnitudes) >= SAME
