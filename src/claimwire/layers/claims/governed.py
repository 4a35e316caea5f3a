"""Which clause must be read with another, because by itself the other would be put forward as true.

"Tests do not indicate that the dam was faulty" says nothing of the kind about the dam; nor does who hopes,
asks, demands, pledges or denies that something is so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.polarity import polarity
from claimwire.layers.grammar.verbs import is_infinitive_clause, is_subjunctive
from claimwire.layers.parse import Parse
from claimwire.lexicon import words

_SUPPOSED = frozenset({"condition", "question"})
_REACH = 3
_GOVERNED = frozenset({"ccomp", "acl", "csubj", "csubjpass", "xcomp"})
_PREDICATES = frozenset({"nsubj", "acomp", "attr", "oprd", "dobj", "advmod"})


def governor(parse: Parse, clause: Clause, clauses: Mapping[int, Clause]) -> Clause | None:
    """The clause above that does not assert this one, so that it must be read with it."""
    base = clause.base
    if clause.kind != "complement" or parse.dep[base] not in _GOVERNED:
        return None
    above = clause_above(parse, base, clauses)
    if above is None:
        return None
    if is_subjunctive(parse, base) or is_infinitive_clause(parse, base):
        return above
    if any(_is_unasserting(parse, k) for k in _governing(parse, base)) or _is_negated(parse, above, clauses):
        return above
    return None


def supposed(parse: Parse, clause: Clause, clauses: Mapping[int, Clause]) -> Clause | None:
    """The clause above a relative one that tells of somebody who is only supposed, asked for or denied.

    "If a bank fails that the state owns" says nothing of a bank.
    """
    if clause.kind != "relative" or not _is_indefinite(parse, parse.head[clause.base]):
        return None
    above = clause_above(parse, clause.base, clauses)
    inside, reach = False, 0
    while above is not None and reach < _REACH:
        if above.status not in _SUPPOSED and not _is_negated(parse, above, clauses):
            return above if inside else None
        inside, reach = True, reach + 1
        higher = clause_above(parse, above.base, clauses)
        if higher is None:
            return above
        above = higher
    return above


def _is_indefinite(parse: Parse, noun: int) -> bool:
    kinds = {
        parse.lower[c] for c in parse.children[noun] if c < noun and parse.dep[c] in ("det", "poss", "nummod")
    }
    return parse.pos[noun] == "NOUN" and (not kinds or bool(kinds & {"a", "an", "any", "some", "no"}))


def clause_above(parse: Parse, i: int, clauses: Mapping[int, Clause]) -> Clause | None:
    """The nearest clause whose verbs stand above a token."""
    owner = {v: c for c in clauses.values() for v in c.group.verbs}
    return next((owner[k] for k in parse.ancestors(i) if k in owner and owner[k].head != i), None)


def _governing(parse: Parse, base: int) -> Iterator[int]:
    """What takes the clause, and what is said of it: "it is unlikely that", "the claim is false"."""
    head = parse.head[base]
    yield head
    around = [head, parse.head[head]] if parse.pos[head] in ("ADJ", "NOUN") else [head]
    for k in around:
        if parse.lemma[k] in ("be", "seem", "appear", "remain", "look"):
            yield from (c for c in parse.children[k] if parse.dep[c] in _PREDICATES and c != base)


def _is_unasserting(parse: Parse, k: int) -> bool:
    """Whether a word is of those, also by its form, where the lemma is wrong ("hopes" taken for "hop")."""
    word = parse.lower[k]
    return not words("unasserting_governors").isdisjoint({parse.lemma[k].lower(), word, word[:-1]})


def _is_negated(parse: Parse, above: Clause, clauses: Mapping[int, Clause]) -> bool:
    return polarity(parse, above, dict(clauses)).value == "negated"
