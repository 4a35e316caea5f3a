"""References of a document: one walk through its tokens, then the speakers of "I" and "we"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from claimwire.layers.mentions import Mentions, root_of, tokens_of
from claimwire.layers.parse import Parse
from claimwire.layers.references.inner import name_inner
from claimwire.layers.references.speakers import first_persons, name_sources
from claimwire.layers.references.voices import organisation_of
from claimwire.layers.references.walk import Walk
from claimwire.records import Attribution, Entity, Reference


def find_references(
    parse: Parse,
    entities: list[Entity],
    attributions: list[Attribution],
    headlines: Iterable[tuple[int, int]] = (),
) -> tuple[list[Reference], list[Attribution]]:
    """References of a document in order of the text, and its attributions with their speakers named."""
    walk = Walk(parse, entities, list(headlines))
    walk.run(_barred(parse, walk, attributions), _quoted_by(parse, attributions))
    walk.fill_offices()
    found = walk.references()
    mentions = Mentions.from_records(parse, entities, found)
    named = name_sources(mentions, attributions)
    found += first_persons(parse, named, partial(organisation_of, walk))
    found.sort(key=lambda r: (r.start, r.end))
    return found, name_inner(parse, named, found)


def _quoted_by(parse: Parse, attributions: list[Attribution]) -> dict[int, list[range]]:
    """The tokens of what a pronoun is quoted with: whom the words speak of does not speak them."""
    out: dict[int, list[range]] = {}
    for a in attributions:
        if a.source is None or a.source.how != "pronoun" or not a.quotes:
            continue
        tokens = tokens_of(parse, a.source.start, a.source.end)
        if tokens:
            out[root_of(parse, tokens)] = [parse.tokens_in(s.start, s.end) for s in a.quotes]
    return out


def _barred(parse: Parse, walk: Walk, attributions: list[Attribution]) -> dict[int, frozenset[str]]:
    """The named speaker of a quotation is no "he" inside it."""
    out: dict[int, frozenset[str]] = {}
    for a in attributions:
        if a.source is None or not a.quotes:
            continue
        tokens = tokens_of(parse, a.source.start, a.source.end)
        e = walk.inside.get(root_of(parse, tokens)) if tokens else None
        if e is None or e.entity is None:
            continue
        for span in a.quotes:
            for i in parse.tokens_in(span.start, span.end):
                out[i] = frozenset({e.entity})
    return out
