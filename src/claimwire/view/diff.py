"""What changed between two sets of claims: claim by claim, field by field.

Claims of one document are matched by id; those left by place and text, by text with its surroundings, by
text alone, and at last by the place of the predicate where the article is the same. Linear in the claims.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimwire.records import ClaimRecord
from claimwire.view import words

Key = Callable[[ClaimRecord], Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim that both sides have, with the fields that differ: name -> (before, after), in words."""

    before: ClaimRecord
    after: ClaimRecord
    fields: dict[str, tuple[str, str]]


@dataclass(slots=True)
class Difference:
    """The result of a comparison; `same` counts the claims that did not change."""

    same: int = 0
    added: list[ClaimRecord] = field(default_factory=list)
    removed: list[ClaimRecord] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def compare(before: Iterable[ClaimRecord], after: Iterable[ClaimRecord]) -> Difference:
    """Compare the claims of two runs or versions."""
    olds, news = _by_document(before), _by_document(after)
    result = Difference()
    for document in dict.fromkeys([*olds, *news]):
        _compare(olds.get(document, []), news.get(document, []), result)
    return result


def fields(claim: ClaimRecord) -> dict[str, str]:
    """What a claim says, in words, field by field; places and ids are not among them."""
    attribution = claim.attribution
    return {
        "text": claim.text,
        "resolved": claim.resolved,
        "subject": (claim.subject.name or claim.subject.text) if claim.subject else "",
        "predicate": claim.predicate.text if claim.predicate else "",
        "arguments": "; ".join(
            f"{a.role} {a.marker or ''} {a.text}".replace("  ", " ") for a in claim.arguments
        ),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "evidential": claim.evidential or "",
        "stance": words.stance_of(claim),
        "attribution": words.attribution_words(attribution) if attribution else "",
        "quantities": "; ".join(words.quantity_words(q) for q in claim.quantities),
        "dates": "; ".join(f"{d.text} = {words.date_words(d)}" for d in claim.dates),
        "entities": "; ".join(f"{e.name} ({e.label})" for e in claim.entities),
        "confidence": "" if claim.confidence is None else f"{claim.confidence:.2f}",
    }


def _by_document(claims: Iterable[ClaimRecord]) -> dict[str, list[ClaimRecord]]:
    found: defaultdict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        found[claim.document.id].append(claim)
    return dict(found)


def _keys(same_text: bool) -> list[Key]:
    keys: list[Key] = [
        lambda c: c.id,
        lambda c: (c.start, c.end, c.text),
        lambda c: (c.prefix, c.text, c.suffix),
        lambda c: c.text,
    ]
    if same_text:
        keys.append(lambda c: c.predicate.start if c.predicate else ("none", c.start))
    return keys


def _compare(olds: Sequence[ClaimRecord], news: Sequence[ClaimRecord], result: Difference) -> None:
    pairs, removed, added = match(olds, news)
    result.removed += removed
    result.added += added
    for old, new in pairs:
        one, other = fields(old), fields(new)
        differing = {name: (one[name], other[name]) for name in one if one[name] != other[name]}
        if differing:
            result.changed.append(Changed(old, new, differing))
        else:
            result.same += 1


def match(
    olds: Sequence[ClaimRecord], news: Sequence[ClaimRecord]
) -> tuple[list[tuple[ClaimRecord, ClaimRecord]], list[ClaimRecord], list[ClaimRecord]]:
    """The claims of one document paired one to one in the order of the text; those left of each side."""
    pairs: list[tuple[ClaimRecord, ClaimRecord]] = []
    same_text = {c.document.sha256 for c in olds} == {c.document.sha256 for c in news}
    left_old, left_new = list(olds), list(news)
    for key in _keys(same_text):
        waiting: defaultdict[Any, deque[ClaimRecord]] = defaultdict(deque)
        for new in left_new:
            waiting[key(new)].append(new)
        still = []
        for old in left_old:
            queue = waiting.get(key(old))
            if queue:
                pairs.append((old, queue.popleft()))
            else:
                still.append(old)
        taken = {id(new) for _, new in pairs}
        left_old, left_new = still, [new for new in left_new if id(new) not in taken]
    return sorted(pairs, key=lambda pair: pair[1].start), left_old, left_new
