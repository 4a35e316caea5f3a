"""The measures of claims, one document at a time.

`claims`: predicates overlap, one to one, those that share most words first. Of the matched ones, the share
whose span (0.7 of the words), predicate (0.5), subject, subject's name, modality, polarity, speaker,
quantities and dates are right, and evidential where gold speaks of it. `claims.full`: all of these right,
without span, predicate and evidential.
"""

from __future__ import annotations

from typing import Any

from claimwire.score.layers import speaker
from claimwire.score.spans import overlap, same_noun_phrase, shared_words, span
from claimwire.score.tally import Match, Tally, pair
from claimwire.score.values import amount, name, timex

Item = dict[str, Any]
Fields = list[tuple[str, bool]]


def claims(text: str, gold: Item, found: list[Item], tally: Tally) -> None:
    """Add the counts of claims; those predicted without a predicate are not compared."""
    wanted, given = gold["claims"], comparable(found)
    full = 0
    matches = _matched(text, gold, given)
    for _, _, fields in matches:
        for field, ok in fields:
            tally.share(f"claims.{field}", ok)
        full += _full(fields)
    tally.measure("claims", len(matches), len(wanted), len(given))
    tally.measure("claims.full", full, len(wanted), len(given))


def comparable(found: list[Item]) -> list[Item]:
    """The predicted claims that are compared: those with a predicate."""
    return [claim for claim in found if claim.get("predicate")]


def claim_matches(text: str, gold: Item, found: list[Item]) -> list[Match]:
    """Claims whose predicates overlap; `found` as `comparable` gives it. Wrong may hold any field."""
    return [
        Match(i, j, tuple(field for field, ok in fields if not ok))
        for i, j, fields in _matched(text, gold, found)
    ]


def right_claims(text: str, gold: Item, found: list[Item]) -> set[str]:
    """The ids of the predicted claims that match a gold one and have all of its fields right."""
    given = comparable(found)
    return {given[j]["id"] for _, j, fields in _matched(text, gold, given) if _full(fields)}


def rated_claims(text: str, gold: Item, found: list[Item]) -> list[tuple[float, bool]]:
    """The confidence of each predicted claim that has one, and whether all of its fields are right."""
    right = right_claims(text, gold, found)
    known = [claim for claim in comparable(found) if claim.get("confidence") is not None]
    return [(claim["confidence"], claim["id"] in right) for claim in known]


def known_items(gold: Item) -> dict[str, Item]:
    """The gold items that claims point at, by id."""
    return {item["id"]: item for layer in ("attributions", "quantities", "dates") for item in gold[layer]}


def _matched(text: str, gold: Item, found: list[Item]) -> list[tuple[int, int, Fields]]:
    wanted, known = gold["claims"], known_items(gold)
    pairs = pair(wanted, found, lambda g, f: _likeness(text, g, f))
    return [(i, j, _fields(text, wanted[i], found[j], known)) for i, j in pairs]


def _full(fields: Fields) -> bool:
    return all(ok for field, ok in fields if field not in ("span", "predicate", "evidential"))


def _likeness(text: str, gold: Item, found: Item) -> float | None:
    a, b = [span(gold["predicate"])], [span(found["predicate"])]
    return 0.01 + shared_words(text, a, b) if overlap(a, b) else None


def _fields(text: str, gold: Item, found: Item, known: dict[str, Item]) -> Fields:
    """The fields that gold speaks of, and whether each is right."""
    subject = found.get("subject") or {}
    alike = shared_words(text, [span(gold["predicate"])], [span(found["predicate"])])
    out = [
        ("span", shared_words(text, [span(gold)], [span(found)]) >= 0.7),
        ("predicate", alike >= 0.5),
        ("subject", _same_subject(text, gold["subject"], subject)),
    ]
    if gold["subject_name"]:
        out.append(("subject_name", name(subject.get("name")) == name(gold["subject_name"])))
    out += [(field, gold[field] == found.get(field)) for field in ("modality", "polarity") if gold[field]]
    if "evidential" in gold:
        out.append(("evidential", (gold["evidential"] or None) == (found.get("evidential") or None)))
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
