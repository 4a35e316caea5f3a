"""Attributions inside what somebody says, which the encoder learned from annotators who left them out.

A verb of saying or thinking with a finite clause and a subject of its own: "I believe that S", "the doctors
told us that S". Questions, conditions and what is not known put nothing forward.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimwire import lexicon
from claimwire.layers.attributions.bounds import cue_words
from claimwire.layers.attributions.choice import Choice, SourceWords
from claimwire.layers.attributions.quoted_parse import QuotedParse
from claimwire.layers.attributions.source import phrase_of, source_words
from claimwire.layers.grammar.subjects import shared_subject_of
from claimwire.layers.grammar.verbs import has_tense, subject_of
from claimwire.layers.parse import Parse

_QUESTION = frozenset({"WDT", "WP", "WP$", "WRB"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_PERCEPTION = frozenset({"see", "hear", "feel", "watch", "show", "mean", "ensure", "decide", "prove"})


@cache
def _verbs() -> frozenset[str]:
    """Lemmas of the verbs that say or think."""
    rows = lexicon.table("report_verbs")
    return frozenset(r["lemma"] for r in rows if {"say", "think"} & set(r["classes"].split())) - _PERCEPTION


def with_nested(view: QuotedParse, choices: list[Choice]) -> list[Choice]:
    """The choices with those that stand inside their contents."""
    heads = {c.cue.head for c in choices}
    inside = sorted({i for c in choices for a, b in c.content for i in range(a, b)} - heads)
    return choices + [n for i in inside for n in _nested(view, i)]


def _nested(view: QuotedParse, verb: int) -> Iterator[Choice]:
    parse = view.parse
    if parse.pos[verb] != "VERB" or parse.lemma[verb] not in _verbs() or _open(parse, verb):
        return
    subject, clause = shared_subject_of(parse, verb), complement(parse, verb)
    if subject is None or clause is None or parse.lower[subject] == "it":
        return
    cue = cue_words(parse, verb, verb + 1, False)
    phrase = phrase_of(view, cue, subject)
    source = source_words(view, cue, *phrase, False) if phrase[0] < phrase[1] else None
    pieces = view.pieces([(max(parse.left[clause], verb + 1), parse.right[clause] + 1)])
    if pieces and isinstance(source, SourceWords):
        yield Choice(cue, source, pieces, "nested")


def complement(parse: Parse, verb: int) -> int | None:
    """The finite complement clause behind a verb, by its head."""
    for c in parse.dependents(verb, "ccomp"):
        first = parse.left[c]
        question = parse.tag[first] in _QUESTION or parse.lower[first] in _CONDITIONS
        if c > verb and has_tense(parse, c) and not question and subject_of(parse, c) is not None:
            return c
    return None


def _open(parse: Parse, verb: int) -> bool:
    """Whether a verb asks, supposes or denies: "do you think S", "if he says S", "nobody knows S"."""
    subjects = parse.dependents(verb, "nsubj")
    aux = parse.dependents(verb, "aux")
    asked = bool(subjects and aux) and aux[0] < subjects[0] < verb
    marks = any(parse.lower[c] in _CONDITIONS for c in parse.dependents(verb, "mark"))
    return asked or marks or bool(parse.dependents(verb, "neg", "auxpass"))
