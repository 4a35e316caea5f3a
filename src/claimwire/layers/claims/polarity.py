"""Whether a clause is affirmed or negated: the polarity table applied to verb group and noun phrases."""

from __future__ import annotations

from functools import cache

from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.modality import Decision, first_conjunct
from claimwire.layers.claims.verbs import SUBJECT, shares_auxiliary
from claimwire.layers.parse import Parse
from claimwire.lexicon import table

_NOMINALS = ("nsubj", "nsubjpass", "dobj", "attr")


@cache
def _cues(frame: str) -> frozenset[str]:
    return frozenset(row["cue"] for row in table("polarity") if row["frame"] == frame)


def polarity(
    parse: Parse, clause: Clause, clauses: dict[int, Clause], cue: str | None = None, refused: bool = False
) -> Decision:
    """The polarity of a clause; two negations in one verb group cancel.

    cue: as for modality. refused: whether the cue itself is negated ("did not deny", "do not think").
    """
    verbs = clause.group.verbs
    found = [f for v in verbs if (f := _word(parse, v)) is not None]
    found += [f for v in verbs[:-1] if (f := _implied(parse, v)) is not None]
    if not found and (f := _nominal(parse, verbs)) is not None:
        found.append(f)
    if not found and (f := _nor(parse, clause)) is not None:
        found.append(f)
    if not found and (f := _shared(parse, clause, clauses)) is not None:
        found.append(f)
    if not found and cue is not None and cue in _cues("raising" if refused else "governor"):
        found.append(Decision("negated", f"cue:not {cue}" if refused else f"cue:{cue}"))
    return found[0] if len(found) % 2 else Decision("affirmed", "double" if found else "default")


def is_negated(parse: Parse, v: int) -> bool:
    """Whether a verb has a negation of its own."""
    return _word(parse, v) is not None


def _word(parse: Parse, v: int) -> Decision | None:
    for c in parse.children[v]:
        word = parse.lower[c]
        if parse.dep[c] in ("neg", "advmod", "preconj", "cc") and _negates(parse, c, word):
            return Decision("negated", f"word:{word}", c)
        if parse.dep[c] in ("advmod", "acomp", "attr", "prep", "npadvmod") and c > v:
            first = parse.left[c]
            none = parse.lower[first] == "no" and parse.dep[c] == "advmod" and parse.head[first] == c
            if first <= v + 3 and first != c and (none or _is_not(parse, first)) and not _only(parse, first):
                return Decision("negated", f"word:{parse.lower[first]}", first)
        if word == "yet" and parse.tag[min(c + 1, len(parse) - 1)] == "TO":
            return Decision("negated", "word:yet to", c)
        if word == "longer" and c > 0 and parse.lower[c - 1] == "no":
            return Decision("negated", "word:no longer", c - 1)
    return None


def _nor(parse: Parse, clause: Clause) -> Decision | None:
    """The "nor" that joins a conjunct to the one before ("neither confirmed nor denied")."""
    if clause.above is None:
        return None
    joined = (c for c in parse.dependents(clause.above, "cc") if clause.above < c < clause.head)
    return next((Decision("negated", "word:nor", c) for c in joined if parse.lower[c] == "nor"), None)


def _negates(parse: Parse, c: int, word: str) -> bool:
    if word == "neither" and parse.dep[c] == "cc":
        return False
    return word in _cues("word") and not _only(parse, c)


def _is_not(parse: Parse, i: int) -> bool:
    return parse.lower[i] in ("not", "n't", "n’t")


def _only(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse) and parse.lower[i + 1] in _cues("only")


def _implied(parse: Parse, v: int) -> Decision | None:
    lemma = parse.lemma[v]
    return Decision("negated", f"to:{lemma}", v) if lemma in _cues("to") else None


def _nominal(parse: Parse, verbs: tuple[int, ...]) -> Decision | None:
    """A "no" before, or a "nobody" as, the subject, object or predicate noun."""
    for v in verbs:
        for c in parse.dependents(v, *_NOMINALS):
            if parse.lower[c] in _cues("pronoun"):
                return Decision("negated", f"pronoun:{parse.lower[c]}", c)
            for d in parse.children[c]:
                if d < c and _is_not(parse, d) and not _only(parse, d) and parse.dep[c] in SUBJECT:
                    return Decision("negated", f"word:{parse.lower[d]}", d)
                if d < c and parse.lower[d] in _cues("determiner") and parse.dep[d] in ("det", "preconj"):
                    return Decision("negated", f"determiner:{parse.lower[d]}", d)
    return None


def _shared(parse: Parse, clause: Clause, clauses: dict[int, Clause]) -> Decision | None:
    """The negated auxiliary of an earlier conjunct, unless "but" stands between ("did not buy or sell")."""
    first = first_conjunct(parse, clause, clauses)
    if first is None or not shares_auxiliary(parse, clause.head, first.head):
        return None
    above = clause.above if clause.above is not None else clause.head
    if any(parse.dep[c] == "cc" and parse.lower[c] == "but" for c in parse.children[above]):
        return None
    return _word(parse, first.head)
