"""The trained decider: likely cues, then for each the best source and content, then what is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.content import ContentCandidate
from claimwire.layers.attributions.cues import CueCandidate, cue_of
from claimwire.layers.attributions.figures import CueScene, CueScores, source_signs
from claimwire.layers.attributions.propose import (
    Proposal,
    acceptance_rows,
    best_two,
    content_rows,
    scene_of,
    sigmoid,
    with_linear,
)
from claimwire.layers.attributions.signs import candidates, signs
from claimwire.layers.attributions.sources import SourceCandidate, sources
from claimwire.layers.attributions.view import View
from claimwire.layers.attributions.weights import Weights

# How far below the threshold a proposal may lie that alone reports a quotation; words that make one speech.
_LENIENT, _SPEECH = 1.5, 4


@dataclass(slots=True)
class _Open:
    """A cue with its source, before its content is chosen."""

    cue: CueCandidate
    cue_score: float
    source: SourceCandidate
    source_score: float
    source_margin: float
    found: list[ContentCandidate]
    linear: list[float]
    rows: list[list[float]]


class Model:
    """Decides by trained weights, which belong to a scope as the view does."""

    def __init__(self, weights: Weights, threshold: float | None = None) -> None:
        self.weights = weights
        self.threshold = weights.threshold if threshold is None else threshold

    def __call__(self, view: View) -> list[Choice]:
        """The attributions of a document, in the order of their cues; scores are acceptance logits."""
        proposals = self.propose(view)
        if not proposals:
            return []
        logits = self.weights.accept.predict(acceptance_rows(view, proposals))
        pairs = list(zip(proposals, logits.tolist(), strict=True))
        accepted = [(p, x) for p, x in pairs if x >= self.threshold]
        return [
            Choice(p.cue, p.source, p.content, sigmoid(p.cue_score), logit, f"model/{p.content.shape}")
            for p, logit in [*accepted, *_rescued(view, accepted, pairs, self.threshold - _LENIENT)]
        ]

    def propose(self, view: View) -> list[Proposal]:
        """Every likely cue with its best source and content."""
        likely = []
        cue = self.weights.cue
        for i in candidates(view, self.weights.nouns):
            score = cue.score(signs(view, i))
            if score > self.weights.floor:
                likely.append((i, score))
        scores = CueScores([i for i, _ in likely], [sigmoid(s) for _, s in likely])
        opened = [o for i, s in likely if (o := self._open(view, i, s, scores)) is not None]
        if not opened:
            return []
        expected = self.weights.content.predict(
            np.array([r for o in opened for r in o.rows], dtype=np.float32)
        )
        return _closed(opened, expected.tolist())

    def _open(self, view: View, i: int, score: float, scores: CueScores) -> _Open | None:
        cue = cue_of(view.parse, i)
        named = sources(view, cue)
        ranked = [self.weights.source.score(s) for s in source_signs(view, cue, named)]
        k, margin = best_two(ranked)
        scene: CueScene
        scene, found = scene_of(view, cue, named[k], scores)
        if not found:
            return None
        marks, figures = content_rows(scene, found)
        linear = [self.weights.content_linear.score(m) for m in marks]
        return _Open(cue, score, named[k], ranked[k], margin, found, linear, with_linear(figures, linear))


def _closed(opened: Sequence[_Open], expected: Sequence[float]) -> list[Proposal]:
    out, at = [], 0
    for o in opened:
        mine = expected[at : at + len(o.found)]
        at += len(o.found)
        k, margin = best_two(mine)
        out.append(
            Proposal(
                o.cue,
                o.cue_score,
                o.source,
                o.source_score,
                o.source_margin,
                o.found[k],
                mine[k],
                margin,
                o.linear[k],
            )  # fmt: skip
        )
    return out


def _rescued(
    view: View,
    accepted: Sequence[tuple[Proposal, float]],
    pairs: Sequence[tuple[Proposal, float]],
    least: float,
) -> list[tuple[Proposal, float]]:
    """For each quotation of some length that nothing accepted reports, its best proposal from `least` on.

    Of the quoted stretches of four words or more, 98 in 100 belong to some content (issue 3 of this project).
    """
    left = {r for r, (a, b) in enumerate(view.regions) if view.count(a, b) >= _SPEECH}
    left -= {r for p, _ in accepted for r in _regions_of(view, p)}
    best: dict[int, tuple[Proposal, float]] = {}
    for p, logit in pairs:
        if logit < least:
            continue
        for r in _regions_of(view, p):
            if r in left and (r not in best or logit > best[r][1]):
                best[r] = (p, logit)
    return list({id(p): (p, x) for p, x in best.values()}.values())


def _regions_of(view: View, p: Proposal) -> list[int]:
    """The quotations that a proposal's content is made of."""
    pieces = p.content.pieces
    if 2 * view.quoted(pieces) < sum(view.count(a, b) for a, b in pieces):
        return []
    around = view.quote[p.cue.head]
    return [r for a, b in pieces for r in view.regions_in(a, b) if r != around]
