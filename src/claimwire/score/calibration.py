"""Confidence of claims calibrated on gold: the table, and the reliability it has on articles it has not seen.

    python -m claimwire.score.calibration GOLD... --documents DOCS.jsonl --table claim_confidence.tsv

GOLD: files or folders of `*.gold.json`. DOCS: document records of the same articles, made by `extract`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from claimwire.layers.claims.confidence import speaker_form, subject_form
from claimwire.records import Claim
from claimwire.score.claims import right_claims
from claimwire.score.evaluate import read_gold

# A cell counts as if it held this many more claims, right as often as its subject and speaker are elsewhere
PRIOR = 30.0
SUBJECTS = ("named", "definite", "other", "pronoun", "none")
SPEAKERS = ("none", "named", "nominal", "pronoun", "unnamed")
Cell = tuple[str, str]
Judged = tuple[str, Cell, bool]


def judge(gold: Iterable[Mapping[str, Any]], documents: Mapping[str, Mapping[str, Any]]) -> list[Judged]:
    """For each claim with a predicate: its article, the form of its subject and speaker, whether right."""
    out = []
    for wanted in gold:
        found = documents.get(wanted["id"], {}).get("claims") or []
        right = right_claims(wanted["text"], dict(wanted), found)
        for item in found:
            if item.get("predicate"):
                claim = msgspec.convert(item, Claim, strict=False)
                out.append((wanted["id"], (subject_form(claim), speaker_form(claim)), item["id"] in right))
    return out


def confidences(judged: Iterable[Judged]) -> dict[Cell, float]:
    """The smoothed share of right claims of each cell.

    The prior of a cell takes its subject and its speaker as independent (odds multiplied).
    """
    cells: dict[Cell, list[bool]] = defaultdict(list)
    for _, cell, right in judged:
        cells[cell].append(right)
    every = [r for rights in cells.values() for r in rights]
    base = _odds(every, 1.0)
    by_subject = {s: _odds([r for c, rs in cells.items() if c[0] == s for r in rs], base) for s in SUBJECTS}
    by_speaker = {s: _odds([r for c, rs in cells.items() if c[1] == s for r in rs], base) for s in SPEAKERS}
    out = {}
    for subject in SUBJECTS:
        for speaker in SPEAKERS:
            odds = by_subject[subject] * by_speaker[speaker] / base
            rights = cells.get((subject, speaker), [])
            out[subject, speaker] = (sum(rights) + PRIOR * odds / (1 + odds)) / (len(rights) + PRIOR)
    return out


def _odds(rights: list[bool], base: float) -> float:
    """Odds of right, smoothed towards base odds."""
    share = base / (1 + base)
    smooth = (sum(rights) + PRIOR * share) / (len(rights) + PRIOR)
    return smooth / (1 - smooth)


def reliability(judged: list[Judged]) -> list[tuple[str, int, float, float]]:
    """Band, claims, mean confidence and share right, each article scored by a table made of all others."""
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for article in {a for a, _, _ in judged}:
        learned = confidences(j for j in judged if j[0] != article)
        for a, cell, right in judged:
            if a == article:
                bands[min(9, int(learned[cell] * 10))].append((learned[cell], right))
    return [
        (
            f"{band / 10:.1f}-{(band + 1) / 10:.1f}",
            len(rows),
            sum(c for c, _ in rows) / len(rows),
            sum(r for _, r in rows) / len(rows),
        )
        for band, rows in sorted(bands.items())
    ]


def as_table(judged: list[Judged]) -> str:
    """The lexicon file: a row for each form of subject and speaker."""
    lines = [
        "# Confidence of claims by the form of subject and speaker: the smoothed share right on gold.",
        f"# Made by `python -m claimwire.score.calibration` from {len(judged)} claims"
        f" of {len({a for a, _, _ in judged})} articles: the development gold and the fixtures.",
        "subject\tspeaker\tclaims\tconfidence",
    ]
    learned = confidences(judged)
    for (subject, speaker), value in learned.items():
        count = sum(cell == (subject, speaker) for _, cell, _ in judged)
        lines.append(f"{subject}\t{speaker}\t{count}\t{value:.2f}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make the table and print the reliability."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", help="gold files, or folders of them")
    parser.add_argument("--documents", required=True, action="append", help="document records, JSONL")
    parser.add_argument("--table", help="write the table here")
    options = parser.parse_args()
    lines = (line for path in options.documents for line in Path(path).read_bytes().splitlines())
    documents = {d["id"]: d for d in map(msgspec.json.decode, lines)}
    gold = {g["id"]: g for g in read_gold(options.gold)}
    judged = judge(gold.values(), documents)
    for band, count, mean, share in reliability(judged):
        print(f"{band}  claims {count:4d}  confidence {mean:.2f}  right {share:.2f}")
    if options.table:
        Path(options.table).write_text(as_table(judged), encoding="utf-8")


if __name__ == "__main__":
    main()
