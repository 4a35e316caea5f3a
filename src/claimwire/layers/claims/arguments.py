"""The arguments of a clause: object, indirect object, attribute, obliques with their preposition, clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.subject import antecedent
from claimwire.layers.grammar.phrases import noun_phrase
from claimwire.layers.grammar.relatives import is_relative_pronoun
from claimwire.layers.grammar.trimming import trimmed
from claimwire.layers.grammar.verbs import auxiliaries, is_finite
from claimwire.layers.parse import Parse
from claimwire.records import ArgumentRole

_NOMINAL: dict[str, ArgumentRole] = {
    "dobj": "object", "dative": "indirect_object", "attr": "attribute", "acomp": "attribute",
    "oprd": "attribute", "npadvmod": "oblique",
}  # fmt: skip
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl"})
_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_MARKS = frozenset({"mark", "aux"})


@dataclass(frozen=True, slots=True)
class Part:
    """An argument: tokens [first, stop), its head, its role and its marker."""

    role: ArgumentRole
    marker: str | None
    first: int
    stop: int
    head: int


def arguments(
    parse: Parse, clause: Clause, subject_head: int | None, clauses: dict[int, Clause]
) -> list[Part]:
    """The arguments of a clause's verbs, in order of the text. subject_head: token that is the subject."""
    verbs = clause.group.verbs
    found = [
        part
        for v in verbs
        for c in parse.children[v]
        if c not in verbs and c != subject_head
        for part in _of_dependent(parse, v, c, clauses)
    ]
    if clause.kind == "relative":
        found = [*_gap(parse, clause, found), *(p for p in found if not is_relative_pronoun(parse, p.head))]
    found += _shared(parse, clause, clauses, found)
    return sorted((p for p in found if p.stop > p.first), key=lambda p: p.first)


def _of_dependent(parse: Parse, v: int, c: int, clauses: dict[int, Clause]) -> Iterator[Part]:
    dep = parse.dep[c]
    if dep in _PREPOSITIONAL and parse.pos[c] in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
        yield from _prepositional(parse, c, "", "indirect_object" if dep == "dative" else "oblique")
    elif dep in _NOMINAL:
        first, stop = noun_phrase(parse, c)
        yield Part(_NOMINAL[dep], None, first, stop, c)
    elif dep in _CLAUSAL:
        yield from _clausal(parse, v, c, clauses)
    elif dep == "advmod" and c > v:
        for p in parse.dependents(c, "prep"):
            yield from _prepositional(parse, p, parse.lower[c] if p == c + 1 else "", "oblique")


def _prepositional(parse: Parse, p: int, before: str, role: ArgumentRole) -> Iterator[Part]:
    """The phrases below a preposition; a preposition below another joins its marker ("out of")."""
    marker = f"{before} {parse.lower[p]}".strip()
    below = False
    for c in parse.children[p]:
        dep = parse.dep[c]
        if dep == "prep" and not below:
            yield from _prepositional(parse, c, marker, role)
            below = True
        elif dep in ("pobj", "npadvmod", "amod", "advmod") and c > p:
            first, stop = noun_phrase(parse, c)
            yield Part(role, marker, first, stop, c)
            below = True
        elif dep == "pcomp" and c > p and marker != "with":
            first, stop = trimmed(parse, parse.left[c], parse.right[c] + 1)
            yield Part("clause", marker, first, stop, c)
            below = True


def _clausal(parse: Parse, v: int, c: int, clauses: dict[int, Clause]) -> Iterator[Part]:
    """A complement clause, or an adverbial with its own conjunction that is no claim of its own.

    A free participle ("showing its strength"), a reporting clause, and a clause set beside this one without a
    conjunction are no arguments.
    """
    clause = clauses.get(c)
    if clause is not None and (clause.status == "reporting" or c < v):
        return
    adverbial = parse.dep[c] == "advcl"
    if adverbial and (clause.status == "claim" if clause is not None else not _is_infinitive(parse, c)):
        return
    first, stop = parse.left[c], parse.right[c] + 1
    marker = None
    opener = next((k for k in parse.children[c] if k < c and parse.dep[k] in _MARKS), None)
    if opener == first and (parse.dep[opener] == "mark" or parse.tag[opener] == "TO"):
        marker = parse.lower[opener]
        first += 1
    first, stop = trimmed(parse, first, stop)
    yield Part("clause", marker, first, stop, c)


def _is_infinitive(parse: Parse, c: int) -> bool:
    return any(parse.tag[a] == "TO" for a in auxiliaries(parse, c)) or is_finite(parse, c)


def _gap(parse: Parse, clause: Clause, found: list[Part]) -> Iterator[Part]:
    """The antecedent, as the object or oblique whose place the relative pronoun holds."""
    if clause.head != clause.base:
        return
    held = next((p for p in found if is_relative_pronoun(parse, p.head)), None)
    noun = antecedent(parse, clause.base)
    if noun is None or held is None:
        return
    yield Part(held.role, held.marker, noun.first, noun.stop, noun.head)


def _shared(parse: Parse, clause: Clause, clauses: dict[int, Clause], own: list[Part]) -> Iterator[Part]:
    """What coordinated verbs have in common: an opening oblique, and the object behind the last of them."""
    i = clause.head
    above = clause.above
    if above is not None and above in clauses and not _has_subject(parse, i):
        for c in parse.children[above]:
            if c > above:
                break
            if parse.dep[c] in ("prep", "npadvmod") and parse.right[c] < above:
                yield from _of_dependent(parse, above, c, clauses)
    if own or parse.right[i] == i:
        return
    follower = next((c for c in parse.dependents(i, "conj") if c in clauses), None)
    if follower is not None and follower == i + 2 and not _has_subject(parse, follower):
        for c in parse.dependents(follower, "dobj"):
            yield from _of_dependent(parse, follower, c, clauses)


def _has_subject(parse: Parse, i: int) -> bool:
    return any(parse.dep[c] in ("nsubj", "nsubjpass", "expl", "csubj") for c in parse.children[i])
