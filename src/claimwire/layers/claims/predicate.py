"""The predicate of a clause: its verb group with auxiliaries, negation, chained infinitives and particles."""

from __future__ import annotations

from dataclasses import dataclass

from claimwire.layers.grammar.verbs import AUXILIARY, chain, is_name
from claimwire.layers.parse import Parse


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens [first, stop) of a predicate; `verbs` from the finite one to the last infinitive."""

    first: int
    stop: int
    verbs: tuple[int, ...]

    @property
    def main(self) -> int:
        """The verb that names the event."""
        return self.verbs[-1]


def verb_group(parse: Parse, i: int) -> VerbGroup:
    """The verb group headed by a finite verb (gold guidelines: adverbs only between its words)."""
    verbs = chain(parse, i)
    first = _first(parse, i)
    stop = verbs[-1] + 1
    for v in verbs:
        for c in parse.children[v]:
            if parse.dep[c] == "neg" and v < c <= stop + 1 and parse.pos[c - 1] != "PUNCT":
                stop = max(stop, c + 1)
    return VerbGroup(first, _past_particle(parse, verbs[-1], stop), tuple(verbs))


def _first(parse: Parse, i: int) -> int:
    """The first auxiliary before the verb that no subject separates from it."""
    first = i
    for c in reversed(parse.children[i]):
        if c > i:
            continue
        if parse.dep[c] in AUXILIARY:
            if is_name(parse, c, i):
                break
            first = c
        elif parse.dep[c] in ("nsubj", "nsubjpass", "expl", "csubj"):
            break
    return first


def _past_particle(parse: Parse, v: int, stop: int) -> int:
    """The stop moved behind a particle that stands directly behind the verb, or one adverb further."""
    for c in parse.children[v]:
        if parse.dep[c] == "prt" and stop <= c <= stop + 1:
            return c + 1
    return stop
