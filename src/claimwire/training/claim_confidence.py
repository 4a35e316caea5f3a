"""Weights of the claims' confidence fitted on gold, and how well they hold on articles left out.

    python -m claimwire.training.claim_confidence GOLD... --documents DOCS [--judged FILE] [--write FOLDER]

GOLD: files or folders of `*.gold.json`, best of articles that neither rules nor models have seen. DOCS:
document records of the same articles (`extract --format documents --with-text`). FILE: claims whose
`resolved` a reader has judged (doc, start, end, resolved, resolved_ok), JSONL; what reads otherwise today is
passed over. It prints figures, no text, and writes `claim_confidence.json` and `resolved_confidence.json`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from claimwire.layers.claims.confidence import FIELDS, RESOLVED
from claimwire.layers.claims.doubts import Surroundings, doubts, resolved_doubts
from claimwire.records import Attribution, Claim, Entity, Reference
from claimwire.score.claims import right_claims
from claimwire.score.evaluate import read_gold
from claimwire.score.reliability import auc, bands, calibration_error, upper_half

# Ridge on the weights (not the intercept): a few hundred claims carry few weights
PENALTY = 3.0
_STEPS = 50
# A sign that fewer claims bear is left out
FEWEST = 8


class Judged(NamedTuple):
    """A claim: its article, its signs of doubt, and whether it was right."""

    article: str
    signs: Mapping[str, float]
    right: bool


class Fitted(NamedTuple):
    """Weights by sign, for signs as `doubts` gives them."""

    intercept: float
    weights: dict[str, float]

    def probability(self, signs: Mapping[str, float]) -> float:
        """The probability (0..1) that a claim with these signs is right."""
        score = self.intercept + sum(self.weights.get(k, 0.0) * v for k, v in signs.items())
        return float(1 / (1 + np.exp(-score)))


def judge(gold: Iterable[Mapping[str, Any]], documents: Mapping[str, Mapping[str, Any]]) -> list[Judged]:
    """Each claim with a predicate of the gold's articles."""
    out = []
    for wanted in gold:
        document = documents.get(wanted["id"], {})
        right = right_claims(wanted["text"], dict(wanted), list(document.get("claims") or []))
        around = surroundings(document, wanted["text"])
        out += [Judged(wanted["id"], doubts(c, around), c.id in right) for c in _claims(document)]
    return out


def judge_resolved(
    judged: Iterable[Mapping[str, Any]], documents: Mapping[str, Mapping[str, Any]]
) -> list[Judged]:
    """Each claim whose `resolved` is still the one that was judged."""
    verdicts = {(j["doc"], j["start"], j["end"], j["resolved"]): _is_good(j) for j in judged}
    out = []
    for key, document in documents.items():
        around = surroundings(document, document.get("text") or "")
        for c in _claims(document):
            verdict = verdicts.get((key, c.start, c.end, c.resolved))
            if verdict is not None:
                out.append(Judged(key, resolved_doubts(c, around), verdict))
    return out


def _is_good(judgement: Mapping[str, Any]) -> bool:
    return bool(judgement["resolved_ok"])


def _claims(document: Mapping[str, Any]) -> list[Claim]:
    return [
        msgspec.convert(c, Claim, strict=False) for c in document.get("claims") or [] if c.get("predicate")
    ]


def surroundings(document: Mapping[str, Any], text: str) -> Surroundings:
    """What a document record says around its claims."""
    return Surroundings(
        text,
        tuple(msgspec.convert(document.get("entities") or [], list[Entity], strict=False)),
        tuple(msgspec.convert(document.get("references") or [], list[Reference], strict=False)),
        tuple(msgspec.convert(document.get("attributions") or [], list[Attribution], strict=False)),
    )


def fit(judged: Sequence[Judged]) -> Fitted:
    """Logistic regression with a ridge, by Newton's method, without the signs of fewer than FEWEST claims."""
    counts: dict[str, int] = {}
    for one in judged:
        for name in one.signs:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, n in counts.items() if n >= FEWEST)
    x = np.array([[1.0, *(one.signs.get(n, 0.0) for n in names)] for one in judged])
    y = np.array([float(one.right) for one in judged])
    ridge = np.diag([1e-6] + [PENALTY] * len(names))
    w = np.zeros(len(names) + 1)
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (y - p) - ridge @ w
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, slope)
        w = w + step
        if np.abs(step).max() < 1e-8:
            break
    return Fitted(float(w[0]), dict(zip(names, map(float, w[1:]), strict=True)))


def left_out(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """The probability of each claim by weights fitted on all other articles, and whether it was right."""
    out = []
    for article in sorted({one.article for one in judged}):
        fitted = fit([one for one in judged if one.article != article])
        out += [(fitted.probability(o.signs), o.right) for o in judged if o.article == article]
    return out


def as_json(fitted: Fitted, judged: Sequence[Judged]) -> str:
    """The file of weights, with what they were fitted on."""
    rounded = {name: round(w, 3) for name, w in sorted(fitted.weights.items())}
    made = {
        "made by": "python -m claimwire.training.claim_confidence",
        "claims": len(judged),
        "articles": len({one.article for one in judged}),
        "intercept": round(fitted.intercept, 3),
        "weights": rounded,
    }
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def _report(name: str, judged: Sequence[Judged]) -> None:
    rated = left_out(judged)
    for band in bands(rated):
        low, high = f"{band.low:.1f}", f"{band.low + 0.1:.1f}"
        print(f"{low}-{high}  claims {band.size:4d}  confidence {band.mean:.2f}  right {band.right:.2f}")
    area, best = auc(rated), upper_half(rated)
    articles, right = len({one.article for one in judged}), sum(ok for _, ok in rated) / len(rated)
    print(
        f"{name}: {len(judged)} claims of {articles} articles, each by weights of the others:"
        f" right {100 * right:.1f} %, calibration error {calibration_error(rated):.1f} points,"
        f" AUC {area or 0:.2f}, upper half right {100 * (best or 0):.1f} %"
    )


def main() -> None:
    """Print how well the confidence holds, and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="+", help="gold files, or folders of them")
    parser.add_argument("--documents", required=True, action="append", help="document records, JSONL")
    parser.add_argument("--judged", help="judgements of resolved texts, JSONL")
    parser.add_argument("--write", help="write the weights into this folder")
    options = parser.parse_args()
    lines = (line for path in options.documents for line in Path(path).read_bytes().splitlines())
    documents = {d["id"]: d for d in map(msgspec.json.decode, lines)}
    parts = {FIELDS: judge(read_gold(options.gold), documents)}
    if options.judged:
        verdicts = [json.loads(line) for line in Path(options.judged).read_text("utf-8").splitlines()]
        parts[RESOLVED] = judge_resolved(verdicts, documents)
    for name, judged in parts.items():
        _report(name, judged)
        if options.write:
            Path(options.write, f"{name}.json").write_text(as_json(fit(judged), judged), encoding="utf-8")


if __name__ == "__main__":
    main()
