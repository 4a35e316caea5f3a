"""Annotated references as scenes for the scorer, from articles that a pipeline has read."""

from __future__ import annotations

from collections.abc import Iterable

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
from claimwire.training.data import Annotated, Link
from claimwire.training.references import RatedScene


def scenes_of(doc: Doc, article: Annotated) -> list[RatedScene]:
    """The scenes of one article with the right answers; earlier references count as the annotation has them.

    doc: read by a pipeline whose encoder never saw the article, so that its names are as they will be.
    """
    parse = parse_of(doc)
    headlines = [(h.start, h.end) for h in store.get(doc, "headlines")]
    entities, attributions = store.get(doc, "entities"), store.get(doc, "attributions")
    discourse = Discourse(parse, blocks(doc.text), entities, attributions, headlines)
    out: list[RatedScene] = []

    def answer(scene: Scene) -> Actor | None:
        link = _link_of(parse, scene.anaphor, article.links or ())
        names = {words_of(n) for n in (link.name or "").split(" + ") if n} if link else set()
        right = [k for k, c in enumerate(scene.candidates) if words_of(c.name) in names]
        rows = np.stack(scene.rows) if scene.rows else np.zeros((0, 1), np.float32)
        out.append(
            RatedScene(
                scene.anaphor.cls, scene.anaphor.kind, scene.own, rows, right,
                known=link is not None, hopeless=bool(names) and not right,
            )
        )  # fmt: skip
        return scene.candidates[right[0]] if right else None

    resolve(discourse, answer)
    return out


def _link_of(parse: Parse, anaphor: Anaphor, links: Iterable[Link]) -> Link | None:
    """The annotation at an anaphor: a pronoun's by its span, a noun phrase's by any overlap."""
    start, end = parse.chars(anaphor.first, anaphor.stop)
    for x in links:
        if (x.start, x.end) == (start, end):
            return x
    if anaphor.kind == "pronoun":
        return None
    return next((x for x in links if x.kind == "nominal" and x.start < end and start < x.end), None)
