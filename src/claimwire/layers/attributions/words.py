"""What several rules of this layer ask about a word and its clause."""

from __future__ import annotations

from functools import cache

from claimwire import lexicon
from claimwire.layers.parse import Parse

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_ACTING = frozenset({"PERSON", "ORG", "GPE"})
_PERSONAL = frozenset({"i", "we", "you", "he", "she", "they", "who", "it"})  # it: an organisation


@cache
def verb_classes() -> dict[str, frozenset[str]]:
    """What each reporting verb takes: "say", "think", "ask"; see report_verbs.tsv."""
    return {r["lemma"]: frozenset(r["classes"].split()) for r in lexicon.table("report_verbs")}


@cache
def _actors() -> frozenset[str]:
    return frozenset(r["noun"] for r in lexicon.table("kinds") if _ACTING & set(r["labels"].split(",")))


def reports(parse: Parse, verb: int) -> bool:
    """Whether a verb is one of saying or thinking."""
    return bool(verb_classes().get(parse.lemma[verb], frozenset()) & {"say", "think"})


def subject_of(parse: Parse, verb: int) -> int:
    """The subject of a verb's own clause (-1: none)."""
    found = parse.dependents(verb, *SUBJECTS)
    return found[0] if found else -1


def finite_form(parse: Parse, verb: int) -> str:
    """ "modal", "present" or "past" by the verb or its first auxiliary; "" for one without tense."""
    aux = parse.dependents(verb, "aux", "auxpass")
    tag = parse.tag[aux[0] if aux else verb]
    return {"MD": "modal", "VBZ": "present", "VBP": "present", "VBD": "past"}.get(tag, "")


def complement(parse: Parse, verb: int) -> int:
    """The finite complement clause behind a verb, by its head (-1: none)."""
    for c in parse.dependents(verb, "ccomp"):
        if c > verb and finite_form(parse, c) and subject_of(parse, c) >= 0:
            return c
    return -1


def may_act(parse: Parse, noun: int) -> bool:
    """Whether a subject may be somebody who says or decides: a name, a person, a group, "who"."""
    if parse.pos[noun] == "PRON":
        return parse.lower[noun] in _PERSONAL
    lemma = parse.lemma[noun].lower()
    return parse.pos[noun] == "PROPN" or lemma in _actors() or lemma in lexicon.words("people_nouns")
