"""The measures of claims, one document at a time.

`claims`: predicates overlap, one to one, those that share most words first. Of the matched ones, the share
whose span (0.7 of the words), predicate (0.5), subject, subject's name, modality, polarity, speaker,
quantities and dates are right. `claims.full`: all of these right, without span and predicate.
"""

from __future__ import annotations

from typing import Any

from claimwire.score.layers import speaker
from claimwire.score.spans import overlap, same_noun_phrase, shared_words, span
from claimwire.score.tally import Tally, pair
from claimwire.score.values import amount, name, timex

Item = dict[str, Any]


def claims(text: str, gold: Item, found: list[Item], tally: Tally) -> None:
    """Add the counts of claims; those predicted without a predicate are not compared."""
    wanted, given = gold["claims"], [c for c in found if c.get("predicate")]
    known = {item["id"]: item for layer in ("attributions", "quantities", "dates") for item in gold[layer]}
    pairs = pair(wanted, given, lambda g, f: _likeness(text, g, f))
    full = 0
    for g, f in pairs:
        tally.share("claims.span", shared_words(text, [span(g)], [span(f)]) >= 0.7)
        alike = shared_words(text, [span(g["predicate"])], [span(f["predicate"])])
        tally.share("claims.predicate", alike >= 0.5)
        right = [tally.share(f"claims.{field}", ok) for field, ok in _fields(text, g, f, known)]
        full += all(right)
    tally.measure("claims", len(pairs), len(wanted), len(given))
    tally.measure("claims.full", full, len(wanted), len(given))


def right_claims(text: str, gold: Item, found: list[Item]) -> set[str]:
    """The ids of the predicted claims that match a gold one and have all of its fields right."""
    known = {item["id"]: item for layer in ("attributions", "quantities", "dates") for item in gold[layer]}
    pairs = pair(gold["claims"], [c for c in found if c.get("predicate")], lambda g, f: _likeness(text, g, f))
    return {f["id"] for g, f in pairs if all(ok for _, ok in _fields(text, g, f, known))}


def _likeness(text: str, gold: Item, found: Item) -> float | None:
    a, b = [span(gold["predicate"])], [span(found["predicate"])]
    return 0.01 + shared_words(text, a, b) if overlap(a, b) else None


def _fields(text: str, gold: Item, found: Item, known: dict[str, Item]) -> list[tuple[str, bool]]:
    """The fields that gold speaks of, and whether each is right."""
    subject = found.get("subject") or {}
    out = [("subject", _same_subject(text, gold["subject"], subject))]
    if gold["subject_name"]:
        out.append(("subject_name", name(subject.get("name")) == name(gold["subject_name"])))
    out += [(field, gold[field] == found.get(field)) for field in ("modality", "polarity") if gold[field]]
    said = name(known[gold["attribution"]]["name"]) if gold["attribution"] else None
    heard = name(speaker(found["attribution"])) if found.get("attribution") else None
    wanted = [known[key] for key in gold["quantities"]]
    out += [
        ("attribution", said == heard),
        ("quantities", sorted(map(amount, wanted)) == sorted(map(amount, found.get("quantities") or []))),
        ("dates", _times([known[key] for key in gold["dates"]]) == _times(found.get("dates") or [])),
    ]
    return out


def _same_subject(text: str, gold: Any, found: Item) -> bool:
    if gold is None or not found:
        return gold is None and not found
    return same_noun_phrase(text, span(gold), span(found))


def _times(dates: list[Item]) -> list[str]:
    return sorted(str(timex(date.get("value"))) for date in dates)
