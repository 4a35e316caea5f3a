"""From what the encoder read to attributions: decoded, bounded, kept where the scope asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimwire.encoder.labels import SCOPES
from claimwire.layers.attributions.bounds import ToTokens, choice_of
from claimwire.layers.attributions.called import quoted_name
from claimwire.layers.attributions.choice import Choice, Interval
from claimwire.layers.attributions.continued import continued
from claimwire.layers.attributions.guidelines import within_guidelines
from claimwire.layers.attributions.nested import with_nested
from claimwire.layers.attributions.quoted_parse import QuotedParse
from claimwire.layers.attributions.reading import frames_of, outermost
from claimwire.layers.attributions.record import Neighbours, build
from claimwire.layers.attributions.scraps import without_scraps
from claimwire.layers.attributions.settling import settle_quotes
from claimwire.layers.attributions.signed import add_signed
from claimwire.layers.attributions.tags import settle_tags
from claimwire.layers.attributions.turns import add_turns
from claimwire.layers.encoded import Encoded
from claimwire.records import Attribution

# The least score of an attribution, chosen on development articles that the weights were not fitted on.
THRESHOLDS = {"wide": 0.31, "guidelines": 0.2}


@dataclass(frozen=True, slots=True)
class AttributionSettings:
    """The component's options; see `component.Attributions`."""

    scope: str = "guidelines"
    threshold: float | None = None

    def __post_init__(self) -> None:
        if self.scope not in SCOPES:
            raise ValueError(f"attributions: scope {self.scope!r} is none of {', '.join(SCOPES)}")

    @property
    def wide(self) -> bool:
        """Whether PolNeAR's notion is asked for."""
        return self.scope == "wide"

    @property
    def least(self) -> float:
        """The least score of an attribution."""
        return THRESHOLDS[self.scope] if self.threshold is None else self.threshold


def find_attributions(
    view: QuotedParse, neighbours: Neighbours, encoded: Encoded, settings: AttributionSettings
) -> list[Attribution]:
    """The attributions of one document in the order of the text."""
    frames = frames_of(encoded, SCOPES.index(settings.scope), settings.least)
    tokens = token_map(view, encoded)
    if settings.wide:
        found = [c for f in outermost(frames) if (c := choice_of(view, f, tokens, True))]
    else:
        parsed = any(view.parse.dep)
        read = [c for f in frames if (c := choice_of(view, f, tokens, False))]
        found = [quoted_name(view, without_scraps(view, c)) if parsed else c for c in read]
        hosts = [c for c in found if not parsed or within_guidelines(view, c, hosts=True)]
        kept = [c for c in hosts if not parsed or within_guidelines(view, c)]
        inner = [c for c in with_nested(view, hosts) if c not in hosts]
        found = settle_quotes(view, kept)
        found = (settle_tags(view, found) if parsed else found) + inner
        found = add_turns(view, add_signed(view, continued(view, found)))
    return build(view, one_a_cue(found), neighbours, settings.wide)


def token_map(view: QuotedParse, encoded: Encoded) -> ToTokens:
    """How words of the encoder become tokens: those that share a character with them."""
    words = encoded.words

    def tokens(interval: Interval) -> Interval:
        return view.tokens(words[interval[0]].start, words[interval[1] - 1].end)

    return tokens


def one_a_cue(choices: Sequence[Choice]) -> list[Choice]:
    """One attribution a cue, the first."""
    return list({c.cue.head: c for c in reversed(choices)}.values())[::-1]
