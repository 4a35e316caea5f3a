"""Annotated references as scenes for the scorer, from articles that a pipeline has read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from spacy.tokens import Doc

from claimwire.layers import store
from claimwire.layers.layout.blocks import blocks
from claimwire.layers.names.mention import words_of
from claimwire.layers.parse import Parse, parse_of
from claimwire.layers.references.anaphors import Anaphor
from claimwire.layers.references.discourse import Actor, Discourse
from claimwire.layers.references.features import Scene
from claimwire.layers.references.resolve import resolve
from claimwire.records import Entity
from claimwire.training.data import Annotated, Link
from claimwire.training.references import RatedScene


def scenes_of(doc: Doc, article: Annotated, given: bool = False) -> list[RatedScene]:
    """The scenes of one article with the right answers; earlier references count as the annotation has them.

    doc: read by a pipeline whose encoder never saw the article, so that its names are as they will be.
    given: with the annotated names in place of those found, which any pipeline's doc may be used for.
    """
    parse = parse_of(doc)
    headlines = [(h.start, h.end) for h in store.get(doc, "headlines")]
    found: list[Entity] = store.get(doc, "entities")
    entities = _annotated(article, found) if given else found
    discourse = Discourse(parse, blocks(doc.text), entities, store.get(doc, "attributions"), headlines)
    names = _names_of(discourse, article)
    out: list[RatedScene] = []

    def answer(scene: Scene) -> Actor | None:
        link = _link_of(parse, scene.anaphor, article.links or ())
        out.append(_rated(scene, link, names))
        right = out[-1].right
        return scene.candidates[right[0]] if right else None

    resolve(discourse, answer)
    return out


def _names_of(discourse: Discourse, article: Annotated) -> dict[str, set[tuple[str, ...]]]:
    """Entity -> the names that the annotation gives most of its mentions, beside its own.

    Whom a pronoun means does not hang on how well the name was read.
    """
    spans: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for actor, at in discourse.heads.values():
        told = (n.name for n in article.names or () if n.start < at.end and at.start < n.end)
        spans[actor.entity].update(words_of(n) for n in told)
    own = {e: {words_of(actor.name)} for e, actor in discourse.actors.items()}
    return {e: own[e] | {n for n, _ in spans[e].most_common(1)} for e in own}


def _rated(scene: Scene, link: Link | None, told: dict[str, set[tuple[str, ...]]]) -> RatedScene:
    names = {words_of(n) for n in (link.name or "").split(" + ") if n} if link else set()
    right = [k for k, c in enumerate(scene.candidates) if told[c.entity] & names]
    rows = np.stack(scene.rows) if scene.rows else np.zeros((0, 1), np.float32)
    a = scene.anaphor
    return RatedScene(
        a.cls, a.kind, scene.own, rows, right, known=link is not None, hopeless=bool(names) and not right
    )


def _annotated(article: Annotated, found: Sequence[Entity]) -> list[Entity]:
    """The annotated names as entities; what was found at the same place tells the role."""
    roles = {(e.start, e.end): e.role for e in found}
    ids: dict[str, str] = {}
    return [
        Entity(
            n.start, n.end, article.text[n.start : n.end], n.label, n.name,
            ids.setdefault(n.name, f"e{len(ids) + 1}"), roles.get((n.start, n.end)),
        )
        for n in article.names or ()
    ]  # fmt: skip


def _link_of(parse: Parse, anaphor: Anaphor, links: Iterable[Link]) -> Link | None:
    """The annotation at an anaphor: a pronoun's by its span, a noun phrase's by any overlap."""
    start, end = parse.chars(anaphor.first, anaphor.stop)
    for x in links:
        if (x.start, x.end) == (start, end):
            return x
    if anaphor.kind == "pronoun":
        return None
    return next((x for x in links if x.kind == "nominal" and x.start < end and start < x.end), None)
