"""From a document to its attributions: decide, keep what the scope asks for, write records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimwire.layers.attributions.calibrate import curve
from claimwire.layers.attributions.choice import Choice, Decider
from claimwire.layers.attributions.consistency import consistent
from claimwire.layers.attributions.endings import ended
from claimwire.layers.attributions.frames import framed
from claimwire.layers.attributions.guidelines import within_guidelines
from claimwire.layers.attributions.model import Model
from claimwire.layers.attributions.record import Layers, build
from claimwire.layers.attributions.rules import Rules
from claimwire.layers.attributions.signed import add_signed
from claimwire.layers.attributions.split_quotes import rejoined
from claimwire.layers.attributions.turns import add_turns
from claimwire.layers.attributions.unsaid import unsaid
from claimwire.layers.attributions.view import View
from claimwire.layers.attributions.weights import load
from claimwire.records import Attribution

SCOPES = ("guidelines", "wide")
METHODS = ("model", "rules")


@dataclass(frozen=True, slots=True)
class Settings:
    """The component's options; see `component.Attributions`."""

    scope: str = "guidelines"
    method: str = "model"
    weights: str | None = None
    threshold: float | None = None

    def __post_init__(self) -> None:
        if self.scope not in SCOPES:
            raise ValueError(f"attributions: scope {self.scope!r} is none of {', '.join(SCOPES)}")
        if self.method not in METHODS:
            raise ValueError(f"attributions: method {self.method!r} is none of {', '.join(METHODS)}")


def decider(settings: Settings) -> Decider:
    """What decides under these settings. Raises ValueError where trained weights cannot be read."""
    if settings.method == "rules":
        return Rules()
    return Model(load(settings.scope, settings.weights), settings.threshold)


def find_attributions(view: View, layers: Layers, decide: Decider, settings: Settings) -> list[Attribution]:
    """The attributions of one document in the order of the text."""
    choices = add_signed(view, decide(view))
    wide = settings.scope == "wide"
    if not wide:
        choices = [c for c in choices if within_guidelines(view, c) and not unsaid(view, c)]
        choices = rejoined(view, ended(view, framed(view, choices)))
        choices = add_turns(view, consistent(view, distinct(choices)))
    return build(view, distinct(choices), layers, wide, confidence_of(decide))


def confidence_of(decide: Decider) -> Callable[[float], float | None]:
    """How a decider's scores become confidences; rules know none."""
    if isinstance(decide, Model):
        return curve(decide.weights.calibration)
    return lambda score: None


def distinct(choices: list[Choice]) -> list[Choice]:
    """One attribution a cue, the likeliest."""
    best: dict[int, Choice] = {}
    for c in choices:
        held = best.get(c.cue.head)
        if held is None or c.score > held.score:
            best[c.cue.head] = c
    return list(best.values())
