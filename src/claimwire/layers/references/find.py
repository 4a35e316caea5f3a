"""References of a document as records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimwire.encoder.encoded import Encoded
from claimwire.layers.parse import Parse
from claimwire.layers.references.discourse import Actor, Discourse
from claimwire.layers.references.features import Scene
from claimwire.layers.references.resolve import resolve
from claimwire.layers.references.scorer import Choice, Scorer
from claimwire.records import Attribution, Entity, Reference


def find_references(
    parse: Parse,
    paragraphs: Sequence[tuple[int, int]],
    entities: Iterable[Entity],
    attributions: Iterable[Attribution],
    headlines: Iterable[tuple[int, int]],
    encoded: Encoded,
    scorer: Scorer,
) -> list[Reference]:
    """The references of a document in order of the text, each with the probability that it is right."""
    discourse = Discourse(parse, paragraphs, entities, attributions, headlines)
    choices: dict[int, Choice] = {}

    def decide(scene: Scene) -> Actor | None:
        choice = scorer.choose(scene)
        choices[scene.anaphor.token] = choice
        return choice.actor

    out = []
    for i, (a, actor) in sorted(resolve(discourse, encoded, decide).items()):
        start, end = parse.chars(a.first, a.stop)
        out.append(
            Reference(
                start, end, parse.text[start:end], actor.name, actor.entity, a.kind, actor.label,
                f"scored/{a.kind}", round(choices[i].probability, 3),
            )
        )  # fmt: skip
    return out
