"""Claims of a parsed article: clauses found, each made into a record; nothing that was said is lost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claimwire.layers.claims.assemble import Assembler, Neighbours
from claimwire.layers.claims.attributed import Contents, reporting_cues
from claimwire.layers.claims.clauses import find_clauses
from claimwire.layers.claims.confidence import confidence, resolved_confidence
from claimwire.layers.claims.doubts import Surroundings
from claimwire.layers.claims.quotes import Marks
from claimwire.layers.claims.resolved import NameWriter
from claimwire.layers.claims.sureness import LEAST
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import Parse
from claimwire.lexicon import words
from claimwire.records import Attribution, Claim, Date, Quantity, Quotation, Span


def find_claims(
    parse: Parse,
    mentions: Mentions,
    attributions: Sequence[Attribution] = (),
    quantities: Sequence[Quantity] = (),
    dates: Sequence[Date] = (),
    headlines: Sequence[Span] = (),
    quotations: Sequence[Quotation] = (),
    least: float = LEAST,
) -> list[Claim]:
    """The claims in order of their place.

    An attribution whose content has no clause gives one without a predicate.
    least: the probability (0..1) that a reference needs for its name to stand in `resolved`.
    """
    contents = Contents(attributions)
    clauses = find_clauses(parse, reporting_cues(parse, attributions), lambda i: contents.at(parse.start[i]))
    neighbours = Neighbours(
        mentions,
        contents,
        Marks(parse, quotations),
        _ordered(mentions.entities),
        _ordered(quantities),
        _ordered(dates),
    )
    assembler = Assembler(parse, clauses, neighbours, NameWriter(mentions, least, contents.speaker_at))
    titles = _Places(headlines)
    put = [c for c in clauses.values() if c.status == "claim" and not titles.cover(parse.start[c.head])]
    made = [(parse.start[clause.head], assembler.claim(clause)) for clause in put]
    claims = [claim for _, claim in made if not is_bare(claim)]
    heard = sorted(at for at, claim in made if not is_bare(claim))
    claims += [assembler.without_clause(a) for a in _unheard(attributions, heard, claims)]
    around = Surroundings(
        parse.text, tuple(mentions.entities), tuple(mentions.references), tuple(attributions)
    )
    claims = [_with_confidence(claim, around) for claim in claims]
    return sorted(claims, key=lambda c: (c.start, c.predicate.start if c.predicate else c.start, c.end))


def _with_confidence(claim: Claim, around: Surroundings) -> Claim:
    return replace(
        claim,
        confidence=confidence(claim, around),
        resolved_confidence=resolved_confidence(claim, around),
    )


def is_bare(claim: Claim) -> bool:
    """Whether a claim is a verb of which nothing is said: a slip of the parser ("were")."""
    return claim.subject is None and claim.predicate is not None and claim.text == claim.predicate.text


def _unheard(
    attributions: Sequence[Attribution], heard: list[int], claims: Sequence[Claim]
) -> list[Attribution]:
    """The attributions whose content neither holds a claim nor stands whole in the claim of its cue.

    heard: sorted offsets of the claims' verbs.
    """
    predicates = sorted((c.predicate.start, c.predicate.end, c.end) for c in claims if c.predicate)

    def holds(span: Span) -> bool:
        at = bisect_left(heard, span.start)
        return at < len(heard) and heard[at] < span.end

    def told(a: Attribution) -> bool:
        """ "They begged him to go" is a claim, which says what they begged."""
        if a.cue is None or a.type != "indirect":
            return False
        at = bisect_right(predicates, a.cue.start, key=lambda p: p[0]) - 1
        return at >= 0 and a.cue.start < predicates[at][1] and a.content[-1].end <= predicates[at][2]

    return [a for a in attributions if _bears_claim(a) and not any(map(holds, a.content)) and not told(a)]


def _bears_claim(a: Attribution) -> bool:
    """Whether words without a clause are a claim: not what is asked, nor a judgement ("called it X")."""
    judged = a.cue is not None and a.cue.lemma in words("naming_verbs")
    return bool(a.content) and a.stance != "asks" and not judged


def _ordered(items: Sequence[Any]) -> list[Any]:
    return sorted(items, key=lambda r: r.start)


class _Places:
    """Whether an offset lies in one of several disjoint spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted((s.start, s.end) for s in spans)

    def cover(self, offset: int) -> bool:
        at = bisect_right(self._spans, (offset, len(self._spans) and self._spans[-1][1] + 1)) - 1
        return at >= 0 and self._spans[at][0] <= offset < self._spans[at][1]
