"""What the article passes on without vouching for it, and without naming who says it (gold guidelines).

By an adverb of the clause ("allegedly stole"), or by a passive of saying or thinking that raises the subject
("is said to have stolen", "is accused of stealing"), where no agent is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.modality import Decision, first_conjunct
from claimwire.layers.grammar.verbs import shares_auxiliary, subject_of
from claimwire.layers.parse import Parse
from claimwire.lexicon import table

_RAISED = ("xcomp", "ccomp", "advcl", "acomp", "oprd", "attr")


@cache
def _cues(frame: str) -> dict[str, str]:
    return {row["cue"]: row["effect"] for row in table("evidential") if row["frame"] == frame}


def evidential(parse: Parse, clause: Clause, clauses: dict[int, Clause]) -> Decision | None:
    """ "reported", "alleged" or "believed" with its reason; None where the article vouches for the clause."""
    own = next(_findings(parse, clause), None)
    if own is not None:
        return own
    first = first_conjunct(parse, clause, clauses)
    if first is not None and shares_auxiliary(parse, clause.head, first.head):
        return next(_findings(parse, first), None)
    above = clauses.get(clause.above) if clause.above is not None else None
    if above is None or subject_of(parse, clause.head) is not None:
        return None
    # before all of what is joined: "allegedly broke in and took £40", "is said to have come and gone"
    joined_to = parse.head[clause.head]
    return next((d for d in _findings(parse, above) if d.token is not None and d.token < joined_to), None)


def _findings(parse: Parse, clause: Clause) -> Iterator[Decision]:
    yield from _adverbs(parse, clause)
    for v in clause.group.verbs:
        yield from _passive(parse, v)


def _adverbs(parse: Parse, clause: Clause) -> Iterator[Decision]:
    for v in clause.group.verbs:
        for c in parse.children[v]:
            nested = parse.children[c] if parse.dep[c] in ("acomp", "attr", "auxpass", "aux") else ()
            for k in (c, *nested):
                if (effect := _cues("adverb").get(parse.lower[k])) and _is_of_clause(parse, k, v):
                    yield Decision(effect, f"adverb:{parse.lower[k]}", k)


def _is_of_clause(parse: Parse, adverb: int, verb: int) -> bool:
    """Whether an adverb speaks of the clause, not of the phrase behind it ("died, reportedly of cold")."""
    if parse.dep[adverb] not in ("advmod", "dep", "npadvmod", "ROOT"):
        return False
    behind = adverb + 1
    local = adverb > verb and behind < len(parse) and parse.pos[behind] in ("ADP", "SCONJ", "NUM")
    return not local


def _passive(parse: Parse, v: int) -> Iterator[Decision]:
    """ "Is thought to S", "is believed dead", "is accused of S"; not where an agent is named."""
    if parse.tag[v] not in ("VBN", "VBD", "JJ") or parse.dependents(v, "agent"):
        return
    lemma = parse.lemma[v]
    below_copula = parse.lemma[parse.head[v]] == "be" or parse.dep[v] in ("acomp", "xcomp")
    if not (below_copula or parse.dependents(v, "auxpass")):
        return
    raised = _cues("raising").get(lemma) if _raises(parse, v) else None
    if effect := raised or (_cues("of").get(lemma) if _has_of(parse, v) else None):
        yield Decision(effect, f"passive:{lemma}", v)


def _raises(parse: Parse, v: int) -> bool:
    """Whether an infinitive or predicate stands behind whose subject is the verb's."""
    return not _has_that(parse, v) and any(c > v for c in parse.dependents(v, *_RAISED))


def _has_that(parse: Parse, v: int) -> bool:
    """Whether a finite clause stands behind: "it is said that S" reports, it raises no subject."""
    return any(
        parse.dep[c] == "ccomp" and parse.tag[c] in ("VBZ", "VBP", "VBD", "MD") for c in parse.children[v]
    )


def _has_of(parse: Parse, v: int) -> bool:
    return any(c > v and parse.lower[c] == "of" for c in parse.dependents(v, "prep"))
