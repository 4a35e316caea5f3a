"""What a coordinated clause borrows to be read alone: subject, auxiliaries, and the condition on all of them.

"and sold the brand" is read as "Acme sold the brand", "or sell" behind "did not buy" as "did not sell".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimwire.layers.claims.agreement import Edit, third_person
from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.modality import Decision, first_conjunct
from claimwire.layers.grammar.trimming import trimmed
from claimwire.layers.grammar.verbs import FINITE, auxiliaries, shares_auxiliary
from claimwire.layers.parse import Parse

_DO = {"VBD": "did", "VBZ": "does", "VBP": "do"}
# A present tense beside another is often tagged as a base form
_PRESENT = ("VBP", "VB")


def shared_auxiliaries(
    parse: Parse, clause: Clause, clauses: Mapping[int, Clause], sign: Decision
) -> list[str]:
    """The auxiliaries, with their negation, that an earlier conjunct lends. sign: the clause's polarity."""
    first = first_conjunct(parse, clause, dict(clauses))
    if first is None or not shares_auxiliary(parse, clause.head, first.head):
        return []
    out: list[str] = []
    for k in parse.children[first.head]:
        negates = parse.dep[k] == "neg" and sign.value == "negated"
        if k > first.head or not (negates or parse.dep[k] in ("aux", "auxpass")):
            continue
        if out and parse.end[k - 1] == parse.start[k]:
            out[-1] += parse.orth[k]
        elif parse.orth[k][:1] not in ("'", "’"):
            out.append(parse.lower[k])
    return out


def verb_with_subject(parse: Parse, clause: Clause, sign: Decision, renamed: bool) -> Iterator[Edit]:
    """The finite verb behind a subject put before it: "nor denied" denies, and a name asks for "sells".

    renamed: whether a name took the place of "I", "we" or "you".
    """
    verb = clause.head
    own = next(iter(auxiliaries(parse, verb)), verb)
    finite = parse.tag[verb] in (*FINITE, "VB") or own != verb
    if sign.rule == "word:nor" and own == verb and parse.tag[verb] in _DO:
        yield parse.start[verb], parse.end[verb], f"{_DO[parse.tag[verb]]} not {parse.lemma[verb]}"
    elif renamed and finite and (new := third_person(parse, own, _PRESENT)) is not None:
        yield parse.start[own], parse.end[own], new


def shared_condition(parse: Parse, mode: Decision) -> tuple[int, int] | None:
    """Tokens [first, stop) of the condition that opens the coordination a clause stands in.

    mode: the clause's modality, whose token is the word that opens the condition.
    """
    if mode.rule != "condition:shared" or mode.token is None:
        return None
    head = mode.token if parse.dep[mode.token] != "mark" else parse.head[mode.token]
    first, stop = trimmed(parse, mode.token, parse.right[head] + 1)
    return (first, stop) if stop > first else None
