"""References of a document as records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimwire.layers.grammar.phrases import core_phrase
from claimwire.layers.parse import Parse
from claimwire.layers.references.anaphors import Anaphor
from claimwire.layers.references.discourse import Actor, Discourse
from claimwire.layers.references.features import Scene
from claimwire.layers.references.resolve import resolve
from claimwire.layers.references.scorer import Choice, Scorer
from claimwire.records import Attribution, Entity, Reference, ReferenceKind


def find_references(
    parse: Parse,
    paragraphs: Sequence[tuple[int, int]],
    entities: Iterable[Entity],
    attributions: Iterable[Attribution],
    headlines: Iterable[tuple[int, int]],
    scorer: Scorer,
) -> list[Reference]:
    """The references of a document in order of the text.

    Those that were scored have the probability that they are right; nouns beside a name have their rule.
    """
    discourse = Discourse(parse, paragraphs, entities, attributions, headlines)
    choices: dict[int, Choice] = {}

    def decide(scene: Scene) -> Actor | None:
        choice = scorer.choose(scene)
        choices[scene.anaphor.token] = choice
        return choice.actor

    found = resolve(discourse, decide)
    out = [
        _record(parse, (a.first, a.stop), actor, a.kind, *_why(a, actor, choices.get(i)))
        for i, (a, actor) in found.chosen.items()
    ]
    out += [
        _record(parse, core_phrase(parse, i), actor, "nominal", rule, None)
        for i, (actor, rule) in found.told.items()
        if i not in found.chosen
    ]
    return sorted(out, key=lambda r: (r.start, r.end))


def _why(a: Anaphor, actor: Actor, choice: Choice | None) -> tuple[str, float | None]:
    """The rule behind an answer, and its probability: the first person's comes from who is quoted."""
    if choice is None or choice.actor is not actor:
        return "speaker", None
    return f"scored/{a.kind}", choice.probability


def _record(
    parse: Parse, tokens: tuple[int, int], actor: Actor, kind: ReferenceKind, rule: str, sure: float | None
) -> Reference:
    start, end = parse.chars(*tokens)
    confidence = None if sure is None else round(sure, 3)
    return Reference(
        start, end, parse.text[start:end], actor.name, actor.entity, kind, actor.label, rule, confidence
    )
