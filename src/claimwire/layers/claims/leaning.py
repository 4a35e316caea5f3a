"""Clauses that lean on the words before them: a pronoun is left in them, whose noun the sentence has given.

"The council rejected the plan and now it must be redrawn" cannot be read without its beginning, as long as
nobody is sure what "it" is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimwire.layers.claims.clause import Clause, conjuncts_before
from claimwire.layers.claims.governed import clause_above
from claimwire.layers.claims.relatives import is_person
from claimwire.layers.grammar.expletives import is_expletive
from claimwire.layers.mentions import Mentions
from claimwire.layers.parse import Parse
from claimwire.layers.references.anaphors import pronouns

_MANY = frozenset({"NNS", "NNPS"})
_ONE = frozenset({"NN", "NNP"})


def open_pronoun(
    parse: Parse, mentions: Mentions, clause: Clause, first: int, is_written: Callable[[int], bool]
) -> int | None:
    """A pronoun before the clause's predicate that stays, with no noun before it in the clause.

    first: the clause's first token. is_written: whether a name takes the place of the pronoun at a token.
    """
    for k in range(first, clause.group.first):
        if _is_third_person(parse, k) and not is_written(k):
            return None if has_noun(parse, mentions, k, range(first, k)) else k
    return None


def _is_third_person(parse: Parse, k: int) -> bool:
    row = pronouns().get(parse.lower[k])
    if row is None or row["person"] != "3" or row["form"] == "reflexive":
        return False
    return parse.lower[k] != "it" or not is_expletive(parse, k)


def has_noun(parse: Parse, mentions: Mentions, pronoun: int, tokens: range) -> bool:
    """Whether one of the tokens is a noun that a pronoun of the third person can take up."""
    row = pronouns()[parse.lower[pronoun]]
    if row["number"] == "p":
        return any(parse.tag[k] in _MANY for k in tokens)
    nouns = (k for k in tokens if parse.tag[k] in _ONE and parse.dep[k] != "compound")
    return any(is_person(parse, mentions, k) == (row["gender"] != "n") for k in nouns)


def clause_before(parse: Parse, clause: Clause, clauses: Mapping[int, Clause]) -> Clause | None:
    """The clause of the same sentence that a clause follows: the conjunct before it, or the one above."""
    before = next(conjuncts_before(clause, clauses), None) or clause_above(parse, clause.base, clauses)
    return before if before is not None and parse.sent[before.head] == parse.sent[clause.head] else None
