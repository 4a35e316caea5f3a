"""A clause that no attribution holds, under words that deny or withhold it ("dismissed the idea that S")."""

from __future__ import annotations

from functools import cache

from claimwire.layers.attributions.stance import governing_stance
from claimwire.layers.claims.clause import Clause
from claimwire.layers.claims.lost_subjects import is_about_noun
from claimwire.layers.claims.modality import Decision
from claimwire.layers.parse import Parse
from claimwire.lexicon import table, words

_FIRM = ("asserted", "predicted")


@cache
def _governors() -> frozenset[str]:
    """Words of saying and thinking; what else a clause may hang on ("the fact that S") leaves it as it is."""
    verbs = {row["lemma"] for row in table("report_verbs")}
    cues = {row["cue"] for row in table("stance")}
    return frozenset(verbs | cues | words("report_nouns") | words("saying_verbs"))


def unheld(parse: Parse, clause: Clause, mode: Decision) -> tuple[Decision | None, Decision]:
    """What negates the clause from outside, if anything does, and how firmly it is put at most."""
    head = parse.head[clause.base]
    if clause.kind != "complement" or head == clause.base or parse.lemma[head] not in _governors():
        return None, mode
    if is_about_noun(parse, clause.base):
        return None, mode
    stance = governing_stance(parse, clause.base)
    rule = f"{stance}:{parse.lower[head]}"
    if stance == "denies":
        return Decision("negated", rule, head), mode
    if stance in ("doubts", "withholds") and mode.value in _FIRM:
        return None, Decision("possible", rule, head)
    return None, mode
