"""Training stage by stage: cues, sources, contents, acceptance, each on held-out scores of the one before.

Scores that a later stage learns from are always those of a model that has not seen the article (five folds
of articles, after Wolpert, Stacked generalization, 1992); at the end each model is fitted to all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from claimwire.layers.attributions.choice import Choice
from claimwire.layers.attributions.cues import cue_of
from claimwire.layers.attributions.figures import CueScores, source_signs
from claimwire.layers.attributions.fitting import SignTable, fit_linear, fit_trees
from claimwire.layers.attributions.gold import Gold, as_choice, cue_head, overlap, same_source
from claimwire.layers.attributions.guidelines import within_guidelines
from claimwire.layers.attributions.linear import Linear
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
from claimwire.layers.attributions.sources import sources
from claimwire.layers.attributions.view import View

FLOOR = -2.5  # cue logit: keeps nine in ten gold cues, and drops nine in ten of the other candidates
SERVED_FLOOR = -2.0  # the same for documents: what lies between is accepted too seldom to pay for its time
RIGHT = 0.5  # Jaccard index from which a content counts as found (Newell et al., PolNeAR, 2018)


@dataclass(slots=True)
class Article:
    """One annotated article: its view, gold attributions, fold; then what the stages found.

    Where the view wants nested attributions, which are not annotated, what stands inside a gold content is
    neither right nor wrong: it is left out of learning; and only what the guidelines ask for is `wanted`.
    """

    view: View
    gold: list[Gold]
    fold: int
    candidates: list[int] = field(default_factory=list)
    heads: dict[int, Gold] = field(default_factory=dict)  # canonical cue token -> its gold attribution
    wanted: frozenset[int] = frozenset()  # heads whose gold attribution the scope asks for
    inside: frozenset[int] = frozenset()  # tokens that are not judged
    cue_logits: list[float] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)


def known_nouns(articles: Sequence[Article], least: int = 3) -> frozenset[str]:
    """ "lemma/POS" of the nouns and adjectives inside gold cues."""
    count: Counter[str] = Counter()
    for a in articles:
        parse = a.view.parse
        for g in a.gold:
            count.update(f"{parse.lemma[i]}/{parse.pos[i]}" for i in g.cue if parse.pos[i] in ("NOUN", "ADJ"))
    return frozenset(k for k, n in count.items() if n >= least)


def cue_stage(articles: Sequence[Article], nouns: frozenset[str]) -> Linear:
    """Learn cues; fills candidates, heads and held-out cue logits of the articles."""
    table = SignTable()
    y: list[int] = []
    folds: list[int] = []
    for a in articles:
        a.candidates = candidates(a.view, nouns)
        possible = frozenset(a.candidates)
        a.heads = {h: g for g in a.gold if (h := cue_head(a.view, g, possible)) >= 0}
        _mark_wanted(a)
        open_ = {i for g in a.gold for i in g.cue} | a.inside
        for i in a.candidates:
            table.add(signs(a.view, i))
            y.append(1 if i in a.wanted else -1 if i in open_ else 0)
            folds.append(a.fold)
    label = np.array(y)
    model, logits = fit_linear(table, label == 1, label >= 0, np.array(folds), 0.3)
    at = 0
    for a in articles:
        a.cue_logits = logits[at : at + len(a.candidates)].tolist()
        at += len(a.candidates)
    return model


def _mark_wanted(a: Article) -> None:
    a.wanted = frozenset(a.heads)
    if a.view.nested:
        a.wanted = frozenset(
            h for h, g in a.heads.items() if within_guidelines(a.view, as_choice(a.view, g, h))
        )
        a.inside = frozenset(i for g in a.gold for i in g.content) - a.wanted


def _kept(a: Article) -> list[tuple[int, float]]:
    return [(i, s) for i, s in zip(a.candidates, a.cue_logits, strict=True) if s > FLOOR or i in a.heads]


def source_stage(articles: Sequence[Article]) -> tuple[Linear, list[tuple[float, float, int]]]:
    """Learn sources on gold cues; returns for each kept cue in order (score, margin, index of the best)."""
    table = SignTable()
    y: list[bool] = []
    use: list[bool] = []
    folds: list[int] = []
    sizes: list[int] = []
    for a in articles:
        for i, _ in _kept(a):
            cue = cue_of(a.view.parse, i)
            found = sources(a.view, cue)
            gold = a.heads.get(i)
            for s, marks in zip(found, source_signs(a.view, cue, found), strict=True):
                table.add(marks)
                y.append(gold is not None and same_source(a.view, gold, i, s.head))
                use.append(gold is not None)
                folds.append(a.fold)
            sizes.append(len(found))
    model, logits = fit_linear(table, np.array(y), np.array(use), np.array(folds), 0.3)
    out, at = [], 0
    for n in sizes:
        mine = logits[at : at + n].tolist()
        k, margin = best_two(mine)
        out.append((mine[k], margin, k))
        at += n
    return model, out


def content_stage(
    articles: Sequence[Article], picked: Sequence[tuple[float, float, int]], make: Callable[[], Any]
) -> tuple[Linear, Any, dict[str, float]]:
    """Learn contents on gold cues; fills the proposals of the articles with held-out choices."""
    table = SignTable()
    figures: list[list[float]] = []
    fit: list[float] = []
    use: list[bool] = []
    folds: list[int] = []
    groups: list[tuple[Any, ...]] = []
    turn = iter(picked)
    for a in articles:
        kept = _kept(a)
        scores = CueScores([i for i, s in kept if s > FLOOR], [sigmoid(s) for _, s in kept if s > FLOOR])
        for i, cue_score in kept:
            source_score, margin, k = next(turn)
            cue = cue_of(a.view.parse, i)
            source = sources(a.view, cue)[k]
            scene, found = scene_of(a.view, cue, source, scores)
            marks, rows = content_rows(scene, found)
            gold = a.heads.get(i) if i in a.wanted else None
            for c, m in zip(found, marks, strict=True):
                table.add(m)
                fit.append(overlap(a.view, c.pieces, gold.content) if gold else 0.0)
            figures.extend(rows)
            use.extend([gold is not None] * len(found))
            folds.extend([a.fold] * len(found))
            groups.append((a, cue, cue_score, source, source_score, margin, found))
    jaccard, used, fold = np.array(fit), np.array(use), np.array(folds)
    sizes = [len(g[-1]) for g in groups]
    best = np.repeat([max(part, default=0.0) for part in _parts(fit, sizes)], sizes)
    linear, logits = fit_linear(table, (jaccard >= RIGHT) & (jaccard >= best - 0.15), used, fold, 0.1)
    rows = [
        r
        for f, s in zip(_parts(figures, sizes), _parts(logits.tolist(), sizes), strict=True)
        for r in with_linear(f, s)
    ]
    model, expected = fit_trees(make, np.array(rows, dtype=np.float32), jaccard, used, fold)
    hits = []
    for group, mine, logit, reached in zip(
        groups,
        _parts(expected.tolist(), sizes),
        _parts(logits.tolist(), sizes),
        _parts(fit, sizes),
        strict=True,
    ):
        a, cue, cue_score, source, source_score, margin, found = group
        if not found:
            continue
        k, lead = best_two(mine)
        a.proposals.append(
            Proposal(cue, cue_score, source, source_score, margin, found[k], mine[k], lead, logit[k])
        )
        if cue.head in a.wanted:
            hits.append((reached[k] >= RIGHT, reached[k], max(reached) >= RIGHT))
    right, mean, reachable = np.array(hits, dtype=float).mean(axis=0).tolist()
    return linear, model, {"content_right": right, "content_jaccard": mean, "content_reachable": reachable}


def _parts(values: Sequence[Any], sizes: Sequence[int]) -> list[Sequence[Any]]:
    out, at = [], 0
    for n in sizes:
        out.append(values[at : at + n])
        at += n
    return out


def is_right(a: Article, p: Proposal) -> bool:
    """Whether a proposal matches a gold attribution: cue and source overlap, content Jaccard at least 0.5."""
    gold = a.heads.get(p.cue.head)
    return (
        gold is not None
        and overlap(a.view, p.content.pieces, gold.content) >= RIGHT
        and same_source(a.view, gold, p.cue.head, p.source.head)
    )


def _judged(a: Article, p: Proposal) -> bool:
    if not a.view.nested:
        return True
    choice = Choice(p.cue, p.source, p.content, 0.0, 0.0, "")
    return p.cue.head not in a.inside and within_guidelines(a.view, choice)


def accept_stage(articles: Sequence[Article], make: Callable[[], Any]) -> tuple[Any, np.ndarray, np.ndarray]:
    """Learn which proposals to accept; returns the model, held-out logits and truth of what is judged."""
    for a in articles:  # training adds gold cues below the floor; documents do not have them
        a.proposals = [p for p in a.proposals if p.cue_score > FLOOR]
    x = np.concatenate([r for a in articles if len(r := acceptance_rows(a.view, a.proposals))])
    judged = np.array([_judged(a, p) for a in articles for p in a.proposals])
    y = np.array([is_right(a, p) for a in articles for p in a.proposals])[judged]
    folds = np.array([a.fold for a in articles for _ in a.proposals])[judged]
    x = x[judged]
    model, logits = fit_trees(make, x, y, np.ones(len(y), dtype=bool), folds)
    return model, logits, y
