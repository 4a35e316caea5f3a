"""Proposals: for each likely cue its best source and content, with the scores that led to them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claimwire.layers.attributions.content import ContentCandidate, contents
from claimwire.layers.attributions.cues import CueCandidate
from claimwire.layers.attributions.figures import CueScene, CueScores, content_figures, content_signs
from claimwire.layers.attributions.signs import quote_contact
from claimwire.layers.attributions.sources import SourceCandidate, source_span
from claimwire.layers.attributions.view import View

_CLAUSAL = frozenset({"ccomp", "xcomp", "pcomp", "acl", "advcl", "relcl", "parataxis", "conj"})
_POS = ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "PUNCT")


@dataclass(slots=True)
class Proposal:
    """A cue with its best source and content. Scores are logits; `content_score` is an expected Jaccard."""

    cue: CueCandidate
    cue_score: float
    source: SourceCandidate
    source_score: float
    source_margin: float
    content: ContentCandidate
    content_score: float
    content_margin: float
    content_linear: float


def sigmoid(x: float) -> float:
    """The logistic function, safe for large arguments."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def best_two(scores: Sequence[float]) -> tuple[int, float]:
    """Index of the greatest score, and its lead over the next."""
    first = max(range(len(scores)), key=scores.__getitem__)
    rest = [s for k, s in enumerate(scores) if k != first]
    return first, scores[first] - max(rest) if rest else 5.0


def scene_of(
    view: View, cue: CueCandidate, source: SourceCandidate, cue_scores: CueScores
) -> tuple[CueScene, list[ContentCandidate]]:
    """The candidate contents of a cue with this source, and what they share."""
    span = source_span(view, cue, source.head) if source.head >= 0 else None
    return CueScene(view, cue, span, cue_scores), contents(view, cue, span)


def with_linear(figures: Sequence[list[float]], linear: Sequence[float]) -> list[list[float]]:
    """Content figures with the linear scores of the candidates, alone and against the best of them."""
    top = max(linear, default=0.0)
    n = float(len(linear))
    return [[*row, score, score - top, n] for row, score in zip(figures, linear, strict=True)]


def content_rows(
    scene: CueScene, found: Sequence[ContentCandidate]
) -> tuple[list[list[str]], list[list[float]]]:
    """Signs and figures of the candidate contents of one cue."""
    return [content_signs(scene, c) for c in found], [content_figures(scene, c) for c in found]


def acceptance_rows(view: View, proposals: Sequence[Proposal]) -> np.ndarray:
    """What decides whether a proposal is an attribution, one row each.

    Where the view wants nested attributions, what tells that one stands inside another's content is left out.
    """
    parse, nested = view.parse, view.nested
    if not proposals:
        return np.zeros((0, 0), dtype=np.float32)
    cover, rival = _cover(view, proposals)
    score_at = {p.cue.head: p.cue_score for p in proposals}
    mean = sum(sigmoid(p.cue_score) for p in proposals) / len(proposals)
    last = max(1, len(parse.sents) - 1)
    rows = []
    for k, p in enumerate(proposals):
        h, pieces = p.cue.head, p.content.pieces
        above, kin = _kin(view, h, score_at)
        words = sum(view.count(a, b) for a, b in pieces)
        quoted = 0 if view.own(h) >= 0 else view.quoted(pieces)
        r = view.quote[h]
        inside = view.count(*view.regions[r]) if r >= 0 and not nested else 0
        first, stop = parse.sents[parse.sent[h]]
        contact = quote_contact(view, h)
        source = p.source.head
        rows.append([
            p.cue_score, p.source_score, p.source_margin, p.content_score, p.content_margin, p.content_linear,
            float(source < 0), _POS.index(parse.pos[h]) if parse.pos[h] in _POS else -1,
            words, quoted / words if words else 0.0, quoted, inside,
            -9.0 if nested else cover[k], -9.0 if nested else above, kin, rival[k],
            float(view.headline[parse.sent[h]]), view.count(first, stop), parse.sent[h] / last, mean,
            len(pieces), contact.startswith("next"), contact.startswith("last"),
            float(p.content.grown != ""), float(p.content.shape.startswith("up_")),
            float(p.content.head >= 0 and parse.pos[p.content.head] in ("VERB", "AUX")),
            float(source >= 0 and parse.pos[source] == "PROPN"),
            float(source >= 0 and parse.pos[source] == "PRON"),
            float(source >= 0 and source < h), float(parse.sent[pieces[0][0]] != parse.sent[h]),
            len(proposals) / (len(parse.sents) + 1),
        ])  # fmt: skip
    return np.array(rows, dtype=np.float32)


def _cover(view: View, proposals: Sequence[Proposal]) -> tuple[np.ndarray, list[float]]:
    """For each proposal the best cue score of one whose content holds its cue, and of one like it."""
    order = sorted(range(len(proposals)), key=lambda k: proposals[k].cue.head)
    heads = [proposals[k].cue.head for k in order]
    best = np.full(len(proposals), -9.0)
    rival = [-9.0] * len(proposals)
    alike: dict[int, list[int]] = {}
    for k, p in enumerate(proposals):
        for a, b in p.content.pieces:
            held = slice(bisect_left(heads, a), bisect_left(heads, b))
            np.maximum(best[held], p.cue_score, out=best[held])
        alike.setdefault(p.content.pieces[0][0], []).append(k)
    for group in alike.values():
        for k in group[:8]:
            rival[k] = max((proposals[j].cue_score for j in group[:8] if j != k), default=-9.0)
    out = np.empty(len(proposals))
    out[order] = best
    return out, rival


def _kin(view: View, h: int, score_at: dict[int, float]) -> tuple[float, float]:
    """Best cue score among the clauses above, and among the cue's own infinitive, object and conjuncts."""
    parse = view.parse
    above, below, k = -9.0, h, 0
    while parse.head[below] != below and k < 8:
        dep, below = parse.dep[below], parse.head[below]
        if dep in _CLAUSAL:
            above = max(above, score_at.get(below, -9.0))
        k += 1
    kin = max((score_at.get(c, -9.0) for c in parse.children[h]), default=-9.0)
    return above, kin
