"""How firmly a clause is put: the modality table applied to verb group, conditions and governor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimwire.layers.claims.clause import Clause, conjuncts_before
from claimwire.layers.grammar.verbs import FINITE, auxiliaries, is_subjunctive, shares_auxiliary, subject_of
from claimwire.layers.negation import of_phrase, of_verb
from claimwire.layers.parse import Parse
from claimwire.lexicon import table, words
from claimwire.records import Modality

# The first that holds (gold guidelines, "claims")
_ORDER: dict[Modality, int] = {
    "conditional": 0, "planned": 1, "possible": 2, "necessary": 3, "predicted": 4, "asserted": 5,
}  # fmt: skip
_CLAUSAL_GOVERNED = frozenset({"ccomp", "acl", "csubj", "csubjpass", "xcomp"})


@dataclass(frozen=True, slots=True)
class Decision:
    """A value with the rule that gave it and the token that triggered it (None: no single token)."""

    value: str
    rule: str
    token: int | None = None


@cache
def _effects(frame: str) -> dict[str, Modality]:
    return {row["cue"]: row["effect"] for row in table("modality") if row["frame"] == frame}  # type: ignore[misc]


def modality(parse: Parse, clause: Clause, clauses: dict[int, Clause], cue: str | None = None) -> Decision:
    """The modality of a clause. cue: lemma of the reporting cue right above it, if there is one."""
    found = list(_findings(parse, clause, clauses))
    if cue is not None and cue in _effects("governor"):
        found.append(Decision(_effects("governor")[cue], f"cue:{cue}"))
    if not found:
        return next(_adverbs(parse, clause, "hedge"), Decision("asserted", "default"))
    return min(found, key=lambda f: _ORDER[f.value])  # type: ignore[index]


def _findings(parse: Parse, clause: Clause, clauses: dict[int, Clause]) -> Iterator[Decision]:
    yield from _condition(clause, clauses)
    yield from _own(parse, clause)
    first = first_conjunct(parse, clause, clauses)
    if first is not None and shares_auxiliary(parse, clause.head, first.head):
        yield from _auxiliary(parse, first.head)
    yield from _governor(parse, clause)


def first_conjunct(parse: Parse, clause: Clause, clauses: dict[int, Clause]) -> Clause | None:
    """The clause that a coordinated clause follows, up to the nearest with an auxiliary of its own."""
    return next((c for c in conjuncts_before(clause, clauses) if auxiliaries(parse, c.head)), None)


def _own(parse: Parse, clause: Clause) -> Iterator[Decision]:
    verbs = clause.group.verbs
    yield from _auxiliary(parse, verbs[0])
    if is_subjunctive(parse, verbs[0]):
        yield Decision("necessary", "subjunctive", verbs[0])
    for n, v in enumerate(verbs[:-1]):
        yield from _infinitive(parse, v, verbs[n + 1])
    yield from _last_verb(parse, verbs[-1])
    yield from _adverbs(parse, clause, "adverb")


def _auxiliary(parse: Parse, v: int) -> Iterator[Decision]:
    helpers = [*auxiliaries(parse, v), *([v] if parse.tag[v] == "MD" else [])]
    for a in helpers:
        word = parse.lower[a]
        if word in ("'d", "’d", "need") and parse.tag[a] != "MD":
            continue
        if word in ("'d", "’d") and parse.tag[v] in ("VBN", "VBD"):  # "had", taken for "would"
            continue
        if (effect := _effects("aux").get(word)) is not None:
            yield Decision(effect, f"aux:{word}", a)


def _infinitive(parse: Parse, v: int, following: int) -> Iterator[Decision]:
    if not any(parse.tag[a] == "TO" for a in auxiliaries(parse, following)):
        return
    lemma = parse.lemma[v]
    effect = _effects("to").get(lemma) or _effects("adjective").get(parse.lower[v])
    if effect is None and parse.tag[v] in ("VBN", "VBD", "JJ"):
        effect = _effects("be_to").get(lemma)
    if effect is None or (lemma in ("look", "go") and parse.tag[v] != "VBG"):
        return
    if lemma == "have" and any(parse.lower[k] == "yet" for k in range(v + 1, following)):
        return
    if lemma == "be" and not _speaks_of_a_plan(parse, v, following):
        return
    yield Decision(effect, f"to:{lemma}", v)


def _speaks_of_a_plan(parse: Parse, be: int, following: int) -> bool:
    """Whether "is to" arranges ("the firm is to close") and does not identify ("the goal is to win")."""
    subject = subject_of(parse, be)
    if parse.tag[be] not in FINITE or parse.lemma[following] == "blame":
        return False
    return subject is None or parse.lemma[subject] not in words("identified_nouns")


def _last_verb(parse: Parse, v: int) -> Iterator[Decision]:
    lemma = parse.lemma[v]
    if (effect := _effects("verb").get(lemma)) is not None and _has_complement(parse, v):
        yield Decision(effect, f"verb:{lemma}", v)
    if parse.tag[v] == "VBG" and (effect := _effects("progressive").get(lemma)) is not None:
        yield Decision(effect, f"progressive:{lemma}", v)
    for c in parse.dependents(v, "acomp", "oprd"):
        word = parse.lower[c]
        if (effect := _effects("adjective").get(word)) is None:
            continue
        if effect == "possible" or _has_infinitive(parse, c):  # "a strike is unlikely"
            yield Decision(effect, f"adjective:{word}", c)


def _has_complement(parse: Parse, v: int) -> bool:
    return any(parse.dep[c] in ("dobj", "ccomp", "xcomp") for c in parse.children[v])


def _has_infinitive(parse: Parse, adjective: int) -> bool:
    return any(
        any(parse.tag[a] == "TO" for a in auxiliaries(parse, c))
        for k in (adjective, parse.head[adjective])
        for c in parse.dependents(k, "xcomp", "ccomp", "advcl")
    )


def _adverbs(parse: Parse, clause: Clause, frame: str) -> Iterator[Decision]:
    for v in clause.group.verbs:
        for c in parse.dependents(v, "advmod"):
            if (effect := _effects(frame).get(parse.lower[c])) is not None:
                yield Decision(effect, f"adverb:{parse.lower[c]}", c)


def _condition(clause: Clause, clauses: dict[int, Clause]) -> Iterator[Decision]:
    """A condition on the clause itself, or one that opens the coordination it stands in."""
    if clause.condition is not None:
        yield Decision("conditional", "condition", clause.condition)
    for first in conjuncts_before(clause, clauses):
        if first.condition is not None and first.condition < first.head:
            yield Decision("conditional", "condition:shared", first.condition)


def _governor(parse: Parse, clause: Clause) -> Iterator[Decision]:
    """The word whose finite complement the clause is; that of "the chance is that S" is the subject."""
    if clause.kind != "complement" or parse.dep[clause.base] not in _CLAUSAL_GOVERNED:
        return
    head = parse.head[clause.base]
    above = [head]
    if parse.lemma[head] == "be":
        above += [c for c in parse.children[head] if parse.dep[c] in ("nsubj", "acomp", "attr", "advmod")]
    for g in above:
        if (effect := _effects("governor").get(parse.lemma[g])) is not None:
            yield Decision(effect, f"governor:{parse.lemma[g]}", g)
        elif _is_missing(parse, g) and (effect := _effects("denied").get(parse.lemma[g])) is not None:
            yield Decision(effect, f"denied:{parse.lemma[g]}", g)


def _is_missing(parse: Parse, g: int) -> bool:
    """ "No evidence", "any proof", "does not show", "nothing to suggest": there is none, or it is sought."""
    if parse.pos[g] != "VERB":
        return _is_none(parse, g)
    if parse.dep[g] in ("acl", "relcl", "xcomp", "advcl") and _is_none(parse, parse.head[g]):
        return True
    subject = subject_of(parse, g)
    return of_verb(parse, g) is not None or (subject is not None and _is_none(parse, subject))


def _is_none(parse: Parse, noun: int) -> bool:
    missing = any(parse.lower[c] in ("no", "little", "any", "scant") for c in parse.children[noun])
    return missing or of_phrase(parse, noun, subject=True) is not None
