"""Speakers inside what another says: the "I" of "I think S", said Ann Lee, is Ann Lee."""

from __future__ import annotations

from dataclasses import replace

from claimwire.layers.parse import Parse
from claimwire.layers.references.anaphors import pronouns
from claimwire.records import Attribution, Reference, Source


def name_inner(
    parse: Parse, attributions: list[Attribution], references: list[Reference]
) -> list[Attribution]:
    """The attributions with the "I" and "we" that are sources inside a quotation named.

    By what the pronoun was resolved to; an "I" of a speaker without name takes the speaker's noun phrase.
    """
    known = {r.start: r for r in references if r.kind == "pronoun"}
    outer = _innermost(parse, attributions)
    return [
        a if a.source is None else replace(a, source=_named(parse, a.source, known, outer))
        for a in attributions
    ]


def _named(parse: Parse, source: Source, known: dict[int, Reference], outer: dict[int, Source]) -> Source:
    row = pronouns().get(source.text.lower())
    if row is None or row["person"] != "1" or source.entity is not None:
        return source
    found = known.get(source.start)
    if found is not None:
        return replace(
            source, name=found.name, label=found.label, entity=found.entity, confidence=found.confidence
        )
    above = outer.get(parse.token_at(source.start))
    if row["number"] == "p" or above is None:
        return source
    return replace(source, name=above.name, label=above.label, entity=above.entity, role=above.role)


def _innermost(parse: Parse, attributions: list[Attribution]) -> dict[int, Source]:
    """By token in quoted words: the speaker of the shortest quotation that holds it."""
    spans = [(s.end - s.start, s.start, s.end, a.source) for a in attributions if a.source for s in a.quotes]
    out: dict[int, Source] = {}
    for _, start, end, source in sorted(spans, key=lambda s: -s[0]):
        for i in parse.tokens_in(start, end):
            if pronouns().get(parse.lower[i]):
                out[i] = source
    return out
