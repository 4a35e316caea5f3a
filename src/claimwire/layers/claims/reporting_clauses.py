"""Clauses that only report: known by the cue of an attribution, or by their verb and its complement."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from claimwire.layers.grammar.trimming import QUOTES
from claimwire.layers.grammar.verbs import is_finite, is_infinitive_clause
from claimwire.layers.parse import Parse
from claimwire.lexicon import table, words


def is_reporting(parse: Parse, verbs: Collection[int], cues: Collection[int]) -> bool:
    """Whether the clause of a verb group reports and puts nothing forward itself.

    verbs: the verbs of the group, finite one first. cues: tokens of the cues of attributions. A report that
    stands inside another's words, or whose content the attributions missed, is known by its complement.
    """
    main = max(verbs)
    if any(v in cues for v in verbs) or _quotes_as_saying(parse, main, cues):
        return True
    if _shows_as_saying(parse, main):
        return True
    if parse.lemma[min(verbs)] in _withholding() and len(verbs) > 1:
        return False
    lemma = parse.lemma[main]
    if lemma in words("saying_verbs") and _says_elsewhere(parse, main):
        return True
    return any(_is_content(parse, lemma, c) for c in parse.dependents(main, "ccomp", "xcomp"))


def _shows_as_saying(parse: Parse, main: int) -> bool:
    """Whether somebody "is heard saying" what stands elsewhere."""
    heard = (c for c in parse.dependents(main, "xcomp") if parse.lower[c] == "saying" and c > main)
    return any(not any(k > c for k in parse.children[c] if parse.pos[k] != "PUNCT") for c in heard)


def _says_elsewhere(parse: Parse, main: int) -> bool:
    """Whether what is said stands before: ", she said in May"; ", reported Holm News"; a quotation."""
    behind = [c for c in parse.children[main] if c > main and parse.pos[c] not in ("PUNCT", "SPACE")]
    if any(parse.dep[c] not in _LOOSE for c in behind):
        return False
    if parse.lemma[main] == "say" or any(parse.dep[c] == "nsubj" for c in behind):
        return True
    first = parse.left[main]
    return first > 0 and parse.orth[first - 1] in QUOTES


# What may follow a verb of saying that has said it all before
_LOOSE = frozenset({"prep", "advmod", "npadvmod", "nsubj", "advcl", "prt", "dative", "neg", "cc", "conj"})


def _is_content(parse: Parse, lemma: str, c: int) -> bool:
    finite = parse.dep[c] == "ccomp" and is_finite(parse, c)
    return (finite and lemma in words("saying_verbs")) or is_expected(parse, c)


def _quotes_as_saying(parse: Parse, main: int, cues: Collection[int]) -> bool:
    """Whether a verb of saying or the cue stands below the verb: "the agency quoted her as saying that S"."""
    below = (c for p in parse.dependents(main, "prep") if parse.lower[p] == "as" for c in parse.children[p])
    said = words("saying_verbs")
    return any(
        parse.dep[c] == "pcomp" and (c in cues or (parse.lemma[c] in said and parse.dependents(c, "ccomp")))
        for c in below
    )


@cache
def _withholding() -> frozenset[str]:
    """Verbs that say that something is not done: who declines to say how has reported nothing."""
    return frozenset(row["cue"] for row in table("polarity") if row["frame"] == "to")


def is_expected(parse: Parse, i: int) -> bool:
    """An infinitive with its own subject that a verb of expecting puts forward ("expects sales to grow")."""
    return parse.lemma[parse.head[i]] in _expecting() and is_infinitive_clause(parse, i)


@cache
def _expecting() -> frozenset[str]:
    """Verbs of the modality table that govern clauses and take noun phrases alike."""
    frames: dict[str, set[str]] = {"governor": set(), "verb": set()}
    for row in table("modality"):
        frames.get(row["frame"], set()).add(row["cue"])
    return frozenset(frames["governor"] & frames["verb"])
